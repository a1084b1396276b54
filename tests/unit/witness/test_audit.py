"""What keeps the audit from coming about is one sentence, and exit code 2."""

from __future__ import annotations

import contextlib
import http.server
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from witness import audit
from witness.audit import CannotAuditError, main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from witness.observed import Observed

NO_ORIGIN = 'is no origin; write it like "https://www.example.org"'


@contextlib.contextmanager
def _answering(status: str, *headers: str) -> Iterator[tuple[str, list[str]]]:
    """A host that always answers the same; gives its origin and what it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            lines = "\r\n".join((status, "Content-Length: 0", "Connection: close", *headers))
            self.wfile.write(f"{lines}\r\n\r\n".encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def _said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(
    "url",
    [
        "http://a..b",
        "example.org",
        "ftp://example.org",
        "https://",
        "http://[",
        "http://a:b",
        "http://a:99999",
    ],
)
def test_an_address_that_names_no_site(capsys: pytest.CaptureFixture[str], url: str) -> None:
    """Whatever is wrong with it, the answer says how one is written."""
    assert _said(capsys, "--url", url) == f'audit: "{url}" {NO_ORIGIN}\n'


def test_nobody_answers(capsys: pytest.CaptureFixture[str]) -> None:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        origin = f"http://127.0.0.1:{taken.getsockname()[1]}"
    assert _said(capsys, "--url", origin) == (
        f"audit: {origin}/sitemap.xml does not answer: [Errno 111] Connection refused\n"
    )


def test_somebody_answers_who_speaks_no_http(capsys: pytest.CaptureFixture[str]) -> None:
    """Another program listens there."""
    with _answering("SSH-2.0-OpenSSH_9.2") as (origin, _):
        assert _said(capsys, "--url", origin) == (
            f"audit: {origin}/sitemap.xml does not answer: SSH-2.0-OpenSSH_9.2\n"
        )


def test_a_sitemap_that_is_elsewhere_is_not_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    """Only the given origin is visited, whatever it redirects to."""
    with (
        _answering("HTTP/1.0 200 OK") as (elsewhere, asked),
        _answering("HTTP/1.0 302 Found", f"Location: {elsewhere}/sitemap.xml") as (origin, _),
    ):
        assert _said(capsys, "--url", origin) == (
            "audit: /sitemap.xml is answered with 302; "
            "give the origin at which the site itself answers\n"
        )
    assert asked == []


def test_no_site_was_built(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An empty folder."""
    assert _said(capsys, "--site", str(tmp_path)) == (
        f"audit: {tmp_path} holds no built site; run inv build first\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be read: No such file or directory"),
        ("def sign_in(", "is no Python: '(' was never closed, line 1"),
        (
            "import no_such_module\n",
            "failed: ModuleNotFoundError: No module named 'no_such_module'",
        ),
        ("raise SystemExit(0)\n", "failed: SystemExit: 0"),
        ("sign_in = print\n", "has no function 'sign_out'; see witness/stand_in.py"),
        ("sign_in = sign_out = 1\n", "has no function 'sign_in'; see witness/stand_in.py"),
    ],
    ids=["missing", "syntax", "import", "exit", "function", "number"],
)
def test_a_script_that_cannot_sign_in(
    capsys: pytest.CaptureFixture[str],
    built_site: Path,
    tmp_path: Path,
    text: str | None,
    message: str,
) -> None:
    """The editor of the script is told what is wrong with it."""
    script = tmp_path / "account.py"
    if text is not None:
        script.write_text(text, encoding="utf-8")
    said = _said(capsys, "--site", str(built_site), "--with-account", str(script))
    assert said == f"audit: {script} {message}\n"


def test_a_report_that_cannot_be_written(
    capsys: pytest.CaptureFixture[str], built_site: Path, tmp_path: Path
) -> None:
    """A file stands where the folder should be."""
    report = tmp_path / "report"
    report.write_text("", encoding="utf-8")
    said = _said(capsys, "--site", str(built_site), "--report", str(report))
    assert said == (f"audit: {report} cannot be written: Not a directory; name another folder\n")


def _stopped(*_: object, **__: object) -> Observed:
    raise KeyboardInterrupt


def _failed(*_: object, **__: object) -> Observed:
    raise CannotAuditError("the browser could not be watched: no")


@pytest.mark.parametrize(
    ("end", "code", "words"),
    [
        (_stopped, 130, "Stopped\n"),
        (_failed, 2, "audit: the browser could not be watched: no\n"),
    ],
)
def test_evidence_stays_until_there_is_better(  # noqa: PLR0913 - fixtures
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    built_site: Path,
    tmp_path: Path,
    end: Callable[..., Observed],
    code: int,
    words: str,
) -> None:
    """An audit that ends early, by Ctrl-C for example, takes nothing away."""
    report = tmp_path / "report"
    (report / "netlogs").mkdir(parents=True)
    (report / "netlogs" / "de.json").write_text("{}")
    monkeypatch.setattr(audit, "observe", end)
    options = ["--site", str(built_site), "--report", str(report), "--quick"]
    assert main(options) == code
    assert capsys.readouterr().err == words
    assert [path.relative_to(report).as_posix() for path in report.rglob("*.*")] == [
        "netlogs/de.json"
    ]
