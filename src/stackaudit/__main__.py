"""Lets `python -m stackaudit` do what `stackaudit` does."""

from stackaudit.cli import main

main()
