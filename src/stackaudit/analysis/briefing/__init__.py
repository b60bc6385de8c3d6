"""Puts an audit into the order and the words in which people are told of it."""

from stackaudit.analysis.briefing.briefing import briefing_of

__all__ = ["briefing_of"]
