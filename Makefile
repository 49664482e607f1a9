# make chat: set up, index the reports that come along, open the chat.
# make test: set up, run the tests. make check: everything that a change must pass.
#
# VENV=folder puts the environment elsewhere, PYTHON=python3.13 makes it with another Python, and
# PIP_OPTIONS="--extra-index-url ..." takes torch from elsewhere (see README.md, Install), WORKERS=4
# runs tests in more processes.
PYTHON ?= python3
VENV ?= .venv
PIP_OPTIONS ?=
WORKERS ?= 2
BIN = $(VENV)/bin
# Without --no-compile pip also compiles what is never imported: a fifth of the disk and of the time.
PIP = $(BIN)/python -m pip install --no-compile $(PIP_OPTIONS)

.PHONY: chat test lint check coverage audit sbom samples screenshots timing clean

chat: $(VENV)/.installed
	$(BIN)/raadsbron chat

# Tests that measure time run by themselves afterwards. Two processes halve the time; the files of
# tests are divided, so that parts which a file builds once are built once. One thread each for
# numpy and torch: more would only fight for the same cores.
test: $(VENV)/.installed-dev
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile -m "not speed"
	$(BIN)/python -m pytest tests/test_speed.py

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit -q -c pyproject.toml -r ingest store answer ui evals app.py cli.py

check: lint test

# Taking coverage slows the tests, so it is not part of every check.
coverage: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered

# Known faults in what is installed; says so where the database of faults can't be reached.
audit: $(VENV)/.installed-audit
	$(BIN)/python .ci/audit.py

# All that is installed, with versions and licences: sbom.json.
sbom: $(VENV)/.installed-audit
	$(BIN)/cyclonedx-py environment $(BIN)/python --pyproject pyproject.toml --of JSON -o sbom.json

samples: $(VENV)/.installed-dev
	$(BIN)/python docs/reports/print_samples.py

screenshots: $(VENV)/.installed-dev
	$(BIN)/python -m tests.browser.screenshots

timing: $(VENV)/.installed-dev
	$(BIN)/python -m tests.browser.timing

clean:
	rm -rf $(VENV) build dist .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# A changed pyproject.toml installs again; an install that was broken off leaves no mark.
$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) -e '.[dev]'
	touch $@

$(VENV)/.installed-audit: $(VENV)/.installed
	$(PIP) -e '.[audit]'
	touch $@
