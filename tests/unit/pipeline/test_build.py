"""A build: all plugins, one swap, nothing left behind."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING

import pytest

from pipeline import build as pipeline
from pipeline.build import build
from tests.unit.pipeline import small_site
from tests.unit.pipeline.failures import both, edit, own_theme, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pelican import Pelican

#: Facts as an operator may supply them: in words for both languages, or for each.
FILLED = {
    "company.toml": small_site.COMPANY.replace('officer = ""', 'officer = { de = "A", en = "B" }')
    .replace('phone = ""', 'phone = "+49 441 1"')
    .replace('= ""', '= "X & Y"'),
    "processing.toml": small_site.PROCESSING.replace(
        'entity = ""', 'entity = { de = "Rechner & Co.", en = "Computers & Co." }'
    ).replace('"none"', '"conditional"\nsafeguard = "Klauseln <1>"'),
}


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Write the small site; give its settings."""
    return small_site.write(tmp_path / "sources")


def test_every_plugin_is_loaded(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every plugin that the settings name is loaded and registered, in that order."""
    named = importlib.import_module("pelicanconf").PLUGINS
    registered = []
    for name in named:
        module = importlib.import_module(name)

        def register(name: str = name, before: object = module.register) -> None:
            registered.append(name)
            assert callable(before)
            before()

        monkeypatch.setattr(module, "register", register)
    assert build(tmp_path / "site", settings) == ()
    assert registered == named
    assert len(named) == 9


@pytest.mark.parametrize("times", [1, 2])
def test_swap(times: int, settings: Path, tmp_path: Path) -> None:
    """The new folder takes the place of the old one; nothing old and nothing else stays."""
    output = tmp_path / "published" / "site"
    for _ in range(times):
        assert build(output, settings) == ()
        stale = output / "stale.html"
        assert not stale.exists()
        stale.write_text("old")
    assert [path.name for path in output.parent.iterdir()] == ["site"]
    assert output.stat().st_mode & 0o777 == 0o755


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Press Ctrl-C while Pelican runs."""

    def press(_settings: object) -> Pelican:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "_run_pelican", press)
    yield
    monkeypatch.undo()


@pytest.mark.usefixtures("interrupted")
def test_interrupted(settings: Path, tmp_path: Path) -> None:
    """A build that is interrupted leaves nothing behind."""
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "published" / "site", settings)
    assert list((tmp_path / "published").iterdir()) == []


@pytest.mark.usefixtures("interrupted")
def test_interrupted_at_the_terminal(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, and the exit code that shells give after Ctrl-C."""
    arguments = ["--output", str(tmp_path / "site"), "--settings", str(settings)]
    assert pipeline.main(arguments) == 130
    assert capsys.readouterr().err == "Stopped\n"


def _sources(root: Path) -> Path:
    return root


def _file(root: Path) -> Path:
    (root / "file").write_text("mine")
    return root / "file"


def _below_a_file(root: Path) -> Path:
    return _file(root) / "site"


def _loop(root: Path) -> Path:
    (root / "loop").symlink_to("loop")
    return root / "loop"


def _too_long(root: Path) -> Path:
    return root / ("a" * 300)


UNUSABLE = [
    (
        _sources,
        "'{folder}' holds other files than a built site, which would be lost; "
        "name another folder, or empty it first",
    ),
    (_file, "'{folder}' is a file; name a folder for the site"),
    (_below_a_file, "'{folder}' cannot be written: File exists; name another folder"),
    (_loop, "'{folder}' leads to itself; name another folder"),
    (_too_long, "'{folder}' cannot be written: File name too long; name another folder"),
]


@pytest.mark.parametrize(
    ("make", "message"), UNUSABLE, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_place_for_no_site(
    make: Callable[[Path], Path],
    message: str,
    settings: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Above all the sources themselves: nothing of theirs is lost, and nothing is left behind."""
    root = settings.parent
    folder = make(root)
    before = sorted(root.parent.rglob("*"))
    assert pipeline.main(["--output", str(folder), "--settings", str(settings)]) == 2
    assert capsys.readouterr().err == message.format(folder=folder) + "\n"
    assert sorted(root.parent.rglob("*")) == before


@pytest.mark.parametrize("option", ["--report", "--texts"])
def test_a_file_that_cannot_be_written(
    option: str, settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The option's file is named."""
    arguments = ["--output", str(tmp_path / "site"), "--settings", str(settings)]
    assert pipeline.main([*arguments, option, str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        f"'{tmp_path}' cannot be written: Is a directory; name another file\n"
    )


def test_settings_that_are_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The option's file is named."""
    named = tmp_path / "settings.py"
    assert pipeline.main(["--output", str(tmp_path / "site"), "--settings", str(named)]) == 2
    assert capsys.readouterr().err == f"there is no file of settings '{named}'; name one\n"


def test_traceback(settings: Path, tmp_path: Path) -> None:
    """What no check foresaw is raised when somebody wants to see where, and leaves nothing."""
    both(own_theme, put("theme/templates/page.html", "{{ 1 / 0 }}\n"))(settings.parent)
    with pytest.raises(ZeroDivisionError):
        build(tmp_path / "published" / "site", settings, traceback=True)
    assert list((tmp_path / "published").iterdir()) == []


def test_filled_gaps(settings: Path, tmp_path: Path) -> None:
    """Facts in one language or in two are printed as words, escaped; no gap is left."""
    root = settings.parent
    for name, text in FILLED.items():
        put(name, text)(root)
    english, german = "content/legal/privacy.en.md", "content/legal/privacy.de.md"
    tables = "{{ table.cookies }}\n\n{{ table.recipients }}\n\n{{ table.activities }}"
    for name in (german, english):
        edit(name, "{{ table.cookies }}", tables)(root)
        edit(name, "{{ company.phone }}", "{{ company.data_protection.officer }}")(root)
    output = tmp_path / "site"
    assert build(output, settings) == ()
    for path, words in (("de/datenschutz", "Rechner &amp; Co."), ("en/privacy", "Computers &amp;")):
        page = (output / path / "index.html").read_text(encoding="utf-8")
        assert words in page
        assert "Klauseln &lt;1&gt;" in page.replace("\u00a0", " ")
        assert 'class="gap"' not in page
        assert "de=" not in page


def test_report(settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The findings are also written as JSON, for the preview."""
    edit("company.toml", "post@maps.example", "post")(settings.parent)
    report = tmp_path / "report.json"
    arguments = ["--output", str(tmp_path / "site"), "--settings", str(settings)]
    assert pipeline.main([*arguments, "--report", str(report)]) == 1
    capsys.readouterr()
    assert report.read_text(encoding="utf-8") == (
        '{\n  "version": 1,\n  "site_url": "",\n  "checked": {\n    "files": 0,\n    "bytes": 0\n'
        '  },\n  "findings": [\n    {\n      "rule": "wrong-value",\n      "severity": "error",\n'
        "      \"message\": \"'email' is 'post'; write it like 'post@example.org'\",\n"
        '      "evidence": "email",\n      "path": "company.toml",\n      "line": 8,\n'
        '      "column": 1,\n      "url": null\n    }\n  ]\n}\n'
    )


def test_texts(settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clauses of the legal texts are written for the preview; no page has any of it."""
    texts, output = tmp_path / "texts.json", tmp_path / "site"
    arguments = ["--output", str(output), "--settings", str(settings), "--texts", str(texts)]
    assert pipeline.main(arguments) == 0
    capsys.readouterr()
    read = json.loads(texts.read_text(encoding="utf-8"))
    imprint = read["/en/imprint/"]
    assert (imprint["source"], imprint["clauses"]) == (
        "content/legal/imprint.en.md",
        [{"id": "text", "number": "", "title": "Text", "line": 5, "children": []}],
    )
    assert [remark["rule"] for remark in imprint["remarks"]] == ["unpublished-change"]
    pages = [path.read_text(encoding="utf-8") for path in output.rglob("*.html")]
    assert [page for page in pages if "__preview__" in page] == []


def test_no_plugin_is_left_over() -> None:
    """The settings of a test leave no planted plugin in this process."""
    assert [name for name in sys.modules if name == "planted_import"] == []
