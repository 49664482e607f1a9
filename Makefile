# make chat: set up, index the reports that come with it, open the chat.
# make test: set up, run the tests. make check: everything that a change must pass.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: chat test check lint screenshots samples clean

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install -e '.[dev]'
	touch $@

chat: $(VENV)/.installed
	$(BIN)/raadsbron chat

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint
	$(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered
