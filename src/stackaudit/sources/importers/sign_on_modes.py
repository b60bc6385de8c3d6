"""How people sign in to the apps of an identity provider, as Okta and Microsoft Entra name the ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.sign_on.columns import columns_of, find_header
from stackaudit.sources.evidence.sign_on.texts import app_name, brief
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.sources.evidence.reader import Table
    from stackaudit.sources.importers.importer import Content

_FEDERATED = frozenset("saml_2_0 saml_1_1 openid_connect ws_federation saml oidc wsfed samljwt federated".split())
_FILLED_IN = frozenset("auto_login browser_plugin secure_password_store basic_auth password".split())
_NAMES = ("label", "displayName", "DisplayName", "appDisplayName")
_MODES = ("signOnMode", "preferredSingleSignOnMode", "PreferredSingleSignOnMode")
_COLUMNS = ("signonmode", "preferredsinglesignonmode", "singlesignonmode", "ssomode", "signonmethod")


def meaning_of(mode: str) -> Understood:
    """Whether a mode is single sign-on; a password that the provider fills in is none.

    A link, a service that no person signs in to, and a mode that nobody knows say nothing.
    """
    word = mode.lower()
    if word in _FEDERATED:
        return Understood(value=True)
    if word in _FILLED_IN:
        return Understood(value=False, doubt=f"{mode}: a password that the identity provider fills in")
    return NOTHING


def mode_column(table: Table) -> int | None:
    """The index of the column that holds modes; None where there is none."""
    return find_header(table, _COLUMNS)


def modes_of(content: Content) -> Mapping[str, tuple[str, ...]]:
    """The ways to sign in to each app, by its name without case."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, mode in _in_table(content) if content.table is not None else _in_json(content.as_evidence.value):
        if name and mode:
            found[name.casefold()][mode] = None
    return {name: tuple(modes) for name, modes in found.items()}


def _in_table(content: Content) -> Iterator[tuple[str, str]]:
    columns = columns_of(content.table)
    mode = mode_column(content.table) if content.table is not None else None
    if content.table is None or columns is None or mode is None:
        return
    for row in content.table.rows:
        if max(columns.app, mode) < len(row):
            yield app_name(row[columns.app]), brief(row[mode])


def _in_json(value: object) -> Iterator[tuple[str, str]]:
    """Names with modes, wherever they stand side by side."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            name = next((item[key] for key in _NAMES if key in item), None)
            mode = next((item[key] for key in _MODES if key in item), None)
            yield app_name(name), "" if _is_for_machines(item) else brief(mode)
            waiting += reversed([part for part in item.values() if isinstance(part, dict | list)])
        elif isinstance(item, list):
            waiting += reversed(item)


def _is_for_machines(app: Mapping[str, object]) -> bool:
    """Whether an app of Okta is a service's own client, which no person signs in to."""
    settings = app.get("settings")
    client = settings.get("oauthClient") if isinstance(settings, dict) else None
    return isinstance(client, dict) and client.get("application_type") == "service"
