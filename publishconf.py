"""What a release changes, nothing else."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403 - a release begins with the same settings

RELEASE = True
