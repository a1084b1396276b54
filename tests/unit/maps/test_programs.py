"""The programs of this package from the command line: a sentence, 2, and the old pictures stay."""

import pytest

from maps import atlas, draw, icons, palette


@pytest.fixture
def theme(tmp_path, monkeypatch):
    """Let the maps be written into a folder of this test."""
    monkeypatch.setattr(draw, "IMAGES", tmp_path / "images")
    monkeypatch.setattr(draw, "EMBLEM", tmp_path / "mark.html")
    monkeypatch.setattr(icons, "IMAGES", tmp_path / "images")
    return tmp_path


GOOD = palette.FILE.read_text("utf-8")
RESTORE = "restore it from the history of the repository"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, f"No such file or directory; {RESTORE}"),
        ("[light", "this is not TOML: Expected ']' at the end of a table declaration "),
        ("[dark]\n", "there is no table [light]; add it"),
        ("light = 1\n", "there is no table [light]; add it"),
        (
            GOOD.replace('map-sea = "#d9e6e5"', 'map-sea = "blue"'),
            "'map-sea' of [light] is no colour; write it like \"#fbf8f0\"",
        ),
        (
            GOOD.replace("map-river", "map-rivers"),
            "'map-river' of [light] is no colour; write it like \"#fbf8f0\"",
        ),
    ],
)
def test_broken_palette(tmp_path, text, sentence):
    """The file, what is wrong with it, and what to do."""
    path = tmp_path / "palette.toml"
    if text is not None:
        path.write_text(text, "utf-8")
    if text == "[light":
        sentence += f"(at end of document); {RESTORE}"
    with pytest.raises(palette.CannotDrawError) as caught:
        palette.read(path)
    assert str(caught.value) == f"{path}: {sentence}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "No such file or directory"),
        ("{", "this is not JSON: Expecting property name enclosed in double quotes: line 1 "),
    ],
)
def test_broken_data(tmp_path, text, sentence):
    """Either file of the atlas is named."""
    path = tmp_path / "data.json"
    if text is not None:
        path.write_text(text)
        sentence += "column 2 (char 1)"
    for files in ((path, atlas.WATERS), (atlas.COUNTRIES, path)):
        with pytest.raises(palette.CannotDrawError) as caught:
            atlas.read(*files)
        assert str(caught.value) == f"{path}: {sentence}; {RESTORE}"


@pytest.mark.parametrize("program", [draw, icons])
def test_nothing_is_written(theme, monkeypatch, capsys, program):
    """One sentence, and the code is 2."""

    def broken():
        raise palette.CannotDrawError("palette.toml: there is no table [light]; add it")

    monkeypatch.setattr(palette, "read", broken)
    assert program.main([]) == 2
    assert capsys.readouterr() == ("", "palette.toml: there is no table [light]; add it\n")
    assert list(theme.iterdir()) == []


@pytest.mark.parametrize("program", [draw, icons])
def test_help(theme, capsys, program):
    """Asked for help, a program gives it and does nothing."""
    with pytest.raises(SystemExit) as caught:
        program.main(["--help"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: python -m {program.__name__} ")
    assert list(theme.iterdir()) == []
