navigator.mediaSession.metadata = new MediaMetadata({ title: "a", artwork: [{ src: "https://js-media-session-artwork.leak.test/x.png" }] })
