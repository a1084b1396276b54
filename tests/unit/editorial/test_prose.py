"""Words of a text, without program code."""

from __future__ import annotations

from xml.etree import ElementTree

from editorial import prose

TREE = "<div>a<p>b<code>x<em>x</em>x</code>c<em>d</em></p><pre><span>x</span></pre>e<ul/></div>"


def test_elements() -> None:
    """Code and what is in it is left out; everything else comes in the order of the text."""
    root = ElementTree.fromstring(TREE)
    assert [element.tag for element in prose.elements(root)] == ["div", "p", "em", "ul"]


def test_texts() -> None:
    """What follows code is no code."""
    assert sorted(prose.texts(ElementTree.fromstring(TREE))) == ["a", "b", "c", "d", "e"]
