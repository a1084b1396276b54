"""A benchmark that cannot begin says why in one sentence, with exit code 2."""

from __future__ import annotations

import pytest

from benchmarks import build, lighthouse, servers


@pytest.mark.parametrize(
    ("program", "arguments", "sentence"),
    [
        (
            servers,
            ["nope"],
            "argument SERVER: there is no server 'nope'; known are nginx, apache, caddy",
        ),
        (build, ["--runs", "0"], "argument --runs: 0 is too few; write 1 or more"),
        (build, ["--pages", "-5"], "argument --pages: -5 is too few; write 0 or more"),
        (build, ["--pages", "many"], "argument --pages: invalid count value: 'many'"),
        (build, ["--pages"], "argument --pages: expected at least one argument"),
    ],
)
def test_options(program, arguments, sentence, capsys):
    """What an option says wrongly is said of the option."""
    with pytest.raises(SystemExit) as caught:
        program.main(arguments)
    assert caught.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == f"python -m {program.__name__}: error: {sentence}"


def test_no_server(monkeypatch, capsys):
    """Where none of the servers is installed there is nothing to measure."""
    monkeypatch.setattr(servers, "installed", lambda _name: None)
    with pytest.raises(SystemExit) as caught:
        servers.main(["nginx", "caddy"])
    assert caught.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "python -m benchmarks.servers: error: not installed: nginx, caddy; see docs/servers.md"
    )


@pytest.mark.parametrize(
    ("there", "reason"), [(True, "Permission denied"), (False, "No such file or directory")]
)
def test_lighthouse_that_is_no_program(tmp_path, monkeypatch, there, reason):
    """A folder, or nothing at all, cannot be started."""
    monkeypatch.setattr(lighthouse.chromium, "ensure", lambda: tmp_path)
    cli = tmp_path if there else tmp_path / "none"
    with pytest.raises(lighthouse.CannotMeasureError) as caught:
        lighthouse.visit(cli, "http://127.0.0.1:9/", 1.0)
    assert str(caught.value) == f"{cli} cannot be started: {reason}"
