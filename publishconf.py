"""What a release changes, nothing else."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403 - a release begins with the same settings
from pelicanconf import PLUGINS as OF_A_BUILD

RELEASE = True
PLUGINS = [
    *OF_A_BUILD[:-1],
    "plugins.packing",  # compressed copies, digests
    OF_A_BUILD[-1],  # the guard looks at what was packed, too
]
