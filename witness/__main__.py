"""Builds the site and audits it: `python -m witness [--quick] …`, options as `witness.audit` has.

The audit is read from the disk while the build runs: a second less to wait.
"""

from __future__ import annotations

import subprocess
import sys


def main() -> int:
    """Give the exit code of the build where it fails, else that of the audit."""
    command = [sys.executable, "-m", "pipeline.build", "--output", "output"]
    with subprocess.Popen(command) as building:
        from pipeline.announce import ending  # noqa: PLC0415 - read while the build runs
        from witness.audit import main as audit  # noqa: PLC0415 - the same

        return ending(lambda _: building.wait() or audit())


if __name__ == "__main__":
    sys.exit(main())
