"""An XML entity or document type at another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-entity",
    severity=Severity.ERROR,
    uses=frozenset({Use.ENTITY, Use.DOCTYPE}),
    problem='{where} names "{evidence}" at {host}, which an XML reader may fetch',
    remedy="remove the declaration",
    protects="Feed readers and XML tools fetch what a document type or an external entity names.",
    example='<!ENTITY map SYSTEM "https://elsewhere.example/map.xml">',
    fix="<!DOCTYPE html>",
)
