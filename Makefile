# make demo: the program on made-up families.  make test: everything CI runs.
# make bench: the figures of docs/benchmarks.md, and of the whole command in docs/lookup.md.
# make pictures: those of docs/screens.md.
# Each sets itself up in .venv; the marks it leaves there are older than the lock only when the lock has changed.

.PHONY: demo test bench pictures

BIN := .venv/bin

demo: .venv/installed
	@$(BIN)/ehtui demo

test: .venv/installed .venv/tools
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy ehtui screens data tests benchmarks
	$(BIN)/lint-imports
	@# Three on two cores: while one waits for the disk or for a key to be heard, another works.
	$(BIN)/python -m pytest -n 3 --dist worksteal

bench: .venv/installed
	PYTHONPATH=. $(BIN)/python benchmarks/run.py
	PYTHONPATH=. $(BIN)/python -m benchmarks.finding

pictures: .venv/installed .venv/tools
	PYTHONPATH=. TEXTUAL_ANIMATIONS=none $(BIN)/python tests/screens/pictures.py

# Not newer than 3.14: the encrypted file's driver has no wheels beyond it, and a bare machine has no compiler.
.venv/locked: requirements.lock
	@python=; for name in python3 python python3.14 python3.13 python3.12 python3.11; do \
	  if $$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then \
	    python=$$name; break; \
	  fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'ehtui needs Python 3.11, 3.12, 3.13 or 3.14. Install one of them, then run make again.' >&2; exit 1; \
	fi; \
	echo "Setting up .venv with $$($$python --version); this takes about a minute, once."; \
	$$python -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/installed: .venv/locked pyproject.toml
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/tools: .venv/locked requirements-dev.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
