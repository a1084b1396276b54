history.pushState(null, "", "https://js-history-push-state.leak.test/")
