const p = new RTCPeerConnection({ iceServers: [{ urls: ["turn:js-rtc-turn.leak.test?transport=tcp"], username: "a", credential: "b" }] });
p.createDataChannel("a"); p.createOffer().then((o) => p.setLocalDescription(o))
