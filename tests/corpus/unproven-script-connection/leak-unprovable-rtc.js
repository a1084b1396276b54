new RTCPeerConnection({ iceServers: [{ urls: document.title }] })
