document.body.onclick = () => navigator.share({ url: "https://js-share.leak.test/" })
