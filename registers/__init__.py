"""The registers: `company.toml` and `processing.toml`, each fact once.

`source` reads TOML with the `positions` of every key, `company`, `processing` and `ledger` give
the facts their types, `complaints` says what does not fit, `wording` says the facts in German and
English.
"""
