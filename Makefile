# The bootstrap, nothing more: `make serve` and `make test` on a fresh machine.
# Needs Python 3.11 or later, make, and a package index.

PYTHON ?= python3
VENV   := .venv
READY  := $(VENV)/.ready

.PHONY: serve test
.DEFAULT_GOAL := serve

serve: $(READY)
	@$(VENV)/bin/inv serve

test: $(READY)
	@$(VENV)/bin/python -m pipeline.chromium
	@$(VENV)/bin/python -m pipeline.servers
	@$(VENV)/bin/inv test

# One environment from the hashed lock; made anew only when the lock changes.
# Python compiles what it imports; to compile everything beforehand takes longer than to install it.
$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11 …")'
	@echo "Installing what requirements.txt lists into $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.txt \
	|| { echo "Nothing was installed; see that a package index can be reached, then call make again" >&2; exit 1; }
	@touch $@
