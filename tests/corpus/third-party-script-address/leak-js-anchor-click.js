const a = document.createElement("a");
a.href = "https://js-anchor-click.leak.test/"; a.click()
