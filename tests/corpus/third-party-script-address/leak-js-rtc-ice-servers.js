const p = new RTCPeerConnection({ iceServers: [{ urls: "stun:js-rtc-ice-servers.leak.test:3478" }] });
p.createDataChannel("a"); p.createOffer().then((o) => p.setLocalDescription(o))
