"""The report that a person reads in a terminal."""

from stackaudit.reports.terminal.audit import audit_lines, statistics_lines
from stackaudit.reports.terminal.painting import painted, plain
from stackaudit.reports.terminal.problems import problem_lines

__all__ = ["audit_lines", "painted", "plain", "problem_lines", "statistics_lines"]
