"""The published JSON Schemas, draft 2020-12: of the inventory language, of the JSON report and of a rule's file."""

from stackaudit.reports.schemas.asking import Vocabulary
from stackaudit.reports.schemas.audit import audit_schema
from stackaudit.reports.schemas.changes import changes_schema, trend_schema
from stackaudit.reports.schemas.comparison import comparison_schema
from stackaudit.reports.schemas.journey import journey_schema
from stackaudit.reports.schemas.language import evidence_schema, exceptions_schema, inventory_schema
from stackaudit.reports.schemas.reconciliation import reconciliation_schema
from stackaudit.reports.schemas.rule import rule_schema
from stackaudit.reports.schemas.score import score_schema
from stackaudit.reports.schemas.spelling import schema_text

__all__ = [
    "Vocabulary",
    "audit_schema",
    "changes_schema",
    "comparison_schema",
    "evidence_schema",
    "exceptions_schema",
    "inventory_schema",
    "journey_schema",
    "reconciliation_schema",
    "rule_schema",
    "schema_text",
    "score_schema",
    "trend_schema",
]
