document.body.animate({ backgroundImage: ["none", "url(https://js-animate.leak.test/x.png)"] }, 50)
