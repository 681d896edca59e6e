# Everything here needs python3 (3.11 or newer, with venv and pip) and make.
PYTHON ?= python3
VENV ?= .venv
EXAMPLE := ujar/examples/sekolah-apung.txt

.PHONY: demo test lint clean

demo: $(VENV)/installed
	$(VENV)/bin/ujar analyse $(EXAMPLE)

test: $(VENV)/installed-test
	$(VENV)/bin/python -m pytest

lint: $(VENV)/installed-test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

# The stamps are younger than pyproject.toml as long as what it asks for is installed.
$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-test: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
