"""The command: arguments in, exit status out."""

import gc
import sys

from chronicle.cli import main

if __name__ == "__main__":
    status = main(sys.argv[1:])
    # Whatever is left goes back to the system at once: Python would look through all of it first, for a fifth of a second.
    gc.freeze()
    sys.exit(status)
