"""Logs that forget: what the servers hand over, what of it is written, and for how long.

Nothing but the standard library: a server runs this with the `python3` of its distribution.
"""
