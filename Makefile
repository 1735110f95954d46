# The two commands that do everything: `make serve` and `make test`. Both set up what they need in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help serve test lint check build bench translations lock clean

help: ## Show the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(VENV)/serve.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 …'; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/serve.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

serve: $(VENV)/serve.stamp ## Set up, build the edition if needed, and serve it at http://127.0.0.1:8000
	$(BIN)/catalogue build
	$(BIN)/catalogue serve

test: $(VENV)/test.stamp ## Set up and run all tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/test.stamp ## Check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: $(VENV)/serve.stamp ## Check the content
	$(BIN)/catalogue check

build: $(VENV)/serve.stamp ## Build the edition
	$(BIN)/catalogue build

bench: $(VENV)/test.stamp ## Measure speed and search quality, and print the tables
	$(BIN)/python -m tests.benchmarks

translations: export PO := translations/en/LC_MESSAGES/messages.po
translations: $(VENV)/test.stamp ## Bring the English catalogue up to date with the texts of the pages
	cd catalogue/web && ../../$(BIN)/pybabel -q extract -F babel.cfg -k _ -k ngettext:1,2 --omit-header --no-location --sort-output -o messages.pot .
	cd catalogue/web && sed '/^$$/q' $$PO > header.po
	cd catalogue/web && ../../$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --omit-header -N -w 120 -i messages.pot -d translations -l en
	cd catalogue/web && cat $$PO >> header.po && mv header.po $$PO; rm -f messages.pot

lock: $(VENV)/test.stamp ## Renew the lock files from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev pyproject.toml -o requirements-dev.lock

clean: ## Remove everything that make has made
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache
