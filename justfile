# Recipes of everyday work; `just --list` shows them.

# Everything that CI runs.
gate:
    .ci/run

# Lint, types and floors.
check:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports

# Put code into the house format.
format:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# Run the tests.
test *arguments:
    .venv/bin/python -m pytest {{arguments}}

# Write the golden outputs of the examples and the README's picture again.
regenerate:
    .venv/bin/python docs/regenerate.py

# Pack the catalogue again after editing its chapters.
pack:
    .venv/bin/python -c 'from stackaudit.sources.catalogue import write_packs; print(*write_packs())'

# Measure; the table goes to benchmarks/RESULTS.md.
bench:
    .venv/bin/python benchmarks/measure.py
