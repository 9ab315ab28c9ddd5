# make site: build public/ · make test: the tests · make check: what CI runs · make long: those that take longer · make hunt: the properties, on thousands of new examples · make bench: speed · make score: how often it is right · make clean
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# What is installed for the tests is enough for the site.
READY := $(if $(wildcard $(VENV)/ready-dev),$(VENV)/ready-dev,$(VENV)/ready-site)

# Tests write thousands of sites: into memory, where there is room for them.
ROOM := $(shell [ "$$(df -k --output=avail /dev/shm 2>/dev/null | tail -1)" -gt 4000000 ] 2>/dev/null && echo TMPDIR=/dev/shm)
TESTS := $(ROOM) $(BIN)/python -m pytest -n auto

.PHONY: site test check long hunt bench score lock clean
.DELETE_ON_ERROR:

site: $(READY)
	$(BIN)/python build.py build

test: $(VENV)/ready-dev
	$(TESTS) --dist loadgroup -m "not long"

# Every command of docs/editing.md, every edit, page, width and scheme: before the site is published from a new version.
long: $(VENV)/ready-dev
	$(TESTS) --dist loadgroup -m long

# Coverage slows what measures cost, and adds nothing to what builds the real digests again and again.
check: $(VENV)/ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(TESTS) -q --dist loadgroup -m "(scaling or whole) and not long"
	$(TESTS) -m "not scaling and not whole and not long" --cov --cov-report=term-missing:skip-covered

# A failure prints the example: it becomes a case of its own.
hunt: $(VENV)/ready-dev
	$(TESTS) -q --hypothesis-profile hunt $$(grep -l "^from hypothesis" tests/test_*.py)

# The share of each part of a build, then builds of invented events: make bench SIZES="1400 7000"
bench: $(VENV)/ready-dev
	$(BIN)/python -m tests.bench.parts
	$(BIN)/python -m tests.bench $(SIZES)

# How often the reading is right; also into seeds/score.yaml, for the page that tells readers.
score: $(VENV)/ready-dev
	$(BIN)/python -m tests.score --write $$(date +%F)

# Writes the pinned requirements anew; needs uv.
LOCK := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate
lock:
	$(LOCK) --extra install pyproject.toml -o requirements.txt
	$(LOCK) --all-extras -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV) public .public.* .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info build
	find chronicle templates tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: install it, or say make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed, this is $$($(PYTHON) -V): say make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is needed: on Debian, apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready-site: requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements-dev.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@
