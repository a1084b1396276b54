"""What only the finished site shows, and plugins that break down."""

from __future__ import annotations

from tests.unit.pipeline.failures import HOME, at, both, edit, failure, own_theme, plugin, put

FOREIGN = (
    failure(
        "a foreign frame in a text",
        both(
            own_theme,
            put("theme/templates/page.html", "<main>{{ page.content }}</main>\n"),
            edit(HOME, "Siehe", '<iframe src="https://other.example/x"></iframe>\n\nSiehe'),
        ),
        at(
            "content/pages/home.de.md:6:14",
            "third-party-frame",
            '<iframe src> would show "https://other.example/x" from other.example; put a link in '
            "its place, or a picture made here that is one (published at de/index.html:1:15)",
            '<iframe src> would show "https://other.example/x" from other.example; put a link in '
            "its place, or a picture made here that is one (veröffentlicht in de/index.html:1:15)",
        ),
    ),
    failure(
        "a foreign picture in a picture of a text",
        put(
            "content/images/harbour.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">\n'
            '<image href="https://other.example/x.png"/></svg>\n',
        ),
        at(
            "content/images/harbour.svg:2:14",
            "third-party-image",
            'the image "https://other.example/x.png" in <image href> would be fetched from '
            "other.example; copy it into the site and name the copy (published at "
            "static/media/harbour.d47bee62.svg:2:1)",
            'the image "https://other.example/x.png" in <image href> would be fetched from '
            "other.example; copy it into the site and name the copy (veröffentlicht in "
            "static/media/harbour.d47bee62.svg:2:1)",
        ),
    ),
    failure(
        "a foreign script in a template: one line, many pages",
        both(
            own_theme,
            put("theme/templates/page.html", '<p>\n<script src="//cdn.example/x.js"></script>\n'),
        ),
        at(
            "theme/templates/page.html:2:14",
            "third-party-script",
            'the script "//cdn.example/x.js" in <script src> would be fetched from cdn.example '
            "and run; copy it into the site and name the copy (published at "
            "de/access/index.html:1:13 and 19 more)",
            'the script "//cdn.example/x.js" in <script src> would be fetched from cdn.example '
            "and run; copy it into the site and name the copy (veröffentlicht in "
            "de/access/index.html:1:13 und an 19 weiteren Stellen)",
        ),
    ),
    failure(
        "a foreign address in a script",
        both(own_theme, put("theme/static/js/language.js", 'fetch("https://a.example/x");\n')),
        at(
            "theme/static/js/language.js:1:8",
            "third-party-script-address",
            'the script holds the address "https://a.example/x" at a.example (fetch); name an '
            "address of the site, or accept the reviewed script in the baseline (published at "
            "static/js/language.aa9e998d.js:1:1)",
            'the script holds the address "https://a.example/x" at a.example (fetch); name an '
            "address of the site, or accept the reviewed script in the baseline (veröffentlicht "
            "in static/js/language.aa9e998d.js:1:1)",
        ),
    ),
)


PLUGINS = (
    failure(
        "settings that are no Python",
        edit("pelicanconf.py", 'SITENAME = "firstparty"', 'SITENAME = "firstparty'),
        at(
            "pelicanconf.py:7:1",
            "broken-module",
            "this is no Python: unterminated string literal (detected at line 7); correct it",
            "das ist kein Python: unterminated string literal (detected at line 7); berichtigen "
            "Sie es",
        ),
    ),
    failure(
        "a plugin that does not exist",
        edit("pelicanconf.py", '"plugins.guard",', '"plugins.guard", "plugins.none",'),
        at(
            "pelicanconf.py:1:1",
            "build-stopped",
            "the build stopped: Cannot load plugin `plugins.none`\nCannot import plugin "
            "`plugins.none` (ImportError: Cannot import plugin `plugins.none`); Warning or error "
            "encountered; run it again with --traceback to see where",
            "der Bau der Website ist abgebrochen: Cannot load plugin `plugins.none`\nCannot "
            "import plugin `plugins.none` (ImportError: Cannot import plugin `plugins.none`); "
            "Warning or error encountered; starten Sie ihn noch einmal mit --traceback, um zu "
            "sehen, wo",
        ),
    ),
    failure(
        "a plugin whose import fails",
        plugin("planted_import", "import nowhere\n"),
        at(
            "pelicanconf.py:1:1",
            "build-stopped",
            "the build stopped: Cannot load plugin `planted_import`\nNo module named 'nowhere' "
            "(ModuleNotFoundError: No module named 'nowhere'); Warning or error encountered; run "
            "it again with --traceback to see where",
            "der Bau der Website ist abgebrochen: Cannot load plugin `planted_import`\nNo module "
            "named 'nowhere' (ModuleNotFoundError: No module named 'nowhere'); Warning or error "
            "encountered; starten Sie ihn noch einmal mit --traceback, um zu sehen, wo",
        ),
    ),
    failure(
        "a plugin with a mistake in its code",
        plugin("planted_mistake", "1 / 0\n"),
        at(
            "pelicanconf.py:1:1",
            "build-stopped",
            "the build stopped: division by zero; run it again with --traceback to see where",
            "der Bau der Website ist abgebrochen: division by zero; starten Sie ihn noch einmal "
            "mit --traceback, um zu sehen, wo",
        ),
    ),
    failure(
        "a plugin that cannot register",
        plugin("planted_register", "def register():\n    raise OSError('no')\n"),
        at(
            "pelicanconf.py:1:1",
            "build-stopped",
            "the build stopped: Cannot register plugin `planted_register` (OSError: no); Warning "
            "or error encountered; run it again with --traceback to see where",
            "der Bau der Website ist abgebrochen: Cannot register plugin `planted_register` "
            "(OSError: no); Warning or error encountered; starten Sie ihn noch einmal mit "
            "--traceback, um zu sehen, wo",
        ),
    ),
)
