# The two commands that do everything: `make serve` and `make test`. Both set up what they need in .venv.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
SBOM := build/sbom
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c

.PHONY: help serve test lint check build bench sbom audit translations lock clean

# A set-up belongs to one folder and one interpreter, and remembers both. One that was moved or copied here would run the
# code of another folder; one that lost its interpreter or was interrupted has no pip. Such a one is made anew.
MINOR := import sys; print("%d.%d" % sys.version_info[:2])
WHOLE := [ "$$(sed -n 1p $(VENV)/made-for 2>/dev/null)" = "$$(pwd -P)" ] && $(BIN)/python -c 'import pip' 2>/dev/null \
	&& [ "$$(sed -n 2p $(VENV)/made-for)" = "$$($(BIN)/python -c '$(MINOR)')" ]
ifneq ($(filter command% environment%,$(origin PYTHON)),)
WHOLE += && [ "$$(sed -n 2p $(VENV)/made-for)" = "$$($(PYTHON) -c '$(MINOR)')" ]
endif
ifneq ($(filter-out help clean,$(MAKECMDGOALS)),)
ifeq ($(findstring n,$(firstword -$(MAKEFLAGS))),)
ifeq ($(shell [ ! -e $(VENV) ] && [ ! -L $(VENV) ] || { $(WHOLE); } || echo broken),broken)
$(info The set-up in $(VENV) cannot be used here (moved, copied, interrupted, or of another Python); it is made anew.)
$(shell rm -rf $(VENV))
endif
endif
endif

# Shows how far pip is: a counter in a terminal, else one line at the end.
COUNTED = { n=0; while read -r first rest; do case "$$first" in \
	Collecting | Processing | Requirement) n=$$((n + 1)); [ -t 1 ] && printf '\r  package %d' $$n;; esac; done; \
	[ $$n = 0 ] || { [ -t 1 ] && printf '\r'; printf '  %d packages are there.\n' $$n; }; }

help: ## Show the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(VENV)/made-for:
	@command -v $(PYTHON) >/dev/null || { echo '$(PYTHON) is missing: install Python 3.11 or newer (on Debian: apt install python3-venv), or name it: make PYTHON=…'; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 …'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo 'This Python cannot make virtual environments; on Debian: apt install python3-venv'; exit 1; }
	@echo 'Setting up $(VENV) (once; takes about a minute) …'
	@$(PYTHON) -m venv --clear $(VENV)
	@{ pwd -P; $(BIN)/python -c '$(MINOR)'; } > $@

$(VENV)/serve.stamp: $(VENV)/made-for requirements.lock pyproject.toml
	@echo 'Installing what serving needs (requirements.lock) …'
	@$(BIN)/python -m pip install --no-deps --require-hashes --requirement requirements.lock | $(COUNTED)
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/serve.stamp requirements-dev.lock
	@echo 'Installing what testing needs (requirements-dev.lock) …'
	@$(BIN)/python -m pip install --no-deps --require-hashes --requirement requirements-dev.lock | $(COUNTED)
	@touch $@

serve: $(VENV)/serve.stamp ## Set up, build the edition if needed, and serve it at http://127.0.0.1:8000 (or PORT=…)
	$(BIN)/catalogue build
	$(BIN)/catalogue serve --port $(PORT)

test: $(VENV)/test.stamp ## Set up and run all tests
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

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

sbom: $(VENV)/test.stamp ## Write the bill of materials (CycloneDX) and the list of licences of all that is served with
	mkdir -p $(SBOM)
	$(BIN)/python -W ignore -m cyclonedx_py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --output-file $(SBOM)/sbom.cdx.json
	$(BIN)/python -m piplicenses --with-system --with-urls --from=mixed --format=markdown --output-file $(SBOM)/licences.md --packages $$(sed -n 's/^\([a-z0-9._-]*\)==.*/\1/p' requirements.lock)

audit: $(VENV)/test.stamp ## Ask whether faults are known of what is locked (over the network), and tell how old the lock is
	@echo "requirements.lock is of $$(git log -1 --format=%cs -- requirements.lock)."
	$(BIN)/python -m pip_audit --strict --disable-pip --require-hashes --requirement requirements.lock

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
