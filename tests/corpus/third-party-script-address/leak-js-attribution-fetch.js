fetch("/own", { attributionReporting: {}, headers: { to: "https://js-attribution-fetch.leak.test/" } })
