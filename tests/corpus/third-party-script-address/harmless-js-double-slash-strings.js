const comment = "//"; const indented = "// a comment"; comment + indented
