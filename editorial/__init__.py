"""What editors write, turned into pages: no Pelican here, the plugins are thin adapters over it.

The order is the order of the data:
`documents` (front matter and body, with lines) ▸ `inventory` (every page, both languages) ▸
`placeholders` and `tables` (facts from the registers) ▸ `converter` with `clauses`, `links`,
`drafts`, `typography` (text to HTML) ▸ `catalogues` (words of the theme).
`problems` collects what an editor has to mend.
"""
