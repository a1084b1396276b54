"""How the tables of this folder are written: words in a block of text."""


def words(text: str) -> frozenset[str]:
    """The words of a block of text, each once."""
    return frozenset(text.split())
