"""Which attribute holds what: the HTML standard's index of attributes, SVG 2, MathML Core.

What is not in these tables is not known to be inert, and counts as `UNKNOWN_ATTRIBUTE`.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from firstparty.extract.words import words
from firstparty.model import Use


class Grammar(Enum):
    """How the value of an attribute is read."""

    URL = auto()
    URLS = auto()  # separated by ASCII white space
    SRCSET = auto()
    STYLE = auto()  # declarations
    CSS_VALUE = auto()  # an SVG presentation attribute
    HANDLER = auto()  # the body of an event handler
    DOCUMENT = auto()  # HTML
    ANIMATED = auto()  # SMIL: values separated by semicolons
    UNKNOWN = auto()


# Attributes that no browser fetches, whatever the element.
INERT: Final = words(
    """
    abbr about accept accept-charset accesskey align allow alt as autocapitalize autocomplete
    axis charset cite class color cols colspan coords crossorigin csp datatype datetime
    decoding dir dirname download draggable encoding enctype
    enterkeyhint exportparts face fetchpriority for form formenctype formmethod formtarget
    headers height hidden high href-lang hreflang id imagesizes inputmode integrity is itemid
    itemprop itemref itemscope itemtype kind label lang language list loading low max
    maxlength media method min minlength name nonce optimum part pattern placeholder
    popovertarget prefix preload property referrerpolicy rel resource rev role rows rowspan
    sandbox scheme scope shape size sizes slot span srclang start step summary target title
    translate type typeof usemap value valuetype version vocab width wrap xmlns
    xml:base xml:lang xml:space xlink:arcrole xlink:role xlink:show xlink:title xlink:type
    baseprofile requiredextensions requiredfeatures systemlanguage
    viewbox d points transform preserveaspectratio
    rdf:about rdf:resource rdf:datatype
    """
)

# The same, by the start of the name.
INERT_PREFIXES: Final = ("aria-", "xmlns:", "inkscape:", "sodipodi:")

# Attributes that are links, or inert, on these elements only.
LINKS: Final[dict[str, frozenset[str]]] = {
    "a": frozenset({"href", "xlink:href", "urn", "methods"}),
    "area": frozenset({"href"}),
    "head": frozenset({"profile"}),
    "iframe": frozenset({"longdesc"}),
    "frame": frozenset({"longdesc"}),
    "img": frozenset({"longdesc"}),
}

_U = Grammar.URL
_SVG_IMAGE = {"href": (_U, Use.IMAGE), "xlink:href": (_U, Use.IMAGE)}
_SVG_SCRIPT = {"href": (_U, Use.SCRIPT), "xlink:href": (_U, Use.SCRIPT)}
_SVG_FONT = {"href": (_U, Use.FONT), "xlink:href": (_U, Use.FONT)}
_ATTRIBUTION = {"attributionsrc": (Grammar.URLS, Use.PING)}
_ANIMATION = dict.fromkeys(("values", "from", "to", "by"), (Grammar.ANIMATED, Use.SVG_REFERENCE))
_PING = {"ping": (Grammar.URLS, Use.PING)} | _ATTRIBUTION

# What an element does with its own attributes.
LOADING: Final[dict[str, dict[str, tuple[Grammar, Use]]]] = {
    "a": _PING,
    "animate": _ANIMATION,
    "animatecolor": _ANIMATION,
    "animatemotion": _ANIMATION,
    "animatetransform": _ANIMATION,
    "applet": {
        "archive": (Grammar.URLS, Use.FRAME),
        "code": (_U, Use.FRAME),
        "codebase": (_U, Use.FRAME),
        "object": (_U, Use.FRAME),
    },
    "area": _PING,
    "audio": {"src": (_U, Use.MEDIA)},
    "base": {"href": (_U, Use.BASE)},
    "bgsound": {"src": (_U, Use.MEDIA)},
    "button": {"formaction": (_U, Use.FORM)},
    "embed": {"src": (_U, Use.FRAME)},
    "feimage": _SVG_IMAGE,
    "fencedframe": {"src": (_U, Use.FRAME)},
    "font-face-uri": _SVG_FONT,
    "form": {"action": (_U, Use.FORM)},
    "frame": {"src": (_U, Use.FRAME)},
    "html": {"manifest": (_U, Use.MANIFEST)},
    "iframe": {"src": (_U, Use.FRAME), "srcdoc": (Grammar.DOCUMENT, Use.FRAME)},
    "image": _SVG_IMAGE | {"src": (_U, Use.IMAGE), "srcset": (Grammar.SRCSET, Use.IMAGE)},
    "img": {
        "dynsrc": (_U, Use.MEDIA),
        "lowsrc": (_U, Use.IMAGE),
        "src": (_U, Use.IMAGE),
        "srcset": (Grammar.SRCSET, Use.IMAGE),
    }
    | _ATTRIBUTION,
    "input": {"formaction": (_U, Use.FORM), "src": (_U, Use.IMAGE)},
    "link": {"imagesrcset": (Grammar.SRCSET, Use.HINT)},
    "object": {
        "archive": (Grammar.URLS, Use.FRAME),
        "classid": (_U, Use.FRAME),
        "codebase": (_U, Use.FRAME),
        "data": (_U, Use.FRAME),
    },
    "param": {"value": (_U, Use.FRAME)},
    "portal": {"src": (_U, Use.FRAME)},
    "script": {"src": (_U, Use.SCRIPT)} | _SVG_SCRIPT | _ATTRIBUTION,
    "set": _ANIMATION,
    "source": {"src": (_U, Use.MEDIA), "srcset": (Grammar.SRCSET, Use.IMAGE)},
    "track": {"src": (_U, Use.MEDIA)},
    "video": {"poster": (_U, Use.IMAGE), "src": (_U, Use.MEDIA)},
}

# What any element does with these.
LOADING_ANYWHERE: Final[dict[str, tuple[Grammar, Use]]] = {
    "background": (_U, Use.IMAGE),
    "style": (Grammar.STYLE, Use.STYLE_RESOURCE),
    "href": (_U, Use.SVG_REFERENCE),
    "xlink:href": (_U, Use.SVG_REFERENCE),
} | dict.fromkeys(
    (
        "clip-path",
        "cursor",
        "fill",
        "filter",
        "marker",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "stroke",
    ),
    (Grammar.CSS_VALUE, Use.STYLE_RESOURCE),
)

# MathML Core: `href` makes a link of any element of these.
MATHML: Final = words(
    """
    annotation annotation-xml maction math menclose merror mfenced mfrac mi mmultiscripts mn
    mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup
    mtable mtd mtext mtr munder munderover semantics
    """
)

# HTML, "JavaScript MIME type"; an absent type is a classic script, too.
SCRIPT_TYPES: Final = words(
    """
    application/ecmascript application/javascript application/x-ecmascript
    application/x-javascript text/ecmascript text/javascript text/javascript1.0
    text/javascript1.1 text/javascript1.2 text/javascript1.3 text/javascript1.4
    text/javascript1.5 text/jscript text/livescript text/x-ecmascript text/x-javascript
    """
)

# Metadata that is words, or names the document, for people: nothing is fetched for it.
INERT_METADATA: Final = words(
    """
    abstract author color-scheme copyright creator description format-detection generator
    keywords license og:description og:site_name og:title publisher referrer rights robots
    subject theme-color title twitter:description twitter:title viewport
    """
)
