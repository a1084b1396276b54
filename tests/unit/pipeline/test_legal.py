"""The commands for legal texts from the command line: what they say, and their exit codes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from firstparty.model import ExitCode
from pipeline import legal
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
        (
            ["--moved", "a=b", "--moved", "a="],
            "'--moved' names 'a' more than once; say it once",
            "'--moved' nennt 'a' mehr als einmal; geben Sie es einmal an",
        ),
        (
            ["--moved", "a\x01 b="],
            "'--moved' holds a character that cannot be shown; write it without that one",
            "'--moved' enthält ein Zeichen, das sich nicht darstellen lässt; schreiben Sie es ohne "
            "dieses Zeichen",
        ),
        (
            ["--summary-de", "a\x01", "--summary-en", "b"],
            "'--summary-de' holds a character that cannot be shown; write it without that one",
            "'--summary-de' enthält ein Zeichen, das sich nicht darstellen lässt; schreiben Sie es "
            "ohne dieses Zeichen",
        ),
        (
            ["--reason-de", "a", "--reason-en", "b\udcff"],
            "'--reason-en' holds a character that cannot be shown; write it without that one",
            "'--reason-en' enthält ein Zeichen, das sich nicht darstellen lässt; schreiben Sie es "
            "ohne dieses Zeichen",
        ),
        (
            ["--by", "x\x7f"],
            "'--by' holds a character that cannot be shown; write it without that one",
            "'--by' enthält ein Zeichen, das sich nicht darstellen lässt; schreiben Sie es ohne "
            "dieses Zeichen",
        ),
        (
            ["--summary-de", "   ", "--summary-en", "b"],
            "'--summary-de' holds no words; write some, or leave it out",
            "'--summary-de' enthält keine Wörter; schreiben Sie welche, oder lassen Sie die Angabe "
            "weg",
        ),
        (
            ["--date", "9999-12-31", "--effective", "9999-12-31"],
            "'9999-12-31' lies too far ahead; choose an earlier day",
            "'9999-12-31' liegt zu weit in der Zukunft; wählen Sie einen früheren Tag",
        ),
        (
            ["--revision", "1" * 21],
            f"'{'1' * 21}' is no version; write a number, like 2 or 2.1",
            f"'{'1' * 21}' ist keine Fassung; schreiben Sie eine Zahl, wie 2 oder 2.1",
        ),
    ],
)
def test_nonsense(
    option: list[str], english: str, german: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that makes no sense is refused in one sentence, in the editor's language."""
    command = ["revise", "privacy", "--by", "Eve", *option]
    assert main([*command, "--lang", "en"], tmp_path) == ExitCode.COULD_NOT_CHECK
    assert said(capsys) == english
    assert main([*command, "--lang", "de"], tmp_path) == ExitCode.COULD_NOT_CHECK
    assert said(capsys) == german


def test_words_on_several_lines(tmp_path: Path) -> None:
    """What stands on several lines, or with a space before it, is one line of the ledger."""
    small_corpus.of(tmp_path, german("Anders."), english("Different."))
    assert main([*CONFIRM, "--by", " Eve\nAda"], tmp_path) == ExitCode.CLEAN
    assert 'by = "Eve Ada"' in (tmp_path / "content/legal/ledger.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (
            ("company.toml", "x = ["),
            "company.toml:1:6: this is not TOML: Invalid value; look at the quotation marks and "
            "brackets here (unreadable-register)",
        ),
        (
            ("processing.toml", None),
            "processing.toml:1:1: the register is missing; restore it from the history of the "
            "repository (unreadable-register)",
        ),
    ],
)
def test_gaps_of_a_broken_register(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    broken: tuple[str, str | None],
    sentence: str,
) -> None:
    """Nobody can tell what it lacks: what is wrong with it is said as a build does, with 2."""
    small_corpus.of(tmp_path)
    name, text = broken
    if text is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(text)
    assert main(["gaps", "--lang", "en"], tmp_path) == ExitCode.COULD_NOT_CHECK
    assert said(capsys) == sentence


def test_interrupted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends a command with a sentence and the code that a shell knows."""

    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(legal, "build", interrupted)
    assert main([*CONFIRM, "--lang", "en"], tmp_path) == 130
    assert said(capsys) == "interrupted; `git status` tells whether anything was written"


@pytest.mark.parametrize("how", ["nobody", "no git", "another encoding"])
def test_who_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Without a name, or with one that cannot be read, a command asks for it."""

    def git(*_arguments: object, **_options: object) -> subprocess.CompletedProcess[bytes]:
        if how == "no git":
            raise FileNotFoundError
        return subprocess.CompletedProcess([], 0, b"Andr\xe9\n" if how != "nobody" else b"")

    monkeypatch.setattr(legal.subprocess, "run", git)
    assert main([*CONFIRM[:-2], "--lang", "en"], tmp_path) == ExitCode.COULD_NOT_CHECK
    assert said(capsys) == (
        "'--by' holds a character that cannot be shown; write it without that one"
        if how == "another encoding"
        else 'say who you are: --by "your name"'
    )
