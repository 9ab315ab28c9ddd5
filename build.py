"""The command: arguments in, exit status out."""

import sys

from chronicle.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
