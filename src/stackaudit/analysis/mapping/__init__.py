"""The transit map of a stack: which lines there are, where they stop, and what runs between the stops."""

from stackaudit.analysis.mapping.network import network_of

__all__ = ["network_of"]
