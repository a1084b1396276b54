fetch("/api/a")
