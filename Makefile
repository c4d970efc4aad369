# Two commands do all the set-up: `make run` serves the workbench, `make test` tests it.
.DEFAULT_GOAL := help
.PHONY: help run test bench lock words wheel format clean
BIN := .venv/bin
ROOT := $(if $(filter-out 0,$(shell id -u)),sudo)

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

run: python ## set up what is missing and serve the workbench on http://127.0.0.1:8000
	@python3 bootstrap.py run
	@$(BIN)/workbench seed --once
	@$(BIN)/workbench serve $(if $(PORT),--port $(PORT))

test: python ## set up what tests need, then lint, types, import contracts and every test
	@python3 bootstrap.py test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: python ## measure quality and speed; slow, and never part of the tests
	@python3 bootstrap.py test
	$(BIN)/python -m bench

lock: ## resolve the dependencies anew into the hash-checked locks (needs uv)
	uv pip compile $(LOCK) pyproject.toml --group build --group test -o requirements-test.lock
	uv pip compile $(LOCK) pyproject.toml --group build -c requirements-test.lock -o requirements.lock
	uv pip compile $(LOCK) --group build -c requirements-test.lock -o requirements-build.lock
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

words: ## collect the words of the interface, so that new ones can be said in Burmese
	@mkdir -p build
	$(BIN)/pybabel -q extract -F pyproject.toml --sort-output --no-location --omit-header -o build/words.pot .
	$(BIN)/pybabel -q update -l my -D messages --no-fuzzy-matching --ignore-obsolete -w 1000 \
	  -i build/words.pot -o $(BURMESE)
	sed -i -E '/^"(Project-Id|Report|POT|PO|Last|Language-Team|Generated)/d' $(BURMESE)
BURMESE := workbench/web/translations/my/messages.po

wheel: python ## build a wheel that runs from any folder
	@python3 bootstrap.py test
	$(BIN)/python -m build --wheel --no-isolation

format: ## put the code into its one shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove what set-up and tests made; your data are elsewhere and stay
	rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: python
python:
	@command -v python3 >/dev/null || { command -v apt-get >/dev/null || { \
	  echo "workbench: please install Python 3.11 or newer."; exit 1; }; \
	  $(ROOT) apt-get -qq update && $(ROOT) apt-get -qq install -y --no-install-recommends python3 >/dev/null; }
