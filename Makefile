# Should I use ML? Everyday tasks, one target each. Needs only make and Python 3.11.

# the first Python that is new enough; if there is none, the recipe says so
PYTHON := $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
          $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && exit; done; \
          echo python3)
BIN     = .venv/bin
# some containers forbid Python to keep what it compiled; each of the hundred processes of the tests would compile it all again
unexport PYTHONDONTWRITEBYTECODE

ADDRESS = 127.0.0.1
PORT    = 8501
STUDENTS = 100
PROCESSES = 1
COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal \
          --python-version 3.11 $(UPGRADE)

# identifies the directory and Python of an environment: one that was moved or copied is rebuilt
MADE_FOR := $(shell $(PYTHON) -c 'import os, sys, zlib; print(zlib.crc32((os.getcwd() + sys.version).encode()))')
LOCKED    = --quiet --require-hashes -r
ITSELF    = --quiet --no-deps --no-build-isolation -e .

# install a lock file and this project into the environment of the target; with pip if uv cannot run
define install
	@echo "Installing lock/$(1) into $(@D) (once, until it changes) ..."
	@$(@D)/bin/pip install $(LOCKED) lock/uv.txt
	@$(@D)/bin/uv pip install --python $(@D)/bin/python $(LOCKED) lock/$(1) || $(@D)/bin/pip install $(LOCKED) lock/$(1) || \
	{ echo "The packages could not be installed; the lines above say why. Is a package index reachable?" >&2; exit 1; }
	@$(@D)/bin/pip install $(ITSELF)
	@touch $@
endef

.DEFAULT_GOAL := help
.PHONY: help setup setup-postgresql setup-dev run test check serve-class load format references bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

setup: .venv/run-$(MADE_FOR) ## create .venv for the application (a second if nothing changed)

setup-postgresql: .venv/postgresql-$(MADE_FOR) ## the same, with the driver for saved work in PostgreSQL

setup-dev: .venv/dev-$(MADE_FOR) ## the same, with the driver and the tools for tests and checks

.venv/python-$(MADE_FOR) .venv-bench/python-$(MADE_FOR):
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: install it, or give its path: make PYTHON=/path/to/python" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv --clear $(@D) || { echo "On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/run-$(MADE_FOR): .venv/python-$(MADE_FOR) lock/uv.txt lock/requirements.txt pyproject.toml
	$(call install,requirements.txt)

.venv/postgresql-$(MADE_FOR): .venv/python-$(MADE_FOR) lock/uv.txt lock/postgresql.txt pyproject.toml
	$(call install,postgresql.txt)
	@touch .venv/run-$(MADE_FOR)

.venv/dev-$(MADE_FOR): .venv/python-$(MADE_FOR) lock/uv.txt lock/dev.txt pyproject.toml
	$(call install,dev.txt)
	@touch .venv/run-$(MADE_FOR) # the development lock includes the other one, at the same versions

.venv-bench/bench-$(MADE_FOR): .venv-bench/python-$(MADE_FOR) lock/uv.txt lock/bench.txt pyproject.toml
	$(call install,bench.txt)

run: setup ## serve on port 8501 of this machine; for a class: make run ADDRESS=0.0.0.0
	@$(BIN)/should-i-use-ml serve --address $(ADDRESS) --port $(PORT)

# through the environment, as every account can read arguments and the URL may hold a password
ifdef DATABASE
export SHOULD_I_USE_ML_DATABASE = $(DATABASE)
endif
serve-class: setup-postgresql ## two processes and a proxy for a class (needs nginx and a PostgreSQL URL in DATABASE)
	@$(BIN)/python -m tools.serve_class --address $(ADDRESS) --port $(PORT)

load: setup-postgresql ## a class of simulated students on this machine; STUDENTS=500 PROCESSES=2 DATABASE=postgresql://...
	$(BIN)/python -m benchmarks.load --students $(STUDENTS) --processes $(PROCESSES) --database "$(DATABASE)"

# Types take a processor for half a minute: they are checked beside the rest, and what was found is printed at the end.
define with_types
	@found=$$(mktemp); $(BIN)/mypy > $$found 2>&1 & types=$$!; \
	{ $(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/lint-imports && $(BIN)/should-i-use-ml check $(1); }; rest=$$?; \
	wait $$types; types=$$?; cat $$found; rm -f $$found; exit $$((rest | types))
endef

test: setup-dev ## check, then all tests, with a real browser, PostgreSQL and nginx (installs what is missing, where it may)
	@$(BIN)/python -m tools.browser
	@$(BIN)/python -m tools.postgresql
	@$(BIN)/python -m tools.nginx
	$(call with_types,&& $(BIN)/pytest -n 3 --dist worksteal)

check: setup-dev ## static checks: lint, format, types, import contracts, rules
	$(call with_types)

format: setup-dev ## format the Python files
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

references: setup-dev ## update reference outputs and README figures after an intended change; review the diff
	$(BIN)/pytest -q -n 2 --ignore tests/browser --update-references

bench: .venv-bench/bench-$(MADE_FOR) ## run the benchmarks behind the README (in a separate environment, .venv-bench)
	.venv-bench/bin/python -m benchmarks

lock: setup ## update the lock files after a change to pyproject.toml; newer versions: make lock UPGRADE=--upgrade
	echo uv | $(COMPILE) - -o lock/uv.txt
	$(COMPILE) pyproject.toml lock/build.in --extra pdf -o lock/requirements.txt
	$(COMPILE) pyproject.toml lock/build.in --extra pdf --extra postgresql --constraint lock/requirements.txt -o lock/postgresql.txt
	$(COMPILE) pyproject.toml lock/build.in --extra dev --extra pdf --extra postgresql --constraint lock/requirements.txt -o lock/dev.txt
	$(COMPILE) pyproject.toml lock/build.in --extra bench --extra pdf --extra postgresql -o lock/bench.txt

clean: ## remove environments and tool caches; saved work and rules stay
	rm -rf .venv .venv-bench build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
