# Sets itself up: `make demo` and `make test` need nothing but Python 3.11 to 3.13, make and git.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name) 2>/dev/null)))
PIP = .venv/bin/python -m pip --disable-pip-version-check install --quiet
# Compiled at once, as pip does with what it copies, so that the first run need not do it.
OWN = $(PIP) --no-deps --no-build-isolation --editable . && .venv/bin/python -m compileall -q sayso

.PHONY: demo test check docs lock clean

# The main job on the sample reports that the package ships; the dossier is in out/.
demo: .venv/run.stamp
	.venv/bin/sayso demo -o out

test: check
	.venv/bin/python -m pytest

check: .venv/dev.stamp
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

# What the documentation has from the program itself: the commands' reference and the dossier's schema.
docs: .venv/dev.stamp
	.venv/bin/python docs/generate.py

# New versions of everything, with the hashes of their files; needs uv.
lock:
	uv pip compile pyproject.toml --extra build $(LOCK) -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra dev $(LOCK) --constraints requirements.lock -o requirements-dev.lock
LOCK = --upgrade $(PINS)
# Nothing that needs PyICU: it has no wheels, and every machine would need a compiler and the ICU's headers.
PINS = --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --only-binary pyicu

clean:
	rm -rf .venv out

# A stamp says that the environment holds what its lock says, so that this is done once.
.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Setting up .venv (once; a few minutes)"
	$(PIP) --require-hashes -r requirements.lock
	$(OWN)
	@touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml | .venv/bin/python
	@echo "Setting up .venv with the development tools (once; a few minutes)"
	$(PIP) --require-hashes -r requirements-dev.lock
	$(OWN)
	@touch $@ .venv/run.stamp

.venv/bin/python:
	$(PYTHON) -m venv .venv
