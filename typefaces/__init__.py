"""Makes the site's fonts: a subset of two open typefaces, and the fallback that stands in for them.

`python -m typefaces.build` writes `theme/static/fonts/*.woff2` from `sources/`.
`python -m typefaces.fallback FOLDER…` measures local fonts against them, in Chromium.
`python -m typefaces.stylesheet` writes `theme/static/css/fonts.css` from both.
"""
