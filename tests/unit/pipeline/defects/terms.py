"""Terms that a text defines: unknown, explained twice, in one language only, in other words."""

from __future__ import annotations

from tests.unit.pipeline.failures import PRIVACY, at, both, edit, failure

ENGLISH = "content/legal/privacy.en.md"


def mark(words: str, term: str = "controller") -> str:
    """Mark words as the explanation of a term."""
    return f"[{words}](term:{term})"


TERMS = (
    failure(
        "a term that is misspelt",
        edit(PRIVACY, "Die Tabelle", mark("Verantwortlicher", "controler")),
        at(
            "content/legal/privacy.de.md:20:22",
            "unknown-term",
            "the glossary has no term 'controler'; did you mean 'controller'?",
            "im Glossar steht kein Begriff 'controler'; meinten Sie 'controller'?",
        ),
    ),
    failure(
        "a term that the glossary does not have",
        edit(PRIVACY, "Die Tabelle", mark("Die Tabelle", "table")),
        at(
            "content/legal/privacy.de.md:20:17",
            "unknown-term",
            "the glossary has no term 'table'; correct it, or enter it in "
            "content/legal/glossary.toml",
            "im Glossar steht kein Begriff 'table'; berichtigen Sie ihn, oder tragen Sie ihn in "
            "content/legal/glossary.toml ein",
        ),
    ),
    failure(
        "a term explained in other words",
        edit(PRIVACY, "Die Tabelle", mark("Betreiber")),
        at(
            "content/legal/privacy.de.md:20:15",
            "unknown-term",
            "'Betreiber' is no form of the term 'controller'; write 'Verantwortlicher', or enter "
            "the form in content/legal/glossary.toml",
            "'Betreiber' ist keine Form des Begriffs 'controller'; schreiben Sie "
            "'Verantwortlicher', oder tragen Sie die Form in content/legal/glossary.toml ein",
        ),
    ),
    failure(
        "a term explained twice",
        both(
            edit(PRIVACY, "Wir bewahren", mark("Verantwortlicher")),
            edit(PRIVACY, "Die Tabelle", mark("Verantwortlicher")),
            edit(ENGLISH, "The table", mark("Controller")),
        ),
        at(
            "content/legal/privacy.de.md:20:22",
            "repeated-definition",
            "the term 'controller' is explained twice; mark it once, other uses are linked to "
            "that by themselves",
            "der Begriff 'controller' ist zweimal als erklärt gekennzeichnet; kennzeichnen Sie "
            "ihn nur einmal, alle anderen Stellen verlinkt die Website selbst",
        ),
    ),
    failure(
        "a term explained in German only",
        edit(PRIVACY, "Die Tabelle", mark("Verantwortlicher")),
        at(
            "content/legal/privacy.de.md:20:22",
            "unpaired-definition",
            f"the term 'controller' is explained here and not in {ENGLISH}; mark it there too, or "
            "take the mark out here",
            f"der Begriff 'controller' ist hier als erklärt gekennzeichnet, in {ENGLISH} aber "
            "nicht; kennzeichnen Sie ihn auch dort, oder nehmen Sie die Kennzeichnung hier heraus",
        ),
    ),
    failure(
        "a term explained in English only",
        edit(ENGLISH, "The table", mark("Controller")),
        at(
            "content/legal/privacy.en.md:20:16",
            "unpaired-definition",
            f"the term 'controller' is explained here and not in {PRIVACY}; mark it there too, or "
            "take the mark out here",
            f"der Begriff 'controller' ist hier als erklärt gekennzeichnet, in {PRIVACY} aber "
            "nicht; kennzeichnen Sie ihn auch dort, oder nehmen Sie die Kennzeichnung hier heraus",
        ),
    ),
    failure(
        "a mark with a space in it",
        edit(PRIVACY, "Die Tabelle", "[Verantwortlicher] (term:controller)"),
        at(
            "content/legal/privacy.de.md:20:21",
            "broken-link",
            "'] (term:controller' is no link; write [words](address) without a space between",
            "'] (term:controller' ist kein Link; schreiben Sie [Wörter](Adresse) ohne "
            "Leerzeichen dazwischen",
        ),
    ),
)
