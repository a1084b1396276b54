"""The reader that hands a Markdown file to `editorial` and its HTML to Pelican."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pelican.readers import BaseReader

from editorial.documents import LANGUAGES

if TYPE_CHECKING:
    from editorial.site import Site


class EditorialReader(BaseReader):  # type: ignore[misc]  # Pelican ships no types
    """Read a page."""

    enabled = True
    file_extensions: ClassVar[list[str]] = ["md"]

    def read(self, source_path: str) -> tuple[str, dict[str, str]]:
        """Give HTML and metadata of a page; problems go to `editorial.problems`."""
        site: Site = self.settings["SITE"]
        name = Path(source_path).relative_to(site.root).as_posix()
        document = site.inventory.by_name[name]
        front = {key.lower(): value for key, value in document.front.items()}
        path = document.address.lstrip("/")
        return site.text(document).html, {
            "lead": "",
            "label": "",
            **front,
            "template": document.template,
            "id": document.id,
            "lang": document.lang or LANGUAGES[0],
            "slug": f"{document.id}-{document.lang}",
            "url": path,
            "save_as": path if path.endswith(".html") else f"{path}index.html",
        }
