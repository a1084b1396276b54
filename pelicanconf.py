"""Settings of the site; the order of PLUGINS is the order of the pipeline."""

import logging

from jinja2 import StrictUndefined

SITENAME = "firstparty"  # templates print the name from company.toml
SITEURL = ""  # set from company.toml by plugins.facts

PATH = "content"
PAGE_PATHS = ["pages", "legal"]
PAGE_EXCLUDES = ["legal/snippets", "legal/revisions"]
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
IGNORE_FILES = [".*"]
# editorial.images judges pictures, and names their line
LOG_FILTER = [(logging.WARNING, "Empty alt attribute for image %s in %s")]
OUTPUT_PATH = "output"

THEME = "theme"
THEME_STATIC_PATHS: list[str] = []  # plugins.assets publishes the theme's files
DIRECT_TEMPLATES: list[str] = []
JINJA_ENVIRONMENT = {
    "extensions": ["jinja2.ext.i18n"],
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,  # a misspelt name stops the build instead of printing nothing
}

DEFAULT_LANG = "de"
PAGE_TRANSLATION_ID = "id"
TIMEZONE = "Europe/Berlin"
# Babel writes the dates; the machine's own locale may not even be installed
LOCALE = ["C.UTF-8", "C"]

PLUGIN_PATHS = ["."]
PLUGINS = [
    "plugins.facts",  # registers
    "plugins.assets",  # fonts, pictures, stylesheet
    "plugins.bilingual",  # both languages, words, links
    "plugins.legal",  # clauses, revisions
    "plugins.copies",  # each notice as plain text, Markdown and TILT
    "plugins.discovery",  # JSON-LD, sitemap, security.txt
    "plugins.minify",
    "plugins.headers",  # policy
    "plugins.guard",  # nothing third-party: the last word
]

#: Page ids, in the order of the menus.
NAVIGATION = ["services", "try", "access", "privacy"]
FOOTER_NAVIGATION = ["privacy", "rights", "for-customers", "imprint", "accessibility"]

#: Addresses of files that plugins write; texts may link to them.
PUBLISHED_PATHS = [
    "/robots.txt",
    "/sitemap.xml",
    "/.well-known/security.txt",
    "/.well-known/gpc.json",
    "/privacy/tilt.de.json",
    "/privacy/tilt.en.json",
]

FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
TAGS_SAVE_AS = ""
DEFAULT_PAGINATION = False
FORMATTED_FIELDS: list[str] = []
TYPOGRIFY = False
LOAD_CONTENT_CACHE = False
CACHE_CONTENT = False
