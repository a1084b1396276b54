const a = document.createElement("a"); a.href = "/x";
a.host = "js-anchor-host-name.leak.test"; a.click()
