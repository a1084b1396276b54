document.createElement("video").poster = "https://js-video-poster.leak.test/x.png"
