"""From the sources to a published folder: build, swap, check.

A build goes to a temporary folder and replaces the last good one only when everything is right.
"""
