"""What changed between two kept texts: word by word, the far words cut, clauses in their place."""

from __future__ import annotations

from notices.changes import ClauseChange, Piece, changes
from notices.kept import Kept
from notices.passages import words_of


def kept(**clauses: str) -> Kept:
    """Give a kept text of these clauses."""
    made = "".join(
        f'<section id="{name}"><h2>{name.title()}</h2><p>{words}</p></section>'
        for name, words in clauses.items()
    )
    return Kept(made, words_of(made))


def test_the_same() -> None:
    """Texts with the same words have no changes."""
    assert changes(kept(a="Eins."), kept(a="Eins.")) == ()


def test_words() -> None:
    """A word that went stands before the one that came, between the words that stayed."""
    assert changes(kept(a="we keep it 90 days"), kept(a="we keep it 30 days")) == (
        ClauseChange(
            "a",
            "A",
            "changed",
            (
                Piece("same", "A we keep it"),
                Piece("removed", "90"),
                Piece("added", "30"),
                Piece("same", "days"),
            ),
        ),
    )


def test_context() -> None:
    """Eight words stay beside a change; more of them are cut before, between and after."""
    far = " ".join(f"w{count}" for count in range(20))
    (change,) = changes(kept(a=f"{far} x {far} y {far}"), kept(a=f"{far} X {far} Y {far}"))
    first, last = "w0 w1 w2 w3 w4 w5 w6 w7", "w12 w13 w14 w15 w16 w17 w18 w19"
    assert change.pieces == (
        Piece("same", f"… {last}"),
        Piece("removed", "x"),
        Piece("added", "X"),
        Piece("same", f"{first} … {last}"),
        Piece("removed", "y"),
        Piece("added", "Y"),
        Piece("same", f"{first} …"),
    )


def test_clauses() -> None:
    """What came and what went is named whole; what went stands where it stood."""
    before, after = kept(a="Eins", b="Zwei", c="Drei"), kept(a="Eins", c="Drei", d="Vier")
    assert changes(before, after) == (
        ClauseChange("b", "B", "removed", (Piece("removed", "B Zwei"),)),
        ClauseChange("d", "D", "added", (Piece("added", "D Vier"),)),
    )


def test_the_beginning() -> None:
    """What changed before the first clause has no id and no anchor."""
    before, after = (Kept(made, words_of(made)) for made in ("<h1>Alt</h1>", "<h1>Neu</h1>"))
    (change,) = changes(before, after)
    assert (change.id, change.pieces) == ("", (Piece("removed", "Alt"), Piece("added", "Neu")))
