history.replaceState(null, "", "/a")
