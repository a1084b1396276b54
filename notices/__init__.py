"""The legal notices: texts that editors can change without fear, in two languages, over time."""
