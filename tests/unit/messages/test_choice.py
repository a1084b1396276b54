"""Which language an editor reads when nobody names one, and that everybody can name one."""

from __future__ import annotations

import argparse

import pytest

from messages import choice


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_AT.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, "de"),
        ({"LANG": "de_DE.UTF-8", "CI": "true"}, "en"),
    ],
)
def test_preferred(environment: dict[str, str], lang: str) -> None:
    """The terminal decides, in the order of POSIX; a CI, whose logs many read, speaks English."""
    assert choice.preferred(environment) == lang


@pytest.mark.parametrize(
    ("arguments", "lang"), [([], "de"), (["--lang", "en"], "en"), (["--lang", "de"], "de")]
)
def test_option(arguments: list[str], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names a language gets it."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    parser = argparse.ArgumentParser()
    choice.add_option(parser)
    assert parser.parse_args(arguments).lang == lang
