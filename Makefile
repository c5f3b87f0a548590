# Two commands for everybody: `make site` builds the guide into site/, `make test` runs every check.
# Each sets up what it needs in .venv by itself. The README says how to do the same without make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
READY_NODE := node_modules/.ready

export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check test quick lint types contracts unit js browser engines format schema goldens screenshot bench fuzz audit clean

site: $(READY)
	$(BIN)/entregent build
	@echo "The guide is in site/. Preview it with: make serve"

serve: $(READY)
	$(BIN)/entregent serve

check: $(READY)
	$(BIN)/entregent check

test: lint types contracts js unit browser audit

# The inner loop: no browser, and no test that builds many sites.
quick: lint types contracts js
	$(BIN)/python -m pytest -m "not browser and not slow" -n 2

lint: $(READY_DEV) $(READY_NODE)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	npx --no-install biome ci --error-on-warnings .

types: $(READY_DEV)
	$(BIN)/mypy

contracts: $(READY_DEV)
	$(BIN)/lint-imports

js: $(READY_NODE)
	node --test $(wildcard tests/js/*.test.js)

unit: $(READY_DEV)
	$(BIN)/python -m pytest -m "not browser" -n 2

browser: $(READY_DEV) $(READY_NODE)
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m pytest -m browser -n 2

engines: $(READY_DEV)
	$(BIN)/python -m tools.engines
	$(BIN)/python -m pip install --quiet --editable ".[engines]"
	$(BIN)/python -m pytest tests/engines -n 2

format: $(READY_DEV) $(READY_NODE)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	npx --no-install biome check --write .

schema: $(READY)
	$(BIN)/entregent schema --locale en -o generator/entregent/schemas/rules.schema.json
	$(BIN)/entregent schema --locale fr -o generator/entregent/schemas/rules.schema.fr.json
	$(BIN)/entregent schema --exported -o generator/entregent/schemas/guide.schema.json

goldens: $(READY_DEV)
	$(BIN)/python -m pytest -m "not browser and not slow" --update-goldens

screenshot: site $(READY_DEV)
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.screenshot

bench: $(READY_DEV)
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python -m tools.chromium
	cd bench && npm install --no-progress
	$(BIN)/python -m bench

audit: $(READY_DEV) $(READY_NODE)
	$(BIN)/python -m tools.audit

fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --editable ".[fuzz]"
	$(BIN)/python -m tools.fuzz

clean:
	rm -rf site

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(READY): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[pdf]"
	@touch $@

$(READY_DEV): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@ $(READY)

$(READY_NODE): package.json
	npm install --no-progress
	@touch $@
