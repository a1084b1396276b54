"""The command: what it prints and how it ends."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firstparty.cli import main

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
        (["check", "n" * 300, *ADDRESS], f"{'n' * 300}: no such folder; build the site first"),
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


def in_a_shell(arguments: list[str], redirection: str) -> tuple[int, str]:
    """The code and standard error of the command, with its output sent elsewhere."""
    command = shlex.join([sys.executable, "-m", "firstparty", *arguments])
    run = subprocess.run(
        ["/bin/sh", "-c", f"{command} {redirection}"], capture_output=True, check=False, text=True
    )
    return run.returncode, run.stderr


@pytest.mark.parametrize(
    ("redirection", "reason"),
    [(">/dev/full", "No space left on device"), (">&-", "standard output is closed")],
)
@pytest.mark.parametrize(
    "arguments", [["check", "{site}", *ADDRESS], ["rules"], ["--explain", "third-party-font"]]
)
def test_a_report_that_cannot_be_written(
    site: Path, arguments: list[str], redirection: str, reason: str
) -> None:
    """Whoever asked has not read it: one sentence, and neither 0 nor 1."""
    filled = [argument.replace("{site}", str(site)) for argument in arguments]
    assert in_a_shell(filled, redirection) == (
        2,
        f"firstparty: the report cannot be written: {reason}; send it to a place that "
        "takes it all\n",
    )


def test_a_report_that_nobody_reads(site: Path) -> None:
    """A pipe whose other end is closed is a report that cannot be written."""
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "firstparty", "check", str(site), *ADDRESS]
    run = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False, text=True)
    os.close(theirs)
    assert (run.returncode, run.stderr) == (
        2,
        "firstparty: the report cannot be written: Broken pipe; send it to a place that takes "
        "it all\n",
    )


def test_without_standard_error(site: Path) -> None:
    """The code says the same."""
    assert in_a_shell(["check", str(site), *ADDRESS], ">/dev/null 2>&-")[0] == 1
    assert in_a_shell(["check", "none", *ADDRESS], ">/dev/null 2>&-")[0] == 2


def children(process: int) -> list[str]:
    """The processes that a process has started and that are still there."""
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks Linux for children")
def test_interrupted(site: Path) -> None:
    """One line, of all processes together, and the code that a shell knows."""
    (site / "large.js").write_text("let a = [1, 2, 3];\n" * 400_000)
    command = [sys.executable, "-m", "firstparty", "check", str(site), *ADDRESS]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        end = time.monotonic() + 30
        while not children(run.pid) and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.3)
        os.killpg(run.pid, signal.SIGINT)
        assert run.communicate(timeout=30) == (
            "",
            "firstparty: interrupted, and nothing is said of the folder; start it again\n",
        )
    assert run.returncode == 130
