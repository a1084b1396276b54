"""Pictures that are not there, lie elsewhere, or say nothing."""

from __future__ import annotations

from tests.unit.pipeline import small_site
from tests.unit.pipeline.failures import HOME, PRIVACY, at, both, edit, failure, put

LONG = f"images/{'x' * 300}.svg"

PICTURES = (
    failure(
        "a picture that is not there",
        edit(HOME, "images/harbour.svg", "images/hafen.svg"),
        at(
            "content/pages/home.de.md:8:14",
            "broken-image",
            "there is no picture content/images/hafen.svg; add the file or correct the name",
            "das Bild content/images/hafen.svg gibt es nicht; ergänzen Sie die Datei, oder "
            "berichtigen Sie den Namen",
        ),
    ),
    failure(
        "a picture whose name no file can have",
        edit(HOME, "images/harbour.svg", LONG),
        at(
            "content/pages/home.de.md:8:14",
            "broken-image",
            f"there is no picture content/{LONG}; add the file or correct the name",
            f"das Bild content/{LONG} gibt es nicht; ergänzen Sie die Datei, oder berichtigen Sie "
            "den Namen",
        ),
    ),
    failure(
        "a picture without alternative text",
        edit(HOME, "![Ein Hafen]", "![]"),
        at(
            "content/pages/home.de.md:8:5",
            "broken-image",
            "the picture 'images/harbour.svg' has no alternative text; say in the square "
            "brackets what it shows",
            "das Bild 'images/harbour.svg' hat keinen Alternativtext; sagen Sie in den eckigen "
            "Klammern, was es zeigt",
        ),
    ),
    failure(
        "a picture in HTML",
        edit(HOME, "![Ein Hafen](images/harbour.svg)", 'Hier: <img src="/images/harbour.svg">'),
        at(
            "content/pages/home.de.md:8:7",
            "broken-image",
            "the picture is written in HTML, which nobody checks; write ![what it shows](images/…)",
            "das Bild ist in HTML geschrieben, was niemand prüft; schreiben Sie ![was es "
            "zeigt](images/…)",
        ),
    ),
    failure(
        "a picture whose bracket is missing",
        edit(HOME, "(images/harbour.svg)", "(images/harbour.svg"),
        at(
            "content/pages/home.de.md:8:12",
            "broken-link",
            "'](images/harbour.svg' is no link; write [words](address) without a space between",
            "'](images/harbour.svg' ist kein Link; schreiben Sie [Wörter](Adresse) ohne "
            "Leerzeichen dazwischen",
        ),
    ),
    failure(
        "every picture without alternative text is named in one run",
        both(
            edit(HOME, "![Ein Hafen]", "![]"), edit(PRIVACY, "auf. {", "auf. ![](images/x.png) {")
        ),
        at(
            "content/legal/privacy.de.md:15:51",
            "broken-image",
            "there is no picture content/images/x.png; add the file or correct the name",
            "das Bild content/images/x.png gibt es nicht; ergänzen Sie die Datei, oder "
            "berichtigen Sie den Namen",
        ),
        at(
            "content/pages/home.de.md:8:5",
            "broken-image",
            "the picture 'images/harbour.svg' has no alternative text; say in the square "
            "brackets what it shows",
            "das Bild 'images/harbour.svg' hat keinen Alternativtext; sagen Sie in den eckigen "
            "Klammern, was es zeigt",
        ),
    ),
    *(
        failure(
            f"a foreign picture ({address})",
            edit(HOME, "images/harbour.svg", address),
            at(
                "content/pages/home.de.md:8:14",
                "broken-image",
                f"the picture '{address}' lies on another server; save it in content/images/ and "
                "write 'images/…'",
                f"das Bild '{address}' liegt auf einem anderen Server; speichern Sie es in "
                "content/images/, und schreiben Sie 'images/…'",
            ),
        )
        for address in ("https://other.example/x.png", "//other.example/x.png", "data:image/png,")
    ),
    *(
        failure(
            f"a picture from another folder ({name})",
            edit(HOME, "images/harbour.svg", name),
            at(
                "content/pages/home.de.md:8:14",
                "broken-image",
                f"the picture '{name}' is not in content/images/; put it there",
                f"das Bild '{name}' liegt nicht in content/images/; legen Sie es dort ab",
            ),
        )
        for name in ("harbour.svg", "/images/harbour.svg", "images/../pages/home.de.md")
    ),
    *(
        failure(
            f"a drawing without {fact}",
            both(
                put("content/images/hafen.svg", drawing),
                edit(HOME, "images/harbour.svg", "images/hafen.svg"),
            ),
            at(
                "content/pages/home.de.md:8:14",
                "broken-image",
                "content/images/hafen.svg says no width and height in pixels; write them into its "
                "<svg>",
                "content/images/hafen.svg nennt Breite und Höhe nicht in Pixeln; schreiben Sie "
                "beide in das <svg>",
            ),
        )
        for fact, drawing in (
            ("dimensions", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
            ("bounds", small_site.PICTURE.replace("30", "inf")),
        )
    ),
    failure(
        "a picture that leads out of the repository",
        both(
            put("../elsewhere.svg", small_site.PICTURE),
            lambda root: (root / "content/images/hafen.svg").symlink_to(
                root.parent / "elsewhere.svg"
            ),
        ),
        at(
            "content/images/hafen.svg:1:1",
            "misplaced-file",
            "this is a link to something that is not in content/images/; put the file itself here",
            "das ist eine Verknüpfung mit etwas, das nicht in content/images/ liegt; legen Sie "
            "die Datei selbst hier ab",
        ),
    ),
    failure(
        "a picture that is none, on both pages that show it",
        put("content/images/harbour.svg", "<svg"),
        at(
            "content/pages/home.de.md:8:14",
            "broken-image",
            "content/images/harbour.svg is no picture that browsers show; replace the file",
            "content/images/harbour.svg ist kein Bild, das Browser zeigen; ersetzen Sie die Datei",
        ),
        at(
            "content/pages/home.en.md:8:14",
            "broken-image",
            "content/images/harbour.svg is no picture that browsers show; replace the file",
            "content/images/harbour.svg ist kein Bild, das Browser zeigen; ersetzen Sie die Datei",
        ),
    ),
)
