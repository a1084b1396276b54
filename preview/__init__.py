"""The local server: it answers as production would, and stands in for the account service.

`app` puts the answers together, `site` finds files, `representation` compresses and dates them,
`account` is the stand-in, `live` talks to open pages, `watch` rebuilds, `serve` runs it all.
"""
