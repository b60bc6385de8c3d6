"""stackaudit audits an inventory of a company's marketing and IT systems."""

__version__ = "0.1.0"
