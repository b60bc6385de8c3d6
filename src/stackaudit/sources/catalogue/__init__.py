"""Reading the catalogue that the package carries."""

from stackaudit.sources.catalogue.packing import read_catalogue

__all__ = ["read_catalogue"]
