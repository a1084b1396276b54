a: "https://js-label-and-asi.leak.test/"
;[1].forEach(() => fetch("/own"))
