"""Files get names with their digest; the stylesheet is joined, minified and follows the names."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
import tinycss2

from editorial import assets
from editorial.assets import StylesheetError

if TYPE_CHECKING:
    from pathlib import Path


def digest(content: bytes) -> str:
    """Give the part of a name that follows the content."""
    return hashlib.sha256(content).hexdigest()[:8]


def collect(root: Path, **sheets: str) -> dict[str, assets.Asset]:
    """Write sheets of a theme with a font and a picture; collect its files."""
    static = root / "theme" / "static"
    for name, content in {
        "fonts/a.woff2": "font",
        "fonts/a-LICENSE.txt": "licence",
        "images/mark.svg": "mark",
        "images/favicon.ico": "icon",
        **{f"css/{name}.css": text for name, text in sheets.items()},
    }.items():
        (static / name).parent.mkdir(parents=True, exist_ok=True)
        (static / name).write_text(content)
    (root / "media").mkdir(exist_ok=True)
    (root / "media" / "harbour.png").write_text("harbour")
    return assets.collect(static, root / "media")


FONT = f"/static/fonts/a.{digest(b'font')}.woff2"


def test_names(tmp_path: Path) -> None:
    """Names hold digests, but for licences and what browsers ask for at the root."""
    found = collect(tmp_path, main="p { color: red }")
    assert {name: asset.address for name, asset in found.items()} == {
        "css/main.css": f"/static/css/main.{digest(b'p{color:red}')}.css",
        "fonts/a-LICENSE.txt": "/static/fonts/a-LICENSE.txt",
        "fonts/a.woff2": FONT,
        "images/favicon.ico": "/favicon.ico",
        "images/mark.svg": f"/static/images/mark.{digest(b'mark')}.svg",
        "media/harbour.png": f"/static/media/harbour.{digest(b'harbour')}.png",
    }
    assert found["images/mark.svg"].content == b"mark"


def test_join(tmp_path: Path) -> None:
    """Imports are put in place, inside their layer, in order; conditions of layers stay."""
    found = collect(
        tmp_path,
        main='@layer a, b;\n@import url("one.css") layer(a);\n@import "two.css";\nh1 { top: 0 }',
        one="@import url(three.css) layer(b);\np { left: 0 }",
        two="@media print { p { right: 0 } }",
        three="b { bottom: 0 }",
    )
    assert found["css/main.css"].content == (
        b"@layer a,b;@layer a{@layer b{b{bottom:0}}p{left:0}}@media print{p{right:0}}h1{top:0}"
    )


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("@font-face { src: url(../fonts/a.woff2) }", f'@font-face{{src:url("{FONT}")}}'),
        ('@font-face { src: url("../fonts/a.woff2") }', f'@font-face{{src:url("{FONT}")}}'),
        (
            "@font-face { src: local('A'), url( '../fonts/a.woff2' ) format('woff2') }",
            f'@font-face{{src:local("A"),url( "{FONT}" ) format("woff2")}}',
        ),
        (
            "@supports (top: 0) { p { &:hover { background: url(../fonts/a.woff2) } } }",
            f'@supports (top:0){{p{{&:hover{{background:url("{FONT}")}}}}}}',
        ),
        (
            "p { background: image-set(url(../fonts/a.woff2) 1x) }",
            f'p{{background:image-set(url("{FONT}") 1x)}}',
        ),
        ("p { filter: url(#blur) }", "p{filter:url(#blur)}"),
        ('p { mask: url("data:image/svg+xml,x") }', 'p{mask:url("data:image/svg+xml,x")}'),
    ],
)
def test_addresses(written: str, published: str, tmp_path: Path) -> None:
    """Every `url()` follows the new name, wherever it stands and however it is quoted."""
    content = collect(tmp_path, main=written)["css/main.css"].content.decode()
    assert content.replace("url( ", "url(").replace('" )', '")') == published.replace(
        "url( ", "url("
    ).replace('" )', '")')


MODERN = (
    "p{width:clamp(1rem,2vw + 1rem,3rem)}",
    "p{width:calc(100% - (2 * var(--gap)))}",
    "@container (width > 30rem){p{color:red}}",
    "@container main (min-width:30rem){p{color:red}}",
    "@layer a,b;",
    "@layer a{p{color:red}}",
    "p{&:hover{color:red}& + &{color:blue}@media print{color:black}}",
    "p{color:light-dark(#fff,oklch(20% .1 120))}",
    "p{color:oklch(from var(--ink) calc(l + .1) c h / 50%)}",
    "p{color:color-mix(in oklch,red 20%,blue)}",
    "@supports (selector(:has(a))){p:has(> a){color:red}}",
    "@media (400px <= width < 800px){p{color:red}}",
    "@property --x{syntax:'<length>';inherits:false;initial-value:0px}",
    "p{grid-template-areas:'a b' 'c d'}",
    "p::before{content:'a  b /* c */'}",
    "p{margin:-1px - 1px}",
    "a:not(.b):is(.c,.d) > e ~ f{top:0}",
    "p{--x:  ;--y:{a:b}}",
    "p{transform:translate( -50% ) scale(+1)}",
    "@font-face{unicode-range:U+0000-00FF,U+2013}",
)


#: Around these, and at both ends, white space says nothing.
_SIGNS = {"{", "}", "{} block", "end", ":", ";", ",", ">", "<", "=", "~"}


def tokens(css: str) -> list[str]:
    """Give what CSS says, white space around its signs aside."""

    def flat(nodes: list[tinycss2.ast.Node]) -> list[str]:
        found: list[str] = []
        for node in nodes:
            inner = next(
                (getattr(node, f) for f in ("content", "arguments") if hasattr(node, f)), None
            )
            if node.type == "whitespace":
                if found and found[-1] != " ":
                    found.append(" ")
            elif inner is None:
                found.append(node.serialize())
            else:
                found += [node.type, str(getattr(node, "name", "")), *flat(inner), "end"]
        around = ["{", *found, "}"]
        return [
            said
            for index, said in enumerate(found, start=1)
            if said.strip() or not _SIGNS.intersection((around[index - 1], around[index + 1]))
        ]

    said = flat(tinycss2.parse_component_value_list(css, skip_comments=True))
    return [word for word in said if word != ";"]


@pytest.mark.parametrize("css", MODERN)
def test_minified_css_says_the_same(css: str) -> None:
    """clamp(), @container, @layer, nesting, light-dark() and oklch() come through."""
    assert tokens(assets.minify_css(css).decode()) == tokens(css)


@pytest.mark.parametrize(
    ("main", "says"),
    [
        (
            "p {\n  src: url(no.woff2) }",
            (
                "theme/static/css/main.css:2:8: there is no file 'no.woff2' in theme/static/; "
                "put it there"
            ),
        ),
        (
            "p { src: url(../../../secret) }",
            (
                "theme/static/css/main.css:1:10: there is no file '../../../secret' in "
                "theme/static/; put it there"
            ),
        ),
        (
            "p { src: url(https://a.example/x) }",
            (
                "theme/static/css/main.css:1:10: there is no file 'https://a.example/x' in "
                "theme/static/; put it there"
            ),
        ),
        (
            "p { src: url('../images/a b.svg') }",
            (
                "theme/static/css/main.css:1:10: '../images/a b.svg' has a space, which the "
                "minifier takes away; write %20, or name the file without"
            ),
        ),
        (
            '@import "none.css";',
            "theme/static/css/main.css:1:1: there is no file 'none.css'; correct the name",
        ),
        (
            '@import "main.css" screen;',
            (
                "theme/static/css/main.css:1:20: 'screen' does not belong here; "
                "import a file and a layer only"
            ),
        ),
        (
            "p { color: 'red\n }",
            "theme/static/css/main.css:1:12: this is no CSS: Bad string token; correct it",
        ),
    ],
)
def test_broken(main: str, says: str, tmp_path: Path) -> None:
    """A sheet that names nothing, or is no CSS, is named with line and column."""
    with pytest.raises(StylesheetError) as caught:
        collect(tmp_path, main=main)
    assert str(caught.value.finding) == says
