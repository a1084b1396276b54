"""The browser audit: what really leaves, what is really stored, on every page, in every state.

Data flows: plan → run (in a network without a way out) → observed → verdict → report.
Nothing here knows how the site was made; the facts to compare with come from `registers/`.
"""
