"""Odd documents for two readers: markup, style sheets and addresses spelled in strange ways.

Nothing here knows what a browser makes of them; that is what the differential run asks.
Every address is one of its own, `p<number>.fuzz-<document>.leak.test`.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

LOADERS = (
    "<img src={q}{u}{q}>",
    "<img srcset={q}/own.png 9x, {u} 1x{q}>",
    "<IMG/SRC={q}{u}{q}/>",
    "<image src={q}{u}{q}>",
    "<input type=image src={q}{u}{q}>",
    "<video poster={q}{u}{q}></video>",
    "<audio src={q}{u}{q}></audio>",
    "<iframe src={q}{u}{q}></iframe>",
    "<embed src={q}{u}{q}>",
    "<object data={q}{u}{q}></object>",
    "<link rel=stylesheet href={q}{u}{q}>",
    "<link rel={q}x preconnect{q} href={q}{u}{q}>",
    "<link rel=dns-prefetch href={q}{u}{q}>",
    "<link rel=preload as=image href={q}{u}{q}>",
    "<script src={q}{u}{q}></script>",
    "<svg><image href={q}{u}{q} width=9 height=9 /></svg>",
    "<svg><image xlink:href={q}{u}{q} width=9 height=9></svg>",
    "<svg><script href={q}{u}{q} /></svg>",
    "<svg><feImage href={q}{u}{q} /></svg>",
    "<table background={q}{u}{q}><tr><td>a</table>",
    "<body background={q}{u}{q}>",
    "<picture><source srcset={q}{u}{q}><img></picture>",
    "<p style={q}background:url({u}){q}>a</p>",
    "<svg><rect mask={q}url({u}){q} width=9 height=9 /></svg>",
)
"""Elements that load; `{q}` is a quotation mark or nothing, `{u}` the address."""

NOISE = (
    "<svg>", "</svg>", "<math>", "</math>", "<mtext>", "<foreignObject>", "<desc>",
    "<annotation-xml encoding=text/html>", "<style>", "</style>", "<title>", "</title>",
    "<textarea>", "</textarea>", "<xmp>", "</xmp>", "<noscript>", "</noscript>", "<template>",
    "</template>", "<template shadowrootmode=open>", "<iframe>", "</iframe>", "<noembed>",
    "</noembed>", "<noframes>", "</noframes>", "<table>", "<tr>", "<td>", "</table>", "<select>",
    "<option>", "</select>", "<p>", "</p>", "<div>", "</div>", '<a title="', '">', "<a title='",
    "'>", "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>", "<?a", "<!a", "</ ", ">", "<body>",
    "</body>", "</html>", "<head>", "</head>", "<br/", "<p\0>", "&lt;", "&#0;", "text ", "\n",
    "<b", "=", "<button>", "<frameset>",
)  # fmt: skip
"""What stands between them: openings without ends, ends without openings, half a tag."""

CSS_NOISE = (
    "{", "}", "(", ")", "[", "]", ";", "/*", "*/", '"', "'", "\\", "\n", "@media all {",
    "@supports (top: 0) {", "@layer a {", "p {", "* {", "a: b;", "color: red;", "--a: b;",
    "url(", "<!--", "-->", "!important;", "@import ", "\\\n", "\f", "\0", "u\\72l(",
    "@namespace a url(x);", "@font-face {", "& b {", "@scope {", ":is(", "U+26", "1e3", "#", "@",
    ":", ",",
)  # fmt: skip

CSS_LOADERS = (
    "* {{ background: url({u}) }}",
    '* {{ background: url("{u}") }}',
    "* {{ background: URL( '{u}' ) }}",
    "* {{ background: \\75rl({u}) }}",
    "* {{ background: u\\72 l('{u}') }}",
    '* {{ background: image-set("{u}" 1x) }}',
    "* {{ background: -webkit-cross-fade(url({u}), url(/own.png), 50%) }}",
    "* {{ --x: url({u}); background: var(--x) }}",
    '* {{ --x: "{u}"; background: image-set(var(--x) 1x) }}',
    "* {{ mask: url({u}) }}",
    "* {{ cursor: url({u}), auto }}",
    "* {{ & {{ background: url({u}) }} }}",
    "@media all {{ * {{ list-style: url({u}); display: list-item }} }}",
    "@layer a {{ * {{ border-image: url({u}) 3; border: 3px solid }} }}",
    "@font-face {{ font-family: f; src: url({u}) }} * {{ font-family: f }}",
    '@import "{u}";',
    "@import url({u});",
    "@\\69mport '{u}';",
    "p::before {{ content: url({u}) }}",
)

SCHEMES = (
    "https://",
    "//",
    "\\\\",
    "/\\",
    "\\/",
    "///",
    "HTTPS://",
    "https:\\\\",
    "https:/\\/",
    "//a@",
    "https://a:b@",
    "http:",
    "https:///",
)


@dataclass(frozen=True, slots=True)
class Document:
    """One generated page: its bytes and the name under which it is published."""

    name: str
    data: bytes


def address(rng: Random, number: int, document: int) -> str:
    """An address in an odd spelling; most reach the host that is named, some do not."""
    host = f"p{number}.fuzz-{document}.leak.test"
    scheme = rng.choice(SCHEMES)
    letters = list(host)
    for at in rng.sample(range(len(letters)), rng.choice((0, 0, 0, 1, 2))):
        letters[at] = rng.choice(respellings(letters[at]))
    path = rng.choice(("/x.png", "", "/", "?x", "#x", ":8443/x", "./x", ":/x", "\\x"))
    padding = rng.choice(("", "", "", " ", "\t", "\n", " \n "))
    spelled = padding + scheme + "".join(letters) + path + padding
    if rng.random() < 0.15:
        at = rng.randrange(1, 4)
        spelled = spelled[:at] + rng.choice(("\t", "\n", "\r")) + spelled[at:]
    return spelled


def respellings(letter: str) -> tuple[str, ...]:
    """Other ways to write one letter of a host that the URL standard reads as the same."""
    return (
        letter.upper(),
        f"%{ord(letter):02x}",
        f"{letter}\t",
        f"{letter}\n",
        fullwidth(letter),
    )


def fullwidth(letter: str) -> str:
    """The same letter as Unicode's compatibility forms spell it (UTS 46 maps it back)."""
    return chr(ord(letter) + 0xFEE0) if letter.isalnum() else {".": "\u3002"}.get(letter, letter)


def in_markup(rng: Random, url: str) -> str:
    """Some characters of an attribute value as character references."""
    return "".join(
        rng.choice((f"&#{ord(c)};", f"&#x{ord(c):x};")) if rng.random() < 0.04 else c for c in url
    )


def in_css(rng: Random, url: str) -> str:
    """Some characters as CSS escapes; white space inside is what makes a bad URL."""
    return "".join(f"\\{ord(c):x} " if rng.random() < 0.05 else c for c in url)


def style_sheet(rng: Random, document: int, start: int) -> str:
    """Rules that load, with broken pieces between them."""
    parts = []
    for number in range(start, start + rng.randrange(1, 5)):
        parts += [rng.choice(CSS_NOISE) for _ in range(rng.choice((0, 0, 1, 2, 4)))]
        url = in_css(rng, address(rng, number, document).strip())
        parts.append(rng.choice(CSS_LOADERS).format(u=url))
    return " ".join(parts)


def markup(rng: Random, document: int) -> str:
    """Elements that load, with broken pieces between them."""
    parts = []
    for number in range(rng.randrange(3, 10)):
        parts += [rng.choice(NOISE) for _ in range(rng.choice((0, 1, 1, 2, 4, 7)))]
        url = in_markup(rng, address(rng, number, document))
        quote = rng.choice(('"', "'", '"', "" if not set(url) & set(" \t\n\r>") else "'"))
        element = rng.choice(LOADERS).format(u=url, q=quote)
        if rng.random() < 0.12:
            element = f'<iframe srcdoc="{escape(element)}"></iframe>'
        parts.append(element)
    return "".join(parts)


def document(rng: Random, number: int) -> Document:
    """A page of markup, of style, or of both, in one of the encodings that browsers read."""
    kind = rng.random()
    body = markup(rng, number) if kind < 0.6 else "<p>a</p>"
    if kind > 0.4:
        body = f"<style>{style_sheet(rng, number, 20)}</style>{body}"
    head = rng.choice(("<!doctype html>", "", "<!doctype html><html><head>", "<!-- a -->"))
    encoding = rng.choice(("utf-8", "utf-8", "utf-8", "utf-16-le", "utf-16-be", "shift_jis"))
    if encoding.startswith("utf-16"):
        data = ("\ufeff" + head + body).encode(encoding)
    else:
        data = f"{head}<meta charset={encoding}>{body}".encode(encoding, "ignore")
    return Document(f"leak-fuzz-{number}", data)
