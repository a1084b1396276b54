"""The commands for legal texts from the command line: what they say, and their exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from firstparty.model import ExitCode
from pipeline.legal import main
from tests.unit.notices import small_corpus
from tests.unit.notices.planted import english, german
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

CONFIRM = ["confirm", "privacy#cookies-list", "--kind", "typo", "--by", "Eve"]


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Give what a command said, without the ends of lines that a narrow terminal makes."""
    return " ".join(capsys.readouterr().err.split())


def test_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was done is a sentence each, and the code is 0; the same again is refused with 2."""
    small_corpus.of(tmp_path, german("Anders."), english("Different."))
    assert main(CONFIRM, tmp_path) == ExitCode.CLEAN
    assert said(capsys) == "confirmed privacy#cookies-list"
    assert main([*CONFIRM, "--lang", "de"], tmp_path) == ExitCode.COULD_NOT_CHECK
    assert said(capsys) == (
        "'privacy#cookies-list' ist unverändert, seit es bestätigt wurde; es ist nichts zu tun"
    )


def test_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that cannot be built is said first, with 1, and the ledger stays as it is."""
    small_corpus.of(tmp_path)
    edit(PRIVACY, "{{ table.cookies }}", "{{ table.cookis }}")(tmp_path)
    ledger = tmp_path / "content/legal/ledger.toml"
    before = ledger.read_bytes()
    assert main(CONFIRM, tmp_path) == ExitCode.FINDINGS
    assert said(capsys) == (
        f"{PRIVACY}:22:1: unknown table 'cookis'; known are data_categories, activities, "
        "recipients, retention, cookies (unknown-placeholder)"
    )
    assert ledger.read_bytes() == before


@pytest.mark.parametrize(
    ("option", "english", "german"),
    [
        (
            ["--revision", "x"],
            "'x' is no version; write a number, like 2 or 2.1",
            "'x' ist keine Fassung; schreiben Sie eine Zahl, wie 2 oder 2.1",
        ),
        (
            ["--moved", "=cookies"],
            "'=cookies' is not like 'old-clause=new-clause'; write it so",
            "'=cookies' ist nicht wie 'alte-klausel=neue-klausel' geschrieben; schreiben Sie es so",
        ),
    ],
)
def test_nonsense(
    option: list[str], english: str, german: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that makes no sense is refused in one sentence, in the editor's language."""
    command = ["revise", "privacy", *option, "--by", "Eve"]
    assert main([*command, "--lang", "en"], tmp_path) == ExitCode.COULD_NOT_CHECK
    assert said(capsys) == english
    assert main([*command, "--lang", "de"], tmp_path) == ExitCode.COULD_NOT_CHECK
    assert said(capsys) == german
