fetch(location.hash.slice(1))
