const k = ["fe", "tch"]; self[k.reverse().reverse().join("")](document.title)
