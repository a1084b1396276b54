"""Links that lead nowhere, or that are written in a way that nobody checks."""

from __future__ import annotations

from tests.unit.pipeline.failures import HOME, PRIVACY, at, edit, failure

PAGES = (
    "access, accessibility, for-customers, gateway, home, imprint, not-found, privacy, rights, "
    "services, trial, try"
)

LINKS = (
    failure(
        "a link to no page",
        edit(HOME, "page:privacy#cookies", "page:datenschutz"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            f"there is no page 'datenschutz'; known are {PAGES}",
            f"die Seite 'datenschutz' gibt es nicht; bekannt sind {PAGES}",
        ),
    ),
    failure(
        "a link to no clause of the same page",
        edit(PRIVACY, "(#cookies)", "(#kekse)"),
        at(
            "content/legal/privacy.de.md:16:15",
            "broken-link",
            "the link '#kekse' leads to no clause: content/legal/privacy.de.md has no "
            "'{#kekse}'; correct the id",
            "der Link '#kekse' führt zu keiner Klausel: content/legal/privacy.de.md hat kein "
            "'{#kekse}'; berichtigen Sie die Kennung",
        ),
    ),
    failure(
        "a link to no clause of another page",
        edit(HOME, "page:privacy#cookies", "page:privacy#kekse"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "the link 'page:privacy#kekse' leads to no clause: content/legal/privacy.de.md has "
            "no '{#kekse}'; correct the id",
            "der Link 'page:privacy#kekse' führt zu keiner Klausel: content/legal/privacy.de.md "
            "hat kein '{#kekse}'; berichtigen Sie die Kennung",
        ),
    ),
    failure(
        "a link by address",
        edit(HOME, "page:privacy#cookies", "/de/datenschutz/#cookies"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "the link '/de/datenschutz/#cookies' names an address; write 'page:' and the id of "
            "the page",
            "der Link '/de/datenschutz/#cookies' nennt eine Adresse; schreiben Sie 'page:' und "
            "die Kennung der Seite",
        ),
    ),
    failure(
        "a link by the whole address",
        edit(HOME, "page:privacy#cookies", "https://maps.example/de/datenschutz/"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "the link 'https://maps.example/de/datenschutz/' leads to this site; write 'page:' "
            "and the id of the page",
            "der Link 'https://maps.example/de/datenschutz/' führt zu dieser Website; schreiben "
            "Sie 'page:' und die Kennung der Seite",
        ),
    ),
    failure(
        "a link to an address where nothing is",
        edit(HOME, "page:privacy#cookies", "/de/karten/"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "nothing is published at '/de/karten/'; correct the link",
            "unter '/de/karten/' ist nichts veröffentlicht; berichtigen Sie den Link",
        ),
    ),
    failure(
        "a link to a file name",
        edit(HOME, "page:privacy#cookies", "datenschutz.html"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "the link 'datenschutz.html' says neither page nor address; write 'page:' and an id",
            "der Link 'datenschutz.html' nennt weder Seite noch Adresse; schreiben Sie 'page:' "
            "und eine Kennung",
        ),
    ),
    failure(
        "a link to what is no address",
        edit(HOME, "page:privacy#cookies", "https://[oldenburg]/"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "'https://[oldenburg]/' is no address; correct it",
            "'https://[oldenburg]/' ist keine Adresse; berichtigen Sie sie",
        ),
    ),
    failure(
        "a link with a script",
        edit(HOME, "page:privacy#cookies", "javascript:alert"),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "the link 'javascript:alert' says neither page nor address; write 'page:' and an id",
            "der Link 'javascript:alert' nennt weder Seite noch Adresse; schreiben Sie 'page:' "
            "und eine Kennung",
        ),
    ),
    failure(
        "a link in HTML",
        edit(HOME, "[Datenschutz](page:privacy#cookies)", '<a href="/de/nein/">Datenschutz</a>'),
        at(
            "content/pages/home.de.md:6:7",
            "broken-link",
            "the link is written in HTML, which nobody checks; write [words](address)",
            "der Link ist in HTML geschrieben, was niemand prüft; schreiben Sie [Wörter](Adresse)",
        ),
    ),
    *(
        failure(
            f"a link that is not finished ({typed})",
            edit(HOME, "[Datenschutz](page:privacy#cookies)", typed),
            at(
                "content/pages/home.de.md:6:19",
                "broken-link",
                f"'{shown}' is no link; write [words](address) without a space between",
                f"'{shown}' ist kein Link; schreiben Sie [Wörter](Adresse) ohne Leerzeichen "
                "dazwischen",
            ),
        )
        for typed, shown in (
            ("[Datenschutz](page:privacy", "](page:privacy."),
            ("[Datenschutz] (page:privacy)", "] (page:privacy"),
            ("[Datenschutz][privacy]", "][privacy"),
        )
    ),
    failure(
        "a link without words",
        edit(HOME, "[Datenschutz](page:privacy#cookies)", "[](page:privacy)"),
        at(
            "content/pages/home.de.md:6:10",
            "broken-link",
            "the link to 'page:privacy' has no words; write some",
            "der Link zu 'page:privacy' hat keine Wörter; schreiben Sie welche",
        ),
    ),
)
