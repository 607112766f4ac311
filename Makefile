# Should I use ML? Everything that is done here day by day, one line each. All that is needed is make and Python 3.11.

# the first Python that is new enough; with none, the recipe says so
PYTHON := $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
          $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && exit; done; \
          echo python3)
BIN     = .venv/bin
ADDRESS = 127.0.0.1
PORT    = 8501
COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal \
          --python-version 3.11 $(UPGRADE)

# names the place and the Python that an environment was made for: one that was moved or copied is made again
MADE_FOR := $(shell $(PYTHON) -c 'import os, sys, zlib; print(zlib.crc32((os.getcwd() + sys.version).encode()))')
LOCKED    = --quiet --require-hashes -r
ITSELF    = --quiet --no-deps --no-build-isolation -e .

# what a lock file says and this project, into the environment of the target; with pip where uv cannot run
define install
	@echo "Installing lock/$(1) into $(@D) (once, until it changes) ..."
	@$(@D)/bin/pip install $(LOCKED) lock/uv.txt
	@$(@D)/bin/uv pip install --python $(@D)/bin/python $(LOCKED) lock/$(1) || $(@D)/bin/pip install $(LOCKED) lock/$(1) || \
	{ echo "The packages could not be installed; the lines above say why. Is a package index within reach?" >&2; exit 1; }
	@$(@D)/bin/pip install $(ITSELF)
	@touch $@
endef

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check format references bench lock clean

help: ## say what can be made (this list)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: .venv/run-$(MADE_FOR) ## make .venv with what the application needs (a second when nothing changed)

setup-dev: .venv/dev-$(MADE_FOR) ## the same, with what its tests and checks need

.venv/python-$(MADE_FOR) .venv-bench/python-$(MADE_FOR):
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: install it, or name it: make PYTHON=/its/path" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv --clear $(@D) || { echo "On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/run-$(MADE_FOR): .venv/python-$(MADE_FOR) lock/uv.txt lock/requirements.txt pyproject.toml
	$(call install,requirements.txt)

.venv/dev-$(MADE_FOR): .venv/python-$(MADE_FOR) lock/uv.txt lock/dev.txt pyproject.toml
	$(call install,dev.txt)
	@touch .venv/run-$(MADE_FOR) # the development lock holds the other one, at the same versions

.venv-bench/bench-$(MADE_FOR): .venv-bench/python-$(MADE_FOR) lock/uv.txt lock/bench.txt pyproject.toml
	$(call install,bench.txt)

run: setup ## serve on port 8501 of this machine; for a class: make run ADDRESS=0.0.0.0
	@$(BIN)/should-i-use-ml serve --address $(ADDRESS) --port $(PORT)

test: check ## everything that check does, then every test, in a real browser too (installs Chromium if there is none)
	@$(BIN)/python -m tools.browser
	$(BIN)/pytest -n 2 --dist worksteal -m "not browser"
	$(BIN)/pytest -n 2 -m browser

check: setup-dev ## look without running: lint, format, types, import contracts, the rules themselves
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/should-i-use-ml check

format: setup-dev ## put the Python files into their usual form
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

references: setup-dev ## write what a change of rules or texts changes on purpose (reference outputs, README figures); read the diff
	$(BIN)/pytest -q -n 2 -m "not browser" --update-references

bench: .venv-bench/bench-$(MADE_FOR) ## measure each claim of the README (in an environment of its own, .venv-bench)
	.venv-bench/bin/python -m benchmarks

lock: setup ## write the lock files again after a change of pyproject.toml; newer versions: make lock UPGRADE=--upgrade
	echo uv | $(COMPILE) - -o lock/uv.txt
	$(COMPILE) pyproject.toml lock/build.in -o lock/requirements.txt
	$(COMPILE) pyproject.toml lock/build.in --extra dev --constraint lock/requirements.txt -o lock/dev.txt
	$(COMPILE) pyproject.toml lock/build.in --extra bench -o lock/bench.txt

clean: ## remove the environments and all that tools left behind; saved work and rules stay
	rm -rf .venv .venv-bench build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
