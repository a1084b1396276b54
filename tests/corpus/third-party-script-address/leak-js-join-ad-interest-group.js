navigator.joinAdInterestGroup({ owner: "https://js-join-ad-interest-group.leak.test/", name: "a", biddingLogicURL: "https://js-join-ad-interest-group.leak.test/b.js" }, 9)
