"""The programs of this package from the command line: a sentence, 2, and the old files stay."""

import pytest
from playwright.sync_api import Error

from typefaces import fallback, stylesheet
from typefaces.fallback import MEASURED


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Let both programs write into a folder of this test, where something lies already."""
    files = {"MEASURED": tmp_path / "fallback.toml", "STYLESHEET": tmp_path / "fonts.css"}
    for name, module in (("MEASURED", fallback), ("STYLESHEET", stylesheet)):
        files[name].write_text("old")
        monkeypatch.setattr(module, name, files[name])
    return tmp_path


def contents(folder):
    """Give what lies in the folder."""
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


OLD = {"fallback.toml": "old", "fonts.css": "old"}


def test_fallback_without_a_folder(kept, capsys):
    """The argument is asked for."""
    with pytest.raises(SystemExit) as caught:
        fallback.main([])
    assert caught.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "python -m typefaces.fallback: error: the following arguments are required: FOLDER"
    )
    assert contents(kept) == OLD


def test_fallback_without_the_fonts(kept, capsys):
    """The folders that were looked through are named, and no browser is started."""
    assert fallback.main([str(kept)]) == 2
    assert capsys.readouterr() == (
        "",
        f"LiberationSerif-Regular.ttf: not in {kept}; name the folder that holds it\n",
    )
    assert contents(kept) == OLD


def test_fallback_without_a_browser(kept, monkeypatch, capsys):
    """Of what Playwright says of it the first line is enough."""

    def missing():
        raise Error("there is no Chromium\nat /usr/bin/chromium")

    monkeypatch.setattr(fallback, "find", lambda name, _folders: kept / name)
    monkeypatch.setattr(fallback, "sync_playwright", missing)
    assert fallback.main([str(kept)]) == 2
    assert capsys.readouterr() == ("", "Chromium cannot measure: there is no Chromium\n")
    assert contents(kept) == OLD


AGAIN = "write it again with `python -m typefaces.fallback FOLDER…`"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x = [", "this is not TOML: Invalid value (at end of document)"),
        ("", "a ratio is missing or is no number"),
        ("pairing = 1", "a ratio is missing or is no number"),
        ("[[pairing]]\nratio = 'wide'", "a ratio is missing or is no number"),
        ("[[pairing]]\nratio = 1", "there must be a ratio above 0 for each of 12 pairings"),
        (
            MEASURED.read_text("utf-8").replace("ratio = 1.0751", "ratio = 0"),
            "there must be a ratio above 0 for each of 12 pairings",
        ),
        (
            MEASURED.read_text("utf-8").replace("ratio = 1.0751", "ratio = nan"),
            "there must be a ratio above 0 for each of 12 pairings",
        ),
        (None, "No such file or directory"),
    ],
)
def test_stylesheet_without_ratios(kept, monkeypatch, capsys, text, sentence):
    """What is wrong with the measured ratios is said, and how to make them again."""
    path = kept / "broken" / "fallback.toml"
    path.parent.mkdir()
    if text is not None:
        path.write_text(text, "utf-8")
    read = stylesheet.ratios
    monkeypatch.setattr(stylesheet, "ratios", lambda: read(path))
    assert stylesheet.main([]) == 2
    assert capsys.readouterr() == ("", f"fallback.toml: {sentence}; {AGAIN}\n")
    assert contents(kept) == OLD


@pytest.mark.parametrize("program", [fallback, stylesheet])
def test_help(kept, capsys, program):
    """Asked for help, a program gives it and does nothing."""
    with pytest.raises(SystemExit) as caught:
        program.main(["--help"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: python -m {program.__name__} ")
    assert contents(kept) == OLD
