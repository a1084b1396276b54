"""The uses in which a foreign URL is harmless: nobody fetches it unasked."""

from __future__ import annotations

from typing import Final

from firstparty.model import Use

INERT: Final = frozenset({Use.LINK, Use.CITATION, Use.NAMESPACE})
