const t = document.createElement("track");
t.src = "https://js-track.leak.test/x.vtt"; t
