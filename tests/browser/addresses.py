"""Every address of the site, as the tests of the browser visit them."""

from __future__ import annotations

GERMAN = (
    "/de/",
    "/de/kartendienste/",
    "/de/ausprobieren/",
    "/de/zugang/",
    "/de/testzugang/",
    "/de/datenschutz/",
    "/de/ihre-rechte/",
    "/de/fuer-ihre-datenschutzerklaerung/",
    "/de/impressum/",
    "/de/barrierefreiheit/",
    "/de/fassungen/",
)
ENGLISH = (
    "/en/",
    "/en/map-services/",
    "/en/try/",
    "/en/access/",
    "/en/trial/",
    "/en/privacy/",
    "/en/your-rights/",
    "/en/for-your-privacy-notice/",
    "/en/imprint/",
    "/en/accessibility/",
    "/en/versions/",
)
BOTH = ("/index.html", "/404.html")
EVERY = GERMAN + ENGLISH + BOTH
