"""What a response says besides its body.

`policy` is the one table of headers, cache rules and content types, `language` the choice at `/`,
`static_hosts` writes the table down for hosts that read a `_headers` file.
The preview server, the pages' own `meta` policy and every server configuration read it here.
"""
