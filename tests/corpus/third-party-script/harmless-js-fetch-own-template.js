fetch(`/api/${"a"}`)
