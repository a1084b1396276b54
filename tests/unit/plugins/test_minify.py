"""A minified page parses to the same tree as before, collapsible white space aside."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Comment, Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minify.pages import EveryLanguage, minify, minify_folder

if TYPE_CHECKING:
    from pathlib import Path

HTML = "{http://www.w3.org/1999/xhtml}"
#: White space is text here (HTML, "Rendering", and the contents of raw text elements).
EXACT = {HTML + name for name in ("pre", "textarea", "script", "style")}
#: Around these, white space is between lines, and shows nowhere (CSS Text 3, section 4.1.1).
_BLOCKS = """
address article aside base blockquote body caption col colgroup dd details div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main meta
nav ol optgroup option p picture pre script section source style summary table tbody td template
tfoot th thead title tr ul
"""
BLOCKS = {HTML + name for name in _BLOCKS.split()}
_SPACES = re.compile(r"[ \t\n\f\r]+")


def tree(text: str) -> list[object]:
    """Give the events of a document as a browser sees it: tags, attributes, visible text."""
    root = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=True)
    events: list[object] = []
    _walk(root, events, exact=False)
    return _collapse(events)


def _walk(element: Element, events: list[object], *, exact: bool) -> None:
    if element.tag is Comment:
        return
    exact = exact or element.tag in EXACT
    events.append(("open", element.tag, tuple(sorted(element.attrib.items()))))
    _text(element.text, events, exact=exact)
    for child in element:
        _walk(child, events, exact=exact)
        _text(child.tail, events, exact=exact)
    events.append(("close", element.tag))


def _text(text: str | None, events: list[object], *, exact: bool) -> None:
    if text:
        events.append(("exact" if exact else "text", text))


def _collapse(events: list[object]) -> list[object]:
    """Join neighbouring texts, collapse their spaces, drop those at the edge of a block."""
    joined: list[list[object]] = []
    for event in events:
        assert isinstance(event, tuple)
        if event[0] == "text" and joined and joined[-1][0] == "text":
            joined[-1][1] = str(joined[-1][1]) + str(event[1])
        else:
            joined.append(list(event))
    at_edge = True
    last: list[object] | None = None
    for event in joined:
        if event[0] == "text":
            text = _SPACES.sub(" ", str(event[1]))
            text = text.removeprefix(" ") if at_edge else text
            event[1] = text
            if text:
                at_edge, last = text.endswith(" "), event
        elif event[0] == "exact":
            at_edge, last = False, None
        elif event[1] in BLOCKS or event[1] == HTML + "br":
            if last is not None:
                last[1] = str(last[1]).removesuffix(" ")
            at_edge, last = True, None
        elif event[1] in {HTML + name for name in ("img", "input", "button", "label", "mark")}:
            at_edge, last = False, None
    return [tuple(event) for event in joined if event[0] != "text" or event[1]]


def test_every_page(built_site: Path, unminified_site: Path) -> None:
    """Every page of the site has the same tree before and after, and is no longer."""
    names = sorted(path.relative_to(built_site) for path in built_site.rglob("*.html"))
    assert len(names) >= 22
    assert names == sorted(p.relative_to(unminified_site) for p in unminified_site.rglob("*.html"))
    for name in names:
        before, after = (unminified_site / name).read_text(), (built_site / name).read_text()
        assert tree(after) == tree(before), name
        assert after == minify(before, EveryLanguage), name
        assert len(after) < len(before), name


def test_nothing_else_is_touched(built_site: Path, unminified_site: Path) -> None:
    """All other files are the same bytes."""
    for path in unminified_site.rglob("*"):
        if path.is_file() and path.suffix != ".html":
            assert (
                built_site / path.relative_to(unminified_site)
            ).read_bytes() == path.read_bytes()


NASTY = {
    "pre": "<pre>\n  a\n\n    b  </pre>",
    "code in pre": '<div class="x"><pre><span></span><code>a  =  1\n\n\tb</code></pre></div>',
    "textarea": "<textarea>\n  a\n  b </textarea>",
    "words around inline elements": "<p>a <em>b</em> c<strong> d </strong>e <a href=x>f</a>.</p>",
    "inline elements side by side": "<p><em>a</em> <em>b</em>\n<em>c</em></p>",
    "non-breaking spaces": "<p>Art.\u00a06 z.\u202fB. – „x“ \u00a0 y</p>",
    "only a non-breaking space": "<p>\u00a0</p>",
    "entities": "<p>&amp;lt; &lt;b&gt; &nbsp; &copy &notin; &#x1F600; &shy;</p>",
    "entities in attributes": '<a title="&amp;quot; &lt; &quot;" href="?a=1&amp;copy=2">x</a>',
    "quotes in attributes": """<p title='say "x"' lang=de data-x="it's">x</p>""",
    "line breaks in attributes": '<p title="a\n  b  c">x</p>',
    "an empty attribute": '<img src="x" alt="">',
    "boolean attributes": "<input required disabled='' checked=checked><p hidden='until-found'>x",
    "a slash in an unquoted attribute": "<a href=/de/>x</a>",
    "comments between words": "<p>a<!-- x -->b <!-- y --> c</p>",
    "a script with markup": "<script>if (a < b && c > d) { x = '</p>'; }\n\n  y</script>",
    "data in a script": '<script type="application/ld+json">{"a": "b  c\\u003c"}</script>',
    "a style": "<style>p  >  a { content: '  ' }</style>",
    "a template": "<template><p> a <b>b</b></p></template>",
    "inline SVG": '<svg viewBox="0 0 1 1"><text> a <tspan>b</tspan></text><path d="M0 0"/></svg>',
    "optional tags": "<ul><li>a<li>b</ul><table><tr><td>x<td>y</table><p>a<p>b",
    "a break": "<p>a <br> b<br>\nc</p>",
    "a list of definitions": "<dl>\n<dt>a</dt>\n<dd> b </dd>\n</dl>",
    "details": "<details>\n<summary> a </summary>\n<p> b </p></details>",
    "a title with spaces": "<title>a   b</title>",
    "soft hyphen and zero width": "<p>a\u00adb\u200bc\u2060d</p>",
    "a button after a word": "<p>a <button>b</button> c</p>",
    "an image between words": "<p>a <img src=x alt=x> b</p>",
}


@pytest.mark.parametrize("case", NASTY)
def test_nasty(case: str) -> None:
    """What a minifier may break is not broken."""
    page = f"<!doctype html>\n<html lang=de>\n<body>\n{NASTY[case]}\n</body>\n</html>\n"
    assert tree(minify(page)) == tree(page)
    assert minify(page) == minify(page, EveryLanguage)


INLINE = st.sampled_from(
    ["<em>", "</em>", "<b>", "</b>", "<code>", "</code>", "<br>", "<!-- c -->"]
) | st.sampled_from(["a", " ", "\n  ", "\u00a0", "„x“", "&amp;", "–"])


@given(st.lists(INLINE, max_size=14).map("".join))
def test_any_paragraph(content: str) -> None:
    """Words stay joined and parted as they were."""
    page = f"<!doctype html><html><body><p>{content}</p></body></html>"
    assert tree(minify(page)) == tree(page)


TAGS = (
    st.sampled_from(["<p>", "</p>", "<P>", "</P >", '<p class="a">', "<p class>", "<br>", "<br/>"])
    | st.sampled_from(["<pre>", "</pre>", "<script>", "</script>", "<style>", "</style>"])
    | st.sampled_from(["<textarea>", "</textarea>", "<title>", "</title>", '<p lang="de">', "<p/>"])
    | st.sampled_from(["<!-- x -->", "</", "</>", "<x-y>", "</x-y>", "<", "&amp;", "&", "a", " \n"])
)


@given(st.lists(TAGS, max_size=14).map("".join))
def test_shortcuts_change_nothing(content: str) -> None:
    """What is read at a glance or remembered comes out as htmlmin alone writes it."""
    for page in (content, f"<!doctype html><html><body>{content}</body></html>"):
        assert minify(page) == minify(page, EveryLanguage)


@given(st.lists(INLINE, max_size=10).map("".join))
def test_minified_once(content: str) -> None:
    """What was minified stays as it is."""
    page = f"<!doctype html><html><body><p>{content}</p></body></html>"
    assert minify(minify(page)) == minify(page)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a <em>b</em></p>", "<p>a<em>b</em></p>"),
        ("<pre>a  b</pre>", "<pre>a b</pre>"),
        ("<p>a</p>", "<p>b</p>"),
        ("<p>a\u00a0b</p>", "<p>a b</p>"),
        ('<p class="a">x</p>', "<p>x</p>"),
        ("<p><em>a</em> b</p>", "<p>a b</p>"),
        ("<em>a</em> <em>b</em>", "<em>a</em><em>b</em>"),
    ],
)
def test_the_comparison_sees(before: str, after: str) -> None:
    """A joined word, a changed space or a lost attribute is no equal tree."""
    assert tree(before) != tree(after)


def test_folder(tmp_path: Path) -> None:
    """Pages below a folder are minified in place, alone or in a pool, with the same result."""
    page = "<!doctype html>\n<html>\n<body>\n<p>a  b</p>\n</body>\n</html>\n"
    for count in (3, 201):
        folder = tmp_path / str(count)
        for number in range(count):
            (folder / str(number)).mkdir(parents=True)
            (folder / str(number) / "index.html").write_text(page)
        minify_folder(folder)
        made = {path.read_text() for path in folder.rglob("*.html")}
        assert made == {minify(copy.copy(page))}
