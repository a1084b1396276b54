"""`python -m logs`, and what `logs.pyz` starts."""

from __future__ import annotations

from logs.cli import program

if __name__ == "__main__":
    program()
