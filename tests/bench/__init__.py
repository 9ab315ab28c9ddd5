"""How long a build takes, and how much memory: `python -m tests.bench`."""
