"""Placeholders become facts; unknown ones are reported and stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editorial import problems
from editorial.placeholders import MARK, fill
from tests.unit.editorial.texts import document

VALUES = {"company.city": "Oldenburg", "company.phone": "", "retention.logs": "90 Tage"}


def filled(text: str) -> tuple[str, list[str]]:
    """Fill a text; give it with what was reported."""
    with problems.collected() as found:
        done = fill(text, document(text), VALUES, "[offen]")
    return done, list(map(str, found))


def test_facts() -> None:
    """A fact stands for its placeholder, however it is spaced; a gap for a missing fact."""
    text = "In {{ company.city }}, {{company.city}}, {{  retention.logs}}: {{ company.phone }}"
    assert filled(text) == ("In Oldenburg, Oldenburg, 90 Tage: [offen]", [])


def test_blocks() -> None:
    """A table or a snippet alone on its line becomes a mark, also one that nobody knows."""
    text = "a\n\n{{ table.cookies }}\n\n{{ snippet.absatz.de }}  \n\n{{table.x}}\n"
    expected = "a\n\n{}\n\n{}\n\n{}\n".format(
        *map(MARK.format, ("table.cookies", "snippet.absatz.de", "table.x"))
    )
    assert filled(text) == (expected, [])


def test_unknown() -> None:
    """What nobody knows stays as it is, and is reported with the nearest known one."""
    text = "{{ company.cty }}\n{{ wetter }}\n- {{ table.cookies }}\n- {{ table.kekse }}\n{{}}"
    assert filled(text) == (
        text,
        [
            (
                "content/pages/home.de.md:5:1: unknown placeholder '{{ company.cty }}'; "
                "did you mean 'company.city'?"
            ),
            (
                "content/pages/home.de.md:6:1: unknown placeholder '{{ wetter }}'; "
                "its keys stand in company.toml, processing.toml"
            ),
            (
                "content/pages/home.de.md:7:3: the placeholder '{{ table.cookies }}' makes a "
                "block; put it on a line of its own"
            ),
            (
                "content/pages/home.de.md:8:3: unknown table 'table.kekse'; known are "
                "data_categories, activities, recipients, retention, cookies"
            ),
            (
                "content/pages/home.de.md:9:1: unknown placeholder '{{}}'; "
                "its keys stand in company.toml, processing.toml"
            ),
        ],
    )


@given(st.text(alphabet="{} #company.tyx\n", max_size=60))
def test_any_text(text: str) -> None:
    """A text without a known placeholder comes back unchanged."""
    assert filled(text)[0] == text


@given(st.lists(st.sampled_from(["Wort ", "\n", *(f"{{{{ {key} }}}}" for key in VALUES)])))
def test_all_are_filled(parts: list[str]) -> None:
    """No known placeholder is left, and nothing else is changed."""
    text = "".join(parts)
    expected = text
    for key, value in VALUES.items():
        expected = expected.replace(f"{{{{ {key} }}}}", value or "[offen]")
    assert filled(text) == (expected, [])
