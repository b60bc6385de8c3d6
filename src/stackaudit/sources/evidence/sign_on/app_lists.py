"""Tables of apps with their users and last use, as identity providers, discovery tools and people export them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.evidence.reader import Reader
from stackaudit.sources.evidence.sign_on.app_tables import read_app_table
from stackaudit.sources.evidence.sign_on.columns import columns_of, is_like_a_ledger
from stackaudit.sources.evidence.sign_on.entra import is_entra_table
from stackaudit.sources.evidence.sign_on.google import is_google_table

if TYPE_CHECKING:
    from stackaudit.sources.evidence.reader import Content

_TELLING = ("users", "user", "on", "scopes", "team", "owner", "status", "key")


def _claims(content: Content) -> bool:
    columns = columns_of(content.table)
    if columns is None or content.table is None or is_entra_table(content) or is_google_table(content):
        return False
    if columns.sure:
        is_used = any(role in columns.roles for role in ("users", "on", "scopes"))
        return any(role in columns.roles for role in _TELLING) and (is_used or not is_like_a_ledger(content.table))
    # A column that is headed `Name` may be one of people: only numbers of users tell that it is not.
    return "users" in columns.roles and "user" not in columns.roles


APP_LIST = Reader(
    "app-list",
    "a table of apps with their users, last use or permissions",
    _claims,
    read_app_table,
    ("sign-on",),
)
