# make setup   .venv with what running needs        make test    everything that must hold
# make run     the server; DEMO=1 with two meetings  make bench   how fast
# make format  lay the code out                      make clean   take away what make made

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input --quiet
DOCGEN_DATA ?= ./data
export DOCGEN_DATA

.PHONY: help setup run test test-setup check bench format clean

help:
	@sed -n '1,3s/^# //p' Makefile

setup: $(VENV)/.made

# Runs again when the pins change; from nothing when the environment's Python no longer runs.
$(VENV)/.made: requirements.txt
	@$(MAKE) --no-print-directory $(VENV)/.python
	@echo "Installing what requirements.txt pins (once; some minutes on a slow line)"
	@$(PIP) install -r requirements.txt
	@touch $@

# Any Python from 3.11 on; PYTHON=… names one. Debian and Ubuntu keep `venv` in a package of its own.
.PHONY: $(VENV)/.python
$(VENV)/.python:
	@if $(PY) -m pip --version >/dev/null 2>&1; then exit 0; fi; \
	new_enough='import sys; sys.exit(sys.version_info < (3, 11))'; \
	for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14 none; do \
	  if "$$python" -c "$$new_enough" >/dev/null 2>&1; then break; fi; \
	done; \
	if [ "$$python" = none ]; then \
	  echo "docgen needs Python 3.11 or newer; found: $$(python3 --version 2>&1 || echo none)." >&2; \
	  echo "Install it, or name it: make setup PYTHON=/path/to/python3.11" >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	if "$$python" -m venv --clear $(VENV) 2>/dev/null; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" -eq 0 ]; then \
	  echo "Installing Debian's package python3-venv"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  apt-get install -y -qq python3-venv || { apt-get update -qq; apt-get install -y -qq python3-venv; }; \
	fi; \
	"$$python" -m venv --clear $(VENV) || { \
	  echo "Could not make $(VENV). On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }

run: setup
	@$(PY) -m docgen serve $(if $(filter-out 0 no,$(DEMO)),--demo)

# Two at once, a file as a whole: what a file has made once is not made twice.
test: check
	$(PY) -m pytest -n 2 --dist loadfile

check: setup test-setup
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

test-setup: $(VENV)/.test-made
	@bash tests/tools/install.sh

$(VENV)/.test-made: requirements-dev.txt $(VENV)/.made
	@echo "Installing what requirements-dev.txt pins"
	@$(PIP) install -r requirements-dev.txt
	@touch $@

bench: $(VENV)/.test-made benchmarks/node_modules/.made
	@$(PY) benchmarks/render.py
	@$(PY) benchmarks/check.py

benchmarks/node_modules/.made: benchmarks/package-lock.json
	@echo "Installing the npm packages of benchmarks/package-lock.json"
	@cd benchmarks && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

format: $(VENV)/.test-made
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

# Never the data folder: that is the office's.
clean:
	rm -rf $(VENV) tests/tools/node_modules benchmarks/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
