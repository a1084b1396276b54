fetch("//" + ["unprovable-map-join", "leak", "test"].map((x) => x).join("."))
