"""Takes words out of templates and code and into catalogues: what `inv translate` does.

Everything is Babel; this says where words stand and keeps the catalogues in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

import messages
from editorial import catalogues
from editorial.documents import LANGUAGES
from messages import po

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Domain:
    """One kind of words: where they stand, how they are marked, which languages are kept.

    `methods` gives Babel's way to read the files of a pattern, `keywords` the argument of a
    function that holds the words, `subject` what the head of a catalogue calls them.
    """

    name: str
    languages: tuple[str, ...]
    methods: Mapping[str, str]
    keywords: Mapping[str, tuple[int, ...] | None]
    subject: str
    options: Mapping[str, dict[str, str]] = field(default_factory=dict)


_TEMPLATES = "theme/templates/**.html"

THEME = Domain(
    name=catalogues.DOMAIN,
    languages=LANGUAGES,
    methods={_TEMPLATES: "jinja2", "editorial/**.py": "python", "notices/**.py": "python"},
    # `translate(lang, words)` names its words second.
    keywords={"_": None, "gettext": None, "ngettext": (1, 2), "translate": (2,)},
    subject="The words of the theme.",
    options={_TEMPLATES: {"trimmed": "true", "silent": "false"}},
)
CHECKS = Domain(
    name=messages.DOMAIN,
    languages=messages.TRANSLATED,
    methods={
        f"{package}/**.py": "python"
        for package in ("editorial", "messages", "notices", "pipeline", "preview", "registers")
    },
    keywords={"say": None},
    subject="What the checks say to editors.",
)
DOMAINS = (THEME, CHECKS)

_HEADER = """\
# {subject} Change msgstr, never msgid.
# `inv translate` brings new messages and takes unused ones away."""
_ELSEWHERE = {"output", "dist", "node_modules", "tests"}


def extract(root: Path, domain: Domain) -> Catalog:
    """Give the template catalogue: every message with its places and translators' comments."""
    template = Catalog(project="firstparty", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        root,
        method_map=list(domain.methods.items()),
        options_map=dict(domain.options),
        keywords=dict(domain.keywords),
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=lambda path: (
            not any(
                part.startswith(".") or part in _ELSEWHERE
                for part in str(path).removeprefix(str(root)).split("/")
            )
        ),
    )
    for filename, _line, message, comments, context in sorted(found, key=_order):
        # No line numbers: they change with every edit and say nothing to a translator. Babel
        # writes a place without one, but its types do not say so.
        places = [(filename, None)]
        template.add(message, None, places, auto_comments=comments, context=context)  # type: ignore[arg-type]  # see above
    return template


def update(root: Path) -> None:
    """Bring every catalogue up to date: new messages empty, unused ones gone, English filled."""
    for domain in DOMAINS:
        template = extract(root, domain)
        for lang in domain.languages:
            path = po.path_of(lang, domain.name, root / "translations")
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue = po.read(path, lang) if path.exists() else _new(lang)
            catalogue.header_comment = _HEADER.format(subject=domain.subject)
            catalogue.fuzzy = False
            catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
            catalogue.obsolete.clear()
            if lang == "en":
                for message in catalogue:
                    if message.id and not message.string:
                        message.string = message.id
            with path.open("wb") as file:
                write_po(file, catalogue, width=100, sort_output=True)


def _new(lang: str) -> Catalog:
    """Give a catalogue whose head names nobody: the repository says who wrote it."""
    return Catalog(
        locale=lang,
        project="firstparty",
        version="1",
        msgid_bugs_address="",
        last_translator="",
        language_team=lang,
    )


def _order(found: tuple[object, ...]) -> tuple[str, str]:
    return str(found[2]), str(found[0])


if __name__ == "__main__":
    update(Path(__file__).resolve().parent.parent)
