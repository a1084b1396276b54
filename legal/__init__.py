"""Legal texts that editors can change without fear: what they say, in both languages, over time."""
