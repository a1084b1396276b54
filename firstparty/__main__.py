"""`python -m firstparty`."""

import sys

from firstparty.cli import main

if __name__ == "__main__":
    sys.exit(main())
