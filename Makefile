PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install -q --disable-pip-version-check -c .ci/constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo chat test lint format bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed-preview ## install and show the bot in a simulated Discord in the browser
	@$(PY) -m bot preview

chat: $(VENV)/.installed ## install and start a conversation in the terminal
	@$(PY) -m bot chat

test: lint ## check style and types, then run the tests with coverage
	$(PY) -m pytest --cov -n auto --dist loadfile

lint: $(VENV)/.installed-dev ## check style and types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(VENV)/.installed-dev ## format the code and fix what can be fixed by itself
	$(PY) -m ruff check --fix-only --exit-zero .
	$(PY) -m ruff format .

bench: $(VENV)/.installed-dev ## run the benchmarks
	$(PY) -m pytest tests/benchmarks

clean: ## remove the environment and everything generated
	rm -rf $(VENV) build dist .coverage .coverage.* htmlcov .benchmarks .hypothesis
	rm -rf .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# pip compiles what it copies, but not what it links to: done here, no start waits for it, also where
# PYTHONDONTWRITEBYTECODE forbids to keep what a start compiled.
COMPILE := $(PY) -m compileall -q bot

# The stamps are written last, so an interrupted step is done again.
$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Creating $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV) \
		|| { echo "No environment made; on Debian and Ubuntu install python3-venv first" >&2; exit 1; }
	@touch $@

$(VENV)/.installed: pyproject.toml .ci/constraints.txt | $(VENV)/.created
	@echo "Installing briefing-bot into $(VENV)"
	@$(PIP_INSTALL) -e . && $(COMPILE)
	@touch $@

$(VENV)/.installed-preview: pyproject.toml .ci/constraints.txt | $(VENV)/.created
	@echo "Installing briefing-bot and its preview into $(VENV)"
	@$(PIP_INSTALL) -e '.[preview]' && $(COMPILE)
	@touch $(VENV)/.installed $@

$(VENV)/.installed-dev: pyproject.toml .ci/constraints.txt | $(VENV)/.created
	@echo "Installing briefing-bot and its development tools into $(VENV)"
	@$(PIP_INSTALL) -e '.[dev]' && $(COMPILE)
	@touch $(VENV)/.installed $(VENV)/.installed-preview $@
