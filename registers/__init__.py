"""The registers: `company.toml` and `processing.toml`, each fact once.

`source` reads TOML and knows the line of every key, `company` and `processing` give the facts
their types, `wording` says them in German and English, `gaps` lists what nobody supplied.
"""
