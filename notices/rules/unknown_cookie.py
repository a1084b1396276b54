"""A cookie that a text names is in the register; the table of the notice shows all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from messages import say
from notices.rules.rule import Rule, object_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection

_CODE = re.compile(r"`([\w.-]+)`")
_ABOUT_COOKIES = re.compile(r"cookie", re.IGNORECASE)


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a name in a passage about cookies that is no cookie of the register."""
    known = corpus.site.facts.register.cookies
    for text in corpus.all():
        for passage in text.passages:
            if not _ABOUT_COOKIES.search(passage.source):
                continue
            for name in dict.fromkeys(_CODE.findall(passage.source)):
                if name not in known:
                    message = say(
                        "'{name}' is no cookie of the register; known are {names}; enter it below "
                        "[cookies] in processing.toml, or take the name out",
                        name=name,
                        names=", ".join(sorted(known)),
                    )
                    yield object_to(text, passage, message, name)


RULE = Rule("unknown-cookie", judge)
