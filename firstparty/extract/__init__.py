"""Bytes to references, as a browser would read them; no opinions."""
