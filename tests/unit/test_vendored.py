"""Whatever was not made here is listed with its source, its licence and its digest."""

import hashlib
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIST = tomllib.loads((ROOT / "vendored.toml").read_text(encoding="utf-8"))
ENTRIES = [*LIST["file"], *LIST["made"]]
# Kinds of file that nobody types; what tests use is made here, but for schemas of others.
FOREIGN = {
    *(".woff2", ".woff", ".ttf", ".otf"),
    *(".json", ".geojson", ".topojson", ".jar", ".wasm", ".xsd"),
}


def digest(content: bytes) -> str:
    """The digest as the list writes it."""
    return hashlib.sha256(content).hexdigest()


def made_here(path: str) -> bool:
    """Whether a file is one of the tests' own."""
    return path.startswith("tests/") and "/schemas/" not in path


def unlisted(paths: list[str]) -> list[str]:
    """The foreign files among `paths` that no entry names."""
    listed = {entry["path"] for entry in ENTRIES}
    return [
        path
        for path in paths
        if Path(path).suffix in FOREIGN and not made_here(path) and path not in listed
    ]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["path"])
def test_a_listed_file_is_the_one_that_was_listed(entry):
    """The bytes have the digest of the list."""
    assert digest((ROOT / entry["path"]).read_bytes()) == entry["sha256"]


def test_a_changed_file_has_another_digest():
    """One byte more is noticed."""
    entry = ENTRIES[0]
    assert digest((ROOT / entry["path"]).read_bytes() + b"\n") != entry["sha256"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["path"])
def test_a_licence_lies_where_the_list_says(entry):
    """Its text is there, is itself listed, and is the licence named."""
    first_words = {
        "OFL-1.1": "SIL Open Font License, Version 1.1",
        "ISC": "Permission to use, copy, modify, and/or distribute this software",
        "MIT": "Permission is hereby granted, free of charge, to any person obtaining a copy",
    }
    text = (ROOT / entry["licence-file"]).read_text(encoding="utf-8")
    assert first_words[entry["licence"]] in text
    assert entry["licence-file"] in {file["path"] for file in LIST["file"]}


@pytest.mark.parametrize("entry", LIST["file"], ids=lambda entry: entry["path"])
def test_a_source_is_named_to_the_version(entry):
    """Package, version and the file's name in the package: enough to fetch it again."""
    assert set(entry) - {"origin"} == {
        "path",
        "package",
        "version",
        "member",
        "licence",
        "licence-file",
        "sha256",
    }


@pytest.mark.parametrize("entry", LIST["made"], ids=lambda entry: entry["path"])
def test_what_was_made_names_what_it_was_made_from(entry):
    """The source of a subset font is in the list too."""
    assert entry["source"] in {file["path"] for file in LIST["file"]}


def test_no_reserved_name_is_used():
    """A changed font keeps its name only where the licence reserves none (OFL 1.1, clause 3)."""
    for entry in LIST["made"]:
        head = (ROOT / entry["licence-file"]).read_text(encoding="utf-8").partition("-----")[0]
        assert "Reserved Font Name" not in head


def test_every_foreign_file_is_listed():
    """No font and no data file in the tree is missing from the list."""
    tracked = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"],  # noqa: S607 - the git on the path
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    assert unlisted(tracked) == []


def test_a_foreign_file_that_is_not_listed_is_noticed():
    """A font that somebody drops in is reported."""
    schema = "tests/unit/firstparty/schemas/new.json"
    assert unlisted(["theme/static/fonts/new.woff2", "README.md", schema, "tests/a.json"]) == [
        "theme/static/fonts/new.woff2",
        schema,
    ]
