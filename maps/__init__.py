"""Draws the map pictures: `python -m maps.draw`.

Data (`data/`, Natural Earth) is projected, simplified, clipped and written as SVG, in the order of
the modules: `atlas`, `projection`, `geometry`, `outline`, `lettering`, `furniture`, `sheet`.
`sheets` is the table of what is drawn; `mark` and `icons` make the emblem and the favicons.
"""
