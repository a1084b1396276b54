"""Takes the words of the theme out of templates and code: what `inv translate` does.

Everything is Babel; this says where words stand and keeps the catalogues in order.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from editorial import catalogues
from editorial.documents import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

_METHODS = [("theme/templates/**.html", "jinja2"), ("editorial/**.py", "python")]
_OPTIONS = {"theme/templates/**.html": {"trimmed": "true", "silent": "false"}}
#: `translate(lang, words)` names its words second.
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "translate": (2,)}


_HEADER = """\
# The words of the theme. Change msgstr, never msgid.
# `inv translate` brings new messages and takes unused ones away."""


def extract(root: Path) -> Catalog:
    """Give the template catalogue: every message with its places and translators' comments."""
    template = Catalog(project="firstparty", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        root,
        method_map=_METHODS,
        options_map=_OPTIONS,
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=lambda path: (
            not any(
                part.startswith(".") or part in {"output", "dist", "node_modules", "tests"}
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


def update(root: Path, languages: Sequence[str]) -> None:
    """Bring every catalogue up to date: new messages empty, unused ones gone, English filled."""
    template = extract(root)
    for lang in languages:
        path = catalogues.path_of(lang, root / "translations")
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = catalogues.read(path, lang) if path.exists() else Catalog(locale=lang)
        catalogue.header_comment = _HEADER
        catalogue.fuzzy = False
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        if lang == "en":
            for message in catalogue:
                if message.id and not message.string:
                    message.string = message.id
        with path.open("wb") as file:
            write_po(file, catalogue, width=100, sort_output=True)


def _order(found: tuple[object, ...]) -> tuple[str, str]:
    return str(found[2]), str(found[0])


if __name__ == "__main__":
    update(Path(__file__).resolve().parent.parent, LANGUAGES)
