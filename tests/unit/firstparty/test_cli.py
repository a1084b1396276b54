"""The command: what it prints and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from firstparty.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = ("--site-url", "https://site.test")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A page that loads one picture from elsewhere."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<img src=https://a.test/x.png>")
    return folder


def test_findings(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are printed, and the code is 1."""
    assert main(["check", str(site), *ADDRESS]) == 1
    assert capsys.readouterr().out == (
        "index.html\n"
        '  index.html:1:6: the image "https://a.test/x.png" in <img src> would be fetched from '
        "a.test; copy it into the site and name the copy [third-party-image]\n"
        "\n"
        "1 file checked: 1 finding in 1 file\n"
    )


def test_clean(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An origin that is allowed is home, and the code is 0."""
    assert main(["check", str(site), *ADDRESS, "--allow-origin", "https://a.test"]) == 0
    assert capsys.readouterr().out == "1 file checked: no browser is sent to another host\n"


def test_formats(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report goes to standard output, alone."""
    assert main(["check", str(site), *ADDRESS, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["checked"] == {"files": 1, "bytes": 30}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "none", *ADDRESS], "none: no such folder; build the site first"),
        (
            ["check", ".", "--site-url", "site"],
            '"site" is no origin; write it like "https://www.example.org"',
        ),
        (
            ["check", ".", *ADDRESS, "--baseline", "none.toml"],
            "none.toml: the baseline cannot be read: [Errno 2] No such file or directory: "
            "'none.toml'",
        ),
    ],
)
def test_what_could_not_be_checked(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One sentence on standard error, and the code is 2."""
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"firstparty: {sentence}\n")


@pytest.mark.parametrize("arguments", [[], ["check"], ["check", "."], ["check", ".", "--no"]])
def test_bad_arguments(arguments: list[str]) -> None:
    """The code is 2."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    """What a rule protects against, an example and the fix, with or without a folder."""
    for arguments in (["--explain", "third-party-font"], ["check", "--explain=third-party-font"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
        assert capsys.readouterr().out == (
            "third-party-font (error)\n\n"
            "A font service learns of every visit to every page that uses the font.\n\n"
            "Instead of\n\n"
            '    @font-face { font-family: Text; src: url("https://fonts.example/text.woff2") }\n\n'
            "write\n\n"
            '    @font-face { font-family: Text; src: url("/fonts/text.woff2") }\n'
        )


def test_explain_a_rule_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest one is named."""
    with pytest.raises(SystemExit) as caught:
        main(["--explain", "thirdparty-fonts"])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(
        'there is no rule "thirdparty-fonts"; did you mean "third-party-font"?\n'
    )


def test_as_a_module(site: Path) -> None:
    """`python -m firstparty` is the same."""
    command = [sys.executable, "-m", "firstparty", "check", str(site), *ADDRESS]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
