"""The library works under any generator and without a browser."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import firstparty

FOLDER = Path(firstparty.__file__).parent
FOREIGN = {"pelican", "playwright", "plugins", "pipeline", "preview", "registers", "delivery"}


def imports(file: Path) -> set[str]:
    """The top-level packages that a module imports anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_no_module_imports_pelican_or_playwright() -> None:
    """Nor any other part of this site."""
    wrong = {
        str(file.relative_to(FOLDER)): foreign
        for file in FOLDER.rglob("*.py")
        if (foreign := imports(file) & FOREIGN)
    }
    assert wrong == {}


def test_neither_is_loaded() -> None:
    """Not even through something else."""
    code = "import sys, firstparty.cli; print(sorted({'pelican', 'playwright'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout == "[]\n"


def test_extraction_knows_no_rules_and_reports_compute_nothing() -> None:
    """Data flows one way: extract, rules, report."""
    for folder, above in (
        ("extract", ("rules", "report", "audit")),
        ("rules", ("report", "audit")),
    ):
        for file in (FOLDER / folder).rglob("*.py"):
            text = file.read_text("utf-8")
            assert not [name for name in above if f"firstparty.{name}" in text], file


def test_a_clean_folder_is_checked_without_what_it_does_not_need(tmp_path: Path) -> None:
    """The analyser of scripts, the rules and the baseline are loaded when they are asked for."""
    (tmp_path / "index.html").write_text("<!doctype html><link rel=stylesheet href=a.css><p>")
    (tmp_path / "a.css").write_text("p { color: red }")
    (tmp_path / "b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    code = (
        "import sys; from firstparty.cli import main\n"
        "main(['check', sys.argv[1], '--site-url', 'https://site.test'])\n"
        "late = ('extract.script', 'rules.third_party_image', 'baseline')\n"
        "print([name for name in late if f'firstparty.{name}' in sys.modules])"
    )

    def loaded() -> str:
        command = [sys.executable, "-c", code, str(tmp_path)]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert loaded().splitlines()[-1] == "[]"
    (tmp_path / "index.html").write_text("<!doctype html><script>fetch('//a.test')</script>")
    assert loaded().splitlines()[-1] == "['extract.script', 'rules.third_party_image']"
