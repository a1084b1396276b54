document.createElement("video").src = "https://js-video-src.leak.test/x.mp4"
