"""The words of the theme in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog

from editorial import catalogues
from editorial.catalogues import DOMAIN, CatalogueError, current_language
from messages import po, speaking

if TYPE_CHECKING:
    from pathlib import Path

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
NAME = "translations/de/LC_MESSAGES/messages.po"


def write(root: Path, lang: str, words: str) -> Path:
    """Write a catalogue."""
    path = po.path_of(lang, DOMAIN, root / "translations")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((HEADER + words).encode())
    return path


def test_speak(tmp_path: Path) -> None:
    """Words come in the language of the page, or in the one that is asked for."""
    plural = 'msgid "%(n)s page"\nmsgid_plural "%(n)s pages"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    write(tmp_path, "de", 'msgid "Name"\nmsgstr "Benennung"\n' + plural.format("Seite", "Seiten"))
    write(tmp_path, "en", 'msgid "Name"\nmsgstr "Name"\n' + plural.format("page", "pages"))
    words = catalogues.load(tmp_path / "translations", tmp_path, ("de", "en"))
    said = []
    for lang in ("de", "en"):
        token = current_language.set(lang)
        said += [words.gettext("Name"), words.ngettext("%(n)s page", "%(n)s pages", 2)]
        current_language.reset(token)
    assert said == ["Benennung", "Seiten", "Name", "pages"]
    assert words.translate("de", "Name") == "Benennung"


def test_quotation_marks_inside(tmp_path: Path) -> None:
    """Escaped quotation marks, several lines and comments are no mistake."""
    write(tmp_path, "de", '# "x\nmsgid "a"\nmsgstr ""\n"sagt \\"ja\\" \\\\"\n"und"\n')
    words = catalogues.load(tmp_path / "translations", tmp_path, ("de",))
    assert words.translate("de", "a") == 'sagt "ja" \\und'


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            'msgid "a"\nmsgstr "b\n',
            f"{NAME}:5:1: this text does not end with a quotation mark; add it",
        ),
        (
            'msgid "a"\nmsgstr "b" c\n',
            f"{NAME}:5:1: this text does not end with a quotation mark; add it",
        ),
        (
            'msgid "a"\nmsgstr "b \\"\n',
            f"{NAME}:5:1: this text does not end with a quotation mark; add it",
        ),
        (
            'msgid "a"\nwords "b"\n',
            (
                f"{NAME}:5:1: this is not a catalogue: Unknown or misformatted keyword; "
                "look at the quotation marks"
            ),
        ),
        *(
            (
                f'msgid "a"\nmsgid_plural "b"\n{keyword} "c"\n',
                (
                    f"{NAME}:6:1: this is not a catalogue: Unknown or misformatted keyword; "
                    "look at the quotation marks"
                ),
            )
            for keyword in ("msgstr[x]", "msgstr[0", "msgstr[-1]", "msgstr[]")
        ),
        (
            'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
            f"{NAME}:7:1: the message 'a' stands twice, with different words; keep one of the two",
        ),
    ],
)
def test_broken(words: str, says: str, tmp_path: Path) -> None:
    """A catalogue that cannot be read is named with its line."""
    write(tmp_path, "de", words)
    with pytest.raises(CatalogueError) as caught:
        catalogues.load(tmp_path / "translations", tmp_path, ("de",))
    assert list(map(str, caught.value.findings)) == [says]


def test_all_that_is_broken(tmp_path: Path) -> None:
    """Every language is read before the build stops."""
    with pytest.raises(CatalogueError) as caught:
        catalogues.load(tmp_path / "translations", tmp_path, ("de", "en"))
    assert list(map(str, caught.value.findings)) == [
        f"{NAME}:1:1: the catalogue is missing; run `inv translate`",
        f"{NAME.replace('/de/', '/en/')}:1:1: the catalogue is missing; run `inv translate`",
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ('msgid "Name"\nmsgstr "Benennung"\n', []),
        (
            "",
            [
                (
                    "po:1:1: the message 'Name' is missing; run `inv translate` and write "
                    "its words (missing-message)"
                )
            ],
        ),
        (
            'msgid "Name"\nmsgstr ""\n',
            ["po:4:1: the message 'Name' has no words; write them into msgstr (missing-message)"],
        ),
        (
            '#, fuzzy\nmsgid "Name"\nmsgstr "Mane"\n',
            [
                (
                    "po:5:1: the message 'Name' is marked fuzzy; check its words, remove the mark "
                    "(fuzzy-message)"
                )
            ],
        ),
        (
            'msgid "Name"\nmsgstr "Benennung"\n\nmsgid "Old"\nmsgstr "Alt"\n',
            ["po:7:1: the message 'Old' is used nowhere; run `inv translate` (unused-message)"],
        ),
    ],
)
def test_judge(words: str, says: list[str], tmp_path: Path) -> None:
    """A message that is missing, without words, fuzzy or unused is reported."""
    template = Catalog()
    template.add("Name")
    catalogue = po.read(write(tmp_path, "de", words), "de")
    found = catalogues.judge(catalogue, template, "po")
    assert [f"{finding} ({finding.rule})" for finding in found] == says


def test_judge_placeholders(tmp_path: Path) -> None:
    """Words whose placeholder differs from the message's are reported."""
    template = Catalog()
    template.add("%(n)s pages", flags=("python-format",))
    words = '#, python-format\nmsgid "%(n)s pages"\nmsgstr "%(m)s Seiten"\n'
    catalogue = po.read(write(tmp_path, "de", words), "de")
    assert list(map(str, catalogues.judge(catalogue, template, "po"))) == [
        (
            "po:5:1: the words of '%(n)s pages' do not fit: unknown named placeholder 'm'; "
            "correct the placeholder"
        )
    ]


OF_CHECKS = 'msgid "\'{id}\' has {count} lines"\nmsgstr "{words}"\n'


@pytest.mark.parametrize(
    ("words", "english", "german"),
    [
        ("{count} Zeilen hat '{id}'", [], []),
        (
            "",
            ["po:4:1: the message ''{id}' has {count} lines' has no words; write them into msgstr"],
            [
                "po:4:1: die Meldung ''{id}' has {count} lines' hat keinen Wortlaut; "
                "schreiben Sie ihn in msgstr"
            ],
        ),
        (
            "'{id}' hat Zeilen",
            [
                "po:4:1: the words of ''{id}' has {count} lines' lack {count}; "
                "write it where its value belongs"
            ],
            [
                "po:4:1: im Wortlaut von ''{id}' has {count} lines' fehlt {count}; "
                "schreiben Sie es dorthin, wo der Wert stehen soll"
            ],
        ),
        (
            "'{id}' hat {count} {zeilen}",
            [
                "po:4:1: the words of ''{id}' has {count} lines' have {zeilen}, "
                "which the message does not fill; correct the placeholder"
            ],
            [
                "po:4:1: der Wortlaut von ''{id}' has {count} lines' hat {zeilen}, "
                "wofür die Meldung keinen Wert hat; berichtigen Sie den Platzhalter"
            ],
        ),
        (
            "'{id}' hat {count} Zeilen}",
            [
                "po:4:1: the words of ''{id}' has {count} lines' do not fit: Single '}' "
                "encountered in format string; write braces that are to be read twice, {{ and }}"
            ],
            [
                "po:4:1: der Wortlaut von ''{id}' has {count} lines' passt nicht: Single '}' "
                "encountered in format string; schreiben Sie geschweifte Klammern, die zu lesen "
                "sein sollen, doppelt: {{ und }}"
            ],
        ),
    ],
)
def test_judge_fields(words: str, english: list[str], german: list[str], tmp_path: Path) -> None:
    """Words of the checks fill the same fields as the message, in whatever order."""
    template = Catalog()
    template.add("'{id}' has {count} lines")
    path = write(tmp_path, "de", OF_CHECKS.replace("{words}", words))
    catalogue = po.read(path, "de")
    for lang, says in (("en", english), ("de", german)):
        with speaking(lang):
            found = list(map(str, catalogues.judge(catalogue, template, "po")))
        assert found == says


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (
            "Content-Type: text/plain; charset=iso-8859-1",
            "3:1: the catalogue declares the encoding 'iso-8859-1'; write charset=utf-8",
        ),
        (
            "Content-Type: text/plain; charset=nope",
            "3:1: the catalogue declares the encoding 'nope'; write charset=utf-8",
        ),
        (
            "Plural-Forms: nplurals=two; plural=0",
            (
                "1:1: this is not a catalogue: invalid literal for int() with base 10: 'two'; "
                "look at the quotation marks"
            ),
        ),
        (
            "Plural-Forms: nplurals=2; plural=n!!",
            (
                "3:1: this is not a catalogue: unexpected token in plural form: !; "
                "look at the quotation marks"
            ),
        ),
    ],
)
def test_broken_head(head: str, says: str, tmp_path: Path) -> None:
    """A head that says what is not so is named, with its line where that is known."""
    path = write(tmp_path, "de", "")
    path.write_text(f'msgid ""\nmsgstr ""\n"{head}\\n"\n\nmsgid "a"\nmsgstr "b"\n')
    with pytest.raises(CatalogueError) as caught:
        catalogues.load(tmp_path / "translations", tmp_path, ("de",))
    assert list(map(str, caught.value.findings)) == [f"{NAME}:{says}"]


def test_no_file(tmp_path: Path) -> None:
    """A folder or a link in a circle in the place of a catalogue is named."""
    path = write(tmp_path, "de", "")
    for place, reason in (
        (path.mkdir, "Is a directory"),
        (lambda: path.symlink_to(path.name), "Too many levels of symbolic links"),
    ):
        path.rmdir() if path.is_dir() else path.unlink()
        place()
        with pytest.raises(CatalogueError) as caught:
            catalogues.load(tmp_path / "translations", tmp_path, ("de",))
        says = f"{NAME}:1:1: the file cannot be read: {reason}; put a file in its place"
        assert list(map(str, caught.value.findings)) == [says]


def test_mark_at_the_beginning(tmp_path: Path) -> None:
    """A byte order mark, which some editors write, is no part of a catalogue."""
    path = write(tmp_path, "de", 'msgid "a"\nmsgstr "b"\n')
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    words = catalogues.load(tmp_path / "translations", tmp_path, ("de",))
    assert words.translate("de", "a") == "b"


def test_twice_alike(tmp_path: Path) -> None:
    """A message that stands twice with the same words is no mistake."""
    write(tmp_path, "de", 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "b"\n')
    words = catalogues.load(tmp_path / "translations", tmp_path, ("de",))
    assert words.translate("de", "a") == "b"
