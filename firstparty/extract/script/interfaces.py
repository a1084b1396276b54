"""What in the platform can reach another host, by name: the vocabulary of the judgement.

Paths start at the global object; `*.name` is that member of any object.
Sources: the HTML, DOM, Fetch, CSSOM and Service Worker standards, and the WICG drafts that
Chromium ships. A name that is missing here is a hole, so the tables err on the long side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Grammar = Literal["url", "urls", "srcset", "html", "css", "code", "opaque"]
"""How the value of a sink is written. `urls` are separated by spaces; of `code` and `opaque`
nothing can be judged but that they are there."""


@dataclass(frozen=True, slots=True)
class Sink:
    """An interface, which of its arguments matters, and how that is written."""

    name: str
    place: int
    """The argument; -1 for each of them."""
    grammar: Grammar
    needed: int = 0
    """With fewer arguments than this it is something else of the same name."""


def _sinks(grammar: Grammar, *entries: str) -> dict[str, Sink]:
    """Read `path place` entries; no place means the first argument."""
    found = {}
    for entry in entries:
        path, _, place = entry.partition(" ")
        name = path.removeprefix("*.")
        found[path] = Sink(LABELS.get(path, name), int(place or 0), grammar)
    return found


LABELS: Final = {
    "*.addAll": "Cache.addAll",
    "*.add": "Cache.add",
    "*.addModule": "Worklet.addModule",
    "*.createContextualFragment": "Range.createContextualFragment",
    "*.insertAdjacentHTML": "Element.insertAdjacentHTML",
    "*.insertRule": "CSSStyleSheet.insertRule",
    "*.addRule": "CSSStyleSheet.addRule",
    "*.appendRule": "CSSKeyframesRule.appendRule",
    "*.createWorklet": "SharedStorage.createWorklet",
    "*.importStylesheet": "XSLTProcessor.importStylesheet",
    "*.transformToDocument": "XSLTProcessor.transformToDocument",
    "*.transformToFragment": "XSLTProcessor.transformToFragment",
    "*.replaceSync": "CSSStyleSheet.replaceSync",
    "*.parseFromString": "DOMParser.parseFromString",
    "*.setHTML": "Element.setHTML",
    "*.setHTMLUnsafe": "Element.setHTMLUnsafe",
    "*.parseHTMLUnsafe": "Document.parseHTMLUnsafe",
    "*.write": "document.write",
    "*.writeln": "document.writeln",
    "*.execCommand": "document.execCommand",
    "open": "window.open",
    "*.sendBeacon": "navigator.sendBeacon",
    "navigator.sendBeacon": "navigator.sendBeacon",
}

CALLS: Final[dict[str, Sink]] = {
    **_sinks(
        "url",
        "fetch",
        "fetchLater",
        "importScripts -1",
        "open",
        "location.assign",
        "location.replace",
        "navigation.navigate",
        "navigator.sendBeacon",
        "navigator.serviceWorker.register",
        "navigator.registerProtocolHandler 1",
        "navigator.install",
        "*.fetch",
        "*.fetchLater",
        "*.importScripts -1",
        "*.sendBeacon",
        "*.registerProtocolHandler 1",
        "*.addModule",
        "*.createWorklet",
        "*.navigate",
        "*.add",
        "*.addAll",
        "*.requestStorageAccessFor",
        "import.meta.resolve",
    ),
    **_sinks(
        "html",
        "*.write -1",
        "*.writeln -1",
        "*.insertAdjacentHTML 1",
        "*.setHTML",
        "*.setHTMLUnsafe",
        "*.parseFromString",
        "*.parseHTMLUnsafe",
        "*.createContextualFragment",
        "*.execCommand 2",
    ),
    **_sinks("css", "*.insertRule", "*.addRule 1", "*.appendRule", "*.replaceSync"),
    **_sinks("code", "eval", "Function", "setTimeout", "setInterval", "setImmediate", "execScript"),
    **_sinks("code", "*.setTimeout", "*.setInterval", "*.eval", "*.createProcessingInstruction 1"),
    **_sinks(
        "opaque",
        "navigator.credentials.get",
        "navigator.credentials.create",
        "navigator.credentials.store",
        "navigator.geolocation.getCurrentPosition",
        "navigator.geolocation.watchPosition",
        "navigator.requestMediaKeySystemAccess",
        "navigator.joinAdInterestGroup",
        "navigator.updateAdInterestGroups",
        "navigator.leaveAdInterestGroup",
        "navigator.clearOriginJoinedAdInterestGroups",
        "navigator.runAdAuction",
        "navigator.deprecatedReplaceInURN",
        "*.joinAdInterestGroup",
        "*.runAdAuction",
        "*.requestMediaKeySystemAccess",
        "*.browsingTopics",
        "*.selectURL",
        "*.showNotification",
        "*.contributeToHistogram",
        "*.contributeToHistogramOnEvent",
        "*.reportEvent",
        "*.pushManager.subscribe",
        "*.backgroundFetch.fetch",
        "*.setConfiguration",
        "*.importStylesheet",
        "*.prompt.remote",
        "*.transformToDocument",
        "*.transformToFragment",
        "speechSynthesis.speak",
        "IdentityProvider.getUserInfo",
        "Translator.create",
        "LanguageDetector.create",
        "Summarizer.create",
        "Writer.create",
        "Rewriter.create",
        "Proofreader.create",
        "LanguageModel.create",
    ),
}
"""Functions and methods. Names that need more than a table are in `SPECIAL`."""

SPECIAL: Final = frozenset(
    {
        "*.open",
        "*.setAttribute",
        "*.setAttributeNS",
        "*.setProperty",
        "*.replace",
        "*.assign",
        "*.animate",
        "*.setKeyframes",
        "*.attributeStyleMap.append",
        "*.attributeStyleMap.set",
        "*.constructor",
        "*.append",
        "*.appendChild",
        "*.insertAdjacentText",
        "*.prepend",
        "*.replaceChildren",
        "*.insertBefore",
        "*.__lookupSetter__",
        "KeyframeEffect",
        "Object.assign",
        "Object.entries",
        "Object.getOwnPropertyDescriptor",
        "Object.getOwnPropertyDescriptors",
        "Object.setPrototypeOf",
        "Object.values",
        "Reflect.get",
        "Reflect.getOwnPropertyDescriptor",
        "Reflect.set",
        "Reflect.setPrototypeOf",
        "Reflect.construct",
        "CSS.registerProperty",
        "CSSStyleSheet",
    }
)
"""Functions and methods whose judgement depends on more than one argument."""

NEWS: Final[dict[str, Sink]] = {
    **_sinks(
        "url",
        "Audio",
        "EventSource",
        "FencedFrameConfig",
        "PresentationRequest",
        "Request",
        "SharedWorker",
        "WebSocket",
        "WebSocketStream",
        "WebTransport",
        "Worker",
        "TCPSocket",
    ),
    **_sinks("css", "FontFace 1"),
    **_sinks(
        "opaque",
        "RTCPeerConnection",
        "webkitRTCPeerConnection",
        "RTCIceGatherer",
        "PaymentRequest",
        "Notification",
        "MediaMetadata",
        "SpeechRecognition",
        "webkitSpeechRecognition",
        "UDPSocket",
        "SpeechSynthesisUtterance.remote",
    ),
    **_sinks(
        "code",
        "Function",
        "AsyncFunction",
        "GeneratorFunction",
        "AsyncGeneratorFunction",
    ),
}
"""Constructors."""

HARMLESS_WITHOUT_ARGUMENTS: Final = frozenset({"Audio", "Function", "open"})

AMBIGUOUS: Final = frozenset(
    {
        "*.add",
        "*.addAll",
        "*.fetch",
        "*.navigate",
        "*.open",
        "*.replace",
        "*.assign",
        "*.animate",
        "*.constructor",
        "*.append",
        "*.appendChild",
        "*.prepend",
        "*.replaceChildren",
        "*.insertAdjacentText",
        "*.insertBefore",
        "*.setAttribute",
        "*.setProperty",
        "*.write",
        "*.setTimeout",
        "*.setInterval",
        "*.setConfiguration",
        "*.setKeyframes",
        "*.__lookupSetter__",
        "*.attributeStyleMap.append",
        "*.attributeStyleMap.set",
        "CSSStyleSheet",
        "KeyframeEffect",
        "Object.assign",
        "Object.entries",
        "Object.getOwnPropertyDescriptor",
        "Object.getOwnPropertyDescriptors",
        "Object.setPrototypeOf",
        "Object.values",
        "Reflect.construct",
        "Reflect.get",
        "Reflect.getOwnPropertyDescriptor",
        "Reflect.set",
        "Reflect.setPrototypeOf",
    }
)
"""Members of unknown objects that are only judged where they are called: many objects have them."""

PROPERTIES: Final[dict[str, Grammar]] = {
    **dict.fromkeys(
        (
            "action",
            "background",
            "codeBase",
            "data",
            "dynsrc",
            "formAction",
            "href",
            "lowsrc",
            "poster",
            "src",
            "baseVal",
            "location",
        ),
        "url",
    ),
    **dict.fromkeys(("ping", "attributionSrc"), "urls"),
    **dict.fromkeys(("srcset", "imageSrcset"), "srcset"),
    **dict.fromkeys(("innerHTML", "outerHTML", "srcdoc"), "html"),
    **dict.fromkeys(("cssText", "style"), "css"),
}
"""Properties of elements and others that load what they are set to, on any object."""

ELEMENT_PROPERTIES: Final[dict[tuple[str, str], Grammar]] = {
    **{
        ("script", name): "code"
        for name in ("text", "textContent", "innerText", "innerHTML", "nodeValue")
    },
    **{("style", name): "css" for name in ("textContent", "innerText", "innerHTML")},
    ("meta", "content"): "opaque",
    ("*", "content"): "opaque",
    ("*", "text"): "code",
}
"""Properties that load only on one element; `*` is one that was found by something else than its
name, of which these are the properties that few other elements have."""

CSS_PROPERTIES: Final = frozenset(
    {
        "all",
        "background",
        "backgroundimage",
        "borderimage",
        "borderimagesource",
        "clippath",
        "content",
        "cursor",
        "fill",
        "filter",
        "backdropfilter",
        "liststyle",
        "liststyleimage",
        "marker",
        "markerend",
        "markermid",
        "markerstart",
        "mask",
        "maskborder",
        "maskborderimage",
        "maskborderimagesource",
        "maskbordersource",
        "maskboximage",
        "maskboximagesource",
        "maskimage",
        "offset",
        "offsetpath",
        "behavior",
        "binding",
        "boxreflect",
        "shapeoutside",
        "src",
        "stroke",
    }
)
"""CSS properties whose value can name a resource, without hyphens and vendor prefix.
`fill` and `stroke` take `url()` in SVG; `content` takes it everywhere."""

WEAK_PROPERTIES: Final = frozenset({"action", "background", "data", "location", "ping", "style"})
"""Of `PROPERTIES`, those that ordinary objects have too: `this.action = …` is no form."""

MAKERS: Final = {
    "createAttribute": "attribute",
    "createAttributeNS": "attribute",
    "getAttributeNode": "attribute",
    "getAttributeNodeNS": "attribute",
    "getNamedItem": "attribute",
    "getNamedItemNS": "attribute",
    "createElement": "element",
    "createElementNS": "element",
    "getElementById": "element:*",
    "getElementsByTagName": "list",
    "getElementsByTagNameNS": "list",
    "closest": "selected",
    "querySelector": "selected",
    "querySelectorAll": "list",
}
"""Methods that give an element, a list of elements or an attribute."""

ELEMENTS: Final = frozenset(
    [
        "activeElement",
        "currentTarget",
        "firstElementChild",
        "lastElementChild",
        "nextElementSibling",
        "parentElement",
        "previousElementSibling",
        "relatedTarget",
        "scrollingElement",
    ]
)
"""Members that give some element."""

HELD: Final = {
    "attributes": "element:attributes",
    "ownerNode": "element:style",
    "style": "CSSStyleDeclaration",
}
"""Members that give something whose own members load."""

PARTS: Final = {
    "classList": "DOMTokenList",
    "dataset": "DOMStringMap",
    "relList": "DOMTokenList",
    "searchParams": "URLSearchParams",
}
"""Members that reach nobody, whatever is called on them."""

PLATFORM: Final = frozenset({"*", "document", "location", "navigation", "navigator", "window"})
"""Heads of paths that the script cannot have declared elsewhere."""

GLOBAL_SELF: Final = frozenset(
    {"window", "self", "globalThis", "frames", "parent", "top", "opener", "global"}
)
"""Names of the global object (and of others like it)."""

LANDMARKS: Final = {
    "contentDocument": "document",
    "contentWindow": "window",
    "defaultView": "window",
    "document": "document",
    "location": "location",
    "navigator": "navigator",
    "ownerDocument": "document",
    "parentWindow": "window",
    "serviceWorker": "navigator.serviceWorker",
    "geolocation": "navigator.geolocation",
    "credentials": "navigator.credentials",
    "pushManager": "*.pushManager",
    "backgroundFetch": "*.backgroundFetch",
    "attributeStyleMap": "*.attributeStyleMap",
    "styleMap": "*.attributeStyleMap",
    "navigation": "navigation",
}
"""Members that lead to a part of the platform, whatever they are read from."""
