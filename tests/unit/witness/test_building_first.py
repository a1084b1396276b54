"""`python -m witness`: a site that cannot be built is not audited."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from witness import __main__ as building_first
from witness import audit


@pytest.mark.parametrize(
    ("build", "verdict", "code", "audits"),
    [(0, 0, 0, 1), (0, 1, 1, 1), (1, 0, 1, 0), (2, 0, 2, 0)],
)
def test_exit_code(monkeypatch: pytest.MonkeyPatch, build, verdict, code, audits):
    """That of the build where it fails, and then nothing is visited; else that of the audit."""
    made = []
    process = SimpleNamespace(wait=lambda: build)
    monkeypatch.setattr(building_first.subprocess, "Popen", lambda _: nullcontext(process))
    monkeypatch.setattr(audit, "main", lambda: made.append(1) or verdict)
    assert (building_first.main(), len(made)) == (code, audits)
