"""A notice as plain text and as Markdown: whole outputs for every kind of block."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from notices import copies
from notices.copies import article, markdown, plain
from notices.copies.article import Code, Paragraph, Span

PAGE = "https://maps.example/en/privacy/"

HTML = """\
<main><article>
<header><h1>Privacy</h1><p>Who, what &amp; why.</p>
<dl class="version"><dt>Version</dt><dd>1</dd>
<dt>Published</dt><dd><time datetime="2026-11-24">24 November 2026</time></dd>
<dt>Applies from</dt><dd><mark class="gap">to be supplied</mark></dd>
<dt>Address</dt><dd>https://maps.example/<wbr>en/<wbr>privacy/</dd>
<dt class="offers">Also as</dt><dd class="offers"><a href="privacy.txt">plain text</a></dd></dl>
</header>
<nav><ul><li><a href="#a">Contents</a></li></ul></nav>
<div>
<section id="declaration"><h2>Declaration</h2>
<section class="clause" id="a"><h3><a class="number" href="#a">1</a> Access data</h3>
<ol class="paragraphs">
<li id="a-1"><a class="number" href="#a-1">(1)</a><p>We keep it for 90\u00a0days (Art.\u00a06(1)(f)
   GDPR).
   See <a href="#b">section\u00a02</a> and the <a href="/en/imprint/">imprint</a>.</p></li>
<li id="a-2"><a class="number" href="#a-2">(2)</a><p>You have:</p>
<ul><li>access</li><li>erasure</li></ul></li>
</ol>
<table><caption>Every cookie</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Purpose</th>
<th scope="col">Life</th></tr></thead>
<tbody><tr><th scope="row"><code>session</code></th><td data-label="Purpose">signs you in | out</td>
<td data-label="Life">180\u00a0days</td></tr></tbody></table>
</section>
<section id="b"><h3>Others</h3>
<table class="record"><caption><a href="#a">Visit</a></caption><tbody>
<tr><th scope="row">Kept for</th><td>8 years: books<br>6 years: letters</td></tr>
<tr><th scope="row">Must you?</th><td>Only for <em>some</em> pages.</td></tr></tbody></table>
<ol><li>Copy.</li><li>Paste
   it.</li></ol>
<p><a class="button" href="mailto:post@maps.example?subject=A">Write<span
class="visually-hidden">: A</span></a></p>
<details><summary>Read</summary><blockquote><p><b>Subject:</b> A</p>
<p>Hello,<br>[Name]</p></blockquote></details>
<p class="object"><strong>You can object.</strong> Write to
<a href="mailto:post@maps.example">post@maps.example</a> or
<a href="https://elsewhere.example/">elsewhere<span
class="visually-hidden"> (external)</span></a>.</p>
<pre><code>curl  https://maps.example/
</code></pre>
</section></section>
</div>
</article></main>
"""

PLAIN = """\
Privacy
=======

Who, what & why.

Version       1
Published     24 November 2026
Applies from  [to be supplied]
Address       https://maps.example/en/privacy/


Declaration
-----------

1 Access data
~~~~~~~~~~~~~

(1) We keep it for 90 days (Art. 6(1)(f) GDPR). See section 2 and the
    imprint (https://maps.example/en/imprint/).

(2) You have:

    - access
    - erasure

Every cookie

session
  Purpose  signs you in | out
  Life     180 days


Others
~~~~~~

Visit
  Kept for   8 years: books
             6 years: letters
  Must you?  Only for some pages.

1. Copy.
2. Paste it.

    Subject: A

    Hello,
    [Name]

You can object. Write to post@maps.example or elsewhere
(https://elsewhere.example/).

    curl  https://maps.example/
"""

MARKDOWN = """\
# Privacy

Who, what & why.

- **Version:** 1
- **Published:** 24 November 2026
- **Applies from:** *[to be supplied]*
- **Address:** https://maps.example/en/privacy/

## Declaration

### 1 Access data

(1) We keep it for 90 days (Art. 6(1)(f)
GDPR).
See [section 2](https://maps.example/en/privacy/#b) and the \
[imprint](https://maps.example/en/imprint/).

(2) You have:

- access
- erasure

**Every cookie**

| Name | Purpose | Life |
| --- | --- | --- |
| `session` | signs you in \\| out | 180 days |

### Others

**[Visit](https://maps.example/en/privacy/#a)**

- **Kept for:** 8 years: books\\
  6 years: letters
- **Must you?** Only for *some* pages.

1. Copy.
2. Paste
   it.

> **Subject:** A
>
> Hello,\\
> [Name]

**You can object.** Write to
<post@maps.example> or
[elsewhere](https://elsewhere.example/).

```
curl  https://maps.example/
```
"""


def test_plain() -> None:
    """Plain text has every word, number and row; buttons, contents and helpers are left out."""
    assert plain.write(article.read(HTML), PAGE) == PLAIN


def test_markdown() -> None:
    """So has Markdown, one sentence a line as the author wrote it."""
    assert markdown.write(article.read(HTML), PAGE) == MARKDOWN


def test_long_labels_stand_above() -> None:
    """Where a label is too long to stand beside its value, all of the list stand above theirs."""
    html = (
        "<article><dl><dt>Register court of the general partner</dt><dd>Oldenburg</dd>"
        "<dt>Number</dt><dd>1</dd></dl></article>"
    )
    assert plain.write(article.read(html), PAGE) == (
        "Register court of the general partner:\n    Oldenburg\nNumber:\n    1\n"
    )


def test_lines_are_wrapped_where_the_page_may_break() -> None:
    """A line has 76 columns at most, and no citation is torn apart; only an address is longer."""
    sentence = "Die Rechtsgrundlage ist Art.\u00a06\u00a0Abs.\u00a01\u00a0lit.\u00a0f\u00a0DSGVO. "
    url = "https://maps.example/" + "x" * 80
    html = f"<article><p>{sentence * 5}{url}</p></article>"
    *lines, last = plain.write(article.read(html), PAGE).splitlines()
    assert last == url
    assert max(map(len, lines)) <= plain.WIDTH
    assert {line.count("Art.") for line in lines} == {line.count("DSGVO.") for line in lines}
    assert all(line.count("Art.") == line.count("DSGVO.") for line in lines)


def test_an_element_that_nobody_knows_keeps_its_words() -> None:
    """Words are never lost: what is no known block runs on in a paragraph."""
    html = "<article><aside>Loose <u>words</u></aside> stay<p>here</p></article>"
    assert plain.write(article.read(html), PAGE) == "Loose words stay\n\nhere\n"


def test_terms() -> None:
    """A term is stressed where it is explained, and its uses lead there; plain text has words."""
    html = (
        '<article><p>A <dfn id="term-key">key</dfn> opens.</p>'
        '<p>The <a class="term" href="#term-key">key</a> fits.</p></article>'
    )
    assert plain.write(article.read(html), PAGE) == "A key opens.\n\nThe key fits.\n"
    assert markdown.write(article.read(html), PAGE) == (
        f"A *key* opens.\n\nThe [key]({PAGE}#term-key) fits.\n"
    )


def test_no_article() -> None:
    """A page without an article has no copy to speak of."""
    assert article.read("<p>Words</p>") == ()


def test_write() -> None:
    """Each form has an address beside the page, named like the page."""
    made = copies.write("<article><h1>Privacy</h1></article>", "/en/privacy/", "https://m.example")
    assert made == {
        "/en/privacy/privacy.txt": "Privacy\n=======\n",
        "/en/privacy/privacy.md": "# Privacy\n",
    }


@pytest.mark.parametrize(
    "text",
    [
        "1. no list",
        "# no heading",
        "- no item\n+ none\n> none",
        "a *b* _c_ `d` <e> &amp; \\*",
        "[name](https://foreign.example/)",
        "[name]: https://foreign.example/",
        "~~~\ncode\n~~~",
        "| a | b |\n| - | - |",
        "title\n=====",
        "***",
    ],
)
def test_markdown_says_what_the_page_says(text: str) -> None:
    """Whatever looks like Markdown in a text is read as the words that it is."""
    assert spoken(text) == text.split()


@pytest.mark.parametrize("code", ["a `b` ``c``", "```\nd\n```", "`", "plain"])
def test_code_says_what_the_page_says(code: str) -> None:
    """Backticks within code do not end it, in a line or in a block."""
    for block in (Code(code), Paragraph((Span(code.replace("\n", " "), "code"),))):
        html = MarkdownIt("commonmark").render(markdown.write([block], PAGE))
        (found,) = LexborHTMLParser(html).css("code")
        assert found.text().split() == code.split()


@given(st.text(alphabet="ab 1.)(*_`[]<>#&;~|+-=:!\\\n", max_size=30))
def test_markdown_says_any_words(text: str) -> None:
    """No other text is read as anything but its words either."""
    assert spoken(text) == text.split()


def spoken(text: str) -> list[str]:
    """Give the words that a reader of Markdown makes of a paragraph."""
    blocks = [Paragraph((Span(re.sub(r"\s*\n\s*", "\n", text).strip()),))]
    html = MarkdownIt("commonmark").enable("table").render(markdown.write(blocks, PAGE))
    tree = LexborHTMLParser(html)
    assert [node.tag for node in tree.css("body *")] in ([], ["p"])
    return tree.body.text().split() if tree.body else []
