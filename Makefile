# Should I use ML? Everything that is done here day by day, one line each. All that is needed is make and Python 3.11.

# the first Python that is new enough; with none, the tool says so
PYTHON := $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
          $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && exit; done; \
          echo python3)
BIN     = .venv/bin
ADDRESS = 127.0.0.1
PORT    = 8501
COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal \
          --python-version 3.11 $(UPGRADE)

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check format bench lock clean

help: ## say what can be made (this list)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv with what the application needs (a second when nothing changed)
	@$(PYTHON) tools/environment.py run

setup-dev: ## the same, with what its tests and checks need
	@$(PYTHON) tools/environment.py dev

run: setup ## serve on port 8501 of this machine; for a class: make run ADDRESS=0.0.0.0
	$(BIN)/streamlit run app.py --server.address $(ADDRESS) --server.port $(PORT)

test: setup-dev ## run every test, in a real browser too (installs Chromium if there is none)
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

bench: ## measure each claim of the README (in an environment of its own, .venv-bench)
	@$(PYTHON) tools/environment.py bench
	.venv-bench/bin/python -m benchmarks

lock: setup ## write the lock files again after a change of pyproject.toml; newer versions: make lock UPGRADE=--upgrade
	echo uv | $(COMPILE) - -o lock/uv.txt
	$(COMPILE) pyproject.toml lock/build.in -o lock/requirements.txt
	$(COMPILE) pyproject.toml lock/build.in --extra dev --constraint lock/requirements.txt -o lock/dev.txt
	$(COMPILE) pyproject.toml lock/build.in --extra bench -o lock/bench.txt

clean: ## remove the environments and all that tools left behind; saved work and rules stay
	rm -rf .venv .venv-bench build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
