"""Exports of password managers: the names of sites and their hosts, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.evidence.reader import Reader
from stackaudit.sources.evidence.sign_on.columns import cells, columns_of, find_header, has_secrets
from stackaudit.sources.evidence.sign_on.sightings import Sighting, Tally, read_lines
from stackaudit.sources.evidence.sign_on.texts import app_name, brief, host_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.sources.evidence.reader import Content, Reading, Table

WARNING = "This file holds passwords: take it out of the repository, and of its history, and change what it gave away."

_TITLES = ("title", "name", "itemname", "entryname", "account", "accountname", "titel")
_ADDRESSES = ("url", "loginuri", "loginurl", "website", "websites", "urls", "uri", "weburl", "webadresse")
_LOGINS = ("username", "loginusername", "loginname", "login", "user", "email", "benutzername", "nomdutilisateur")
_PASSWORDS = ("password", "loginpassword", "passwort", "kennwort", "motdepasse", "contrasena", "wachtwoord")
_NOTES = ("http://sn", "https://sn")  # what LastPass writes for a note
_DEEPEST = 6
_OF_APPS = frozenset({"users", "on", "scopes", "status", "key"})


class _Login(NamedTuple):
    """What may be read of an entry: its title, its address and whose it is, so that this can be taken out."""

    title: str
    address: str
    login: str
    has_password: bool


def _claims(content: Content) -> bool:
    if content.table is not None:
        return has_secrets(content.table) or _has_logins(content.table)
    if not content.is_json or '"password"' not in content.text:
        return False
    return any(True for _ in _logins_in(content.value))


def _has_logins(table: Table) -> bool:
    """Whether a table without passwords has titles, addresses and user names, and nothing that lists of apps have."""
    columns = [find_header(table, names) for names in (_TITLES, _ADDRESSES, _LOGINS)]
    found = columns_of(table)
    if (
        None in columns
        or len(set(columns)) < len(columns)
        or (found is not None and not _OF_APPS.isdisjoint(found.roles))
    ):
        return False
    addresses = cells(table, columns[1] or 0)
    return bool(addresses) and sum(map(bool, map(host_of, addresses))) * 2 > len(addresses)


def _read(content: Content) -> Reading:
    tally = Tally()
    shown: dict[int, str] = {}
    if content.table is not None:
        entries = _logins_of(content.table)
    elif content.is_json:
        # What lies around a name in JSON is secret, and its line may be the whole file: all stand on the first one.
        entries = ((1, login) for login in _logins_in(content.value))
    else:
        entries = iter(())
    reading = read_lines(content, _sightings(entries, shown, tally), shown, tally, "listing")
    holds_secrets = content.table is None or has_secrets(content.table)
    return reading._replace(notes=(WARNING, *reading.notes)) if holds_secrets else reading


def _sightings(entries: Iterator[tuple[int, _Login]], shown: dict[int, str], tally: Tally) -> Iterator[Sighting]:
    for line, login in entries:
        tally.rows += 1
        host = "" if login.address in _NOTES else host_of(login.address)
        name = _name(login) or host
        if not name or not (host or login.has_password):
            tally.leave("entries without a name or an address")
        else:
            shown.setdefault(line, ", ".join(dict.fromkeys(filter(None, (name, host)))))
            yield Sighting(name, line, host)


def _name(login: _Login) -> str:
    """The title without the name that somebody signs in with, or the host of one that is an address."""
    title = login.title.replace(f"({login.login})", "") if login.login else login.title
    return host_of(title) or ("" if title.strip() == login.login else app_name(title))


def _logins_of(table: Table) -> Iterator[tuple[int, _Login]]:
    columns = [find_header(table, names) for names in (_TITLES, _ADDRESSES, _LOGINS, _PASSWORDS)]
    for row, line in zip(table.rows, table.lines, strict=True):
        title, address, login, password = (_cell(row, column) for column in columns)
        yield line, _Login(title, address, login, bool(password))


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _logins_in(value: object, depth: int = 0) -> Iterator[_Login]:
    """The entries anywhere in an export in JSON: Bitwarden's items, 1Password's, or plain ones."""
    if isinstance(value, list):
        for item in value if depth <= _DEEPEST else ():
            yield from _logins_in(item, depth + 1)
    elif isinstance(value, dict):
        login = _login(value)
        if login is not None:
            yield login
        else:
            for item in value.values() if depth <= _DEEPEST else ():
                yield from _logins_in(item, depth + 1)


def _login(item: Mapping[str, object]) -> _Login | None:
    """One entry: with its login in a mapping of its own, with an overview and details, or with all side by side."""
    login, overview = item.get("login"), item.get("overview")
    if isinstance(login, dict) and "password" in login:
        uris = login.get("uris")
        first = uris[0] if isinstance(uris, list) and uris else None
        address = first.get("uri") if isinstance(first, dict) else None
        return _made(item.get("name"), address, login.get("username"), login["password"])
    if isinstance(overview, dict) and "title" in overview:
        return _made(overview["title"], overview.get("url"), overview.get("subtitle"), overview.get("url"))
    if "password" in item and ("url" in item or "title" in item or "name" in item):
        title = item.get("title") or item.get("name")
        return _made(title, item.get("url"), item.get("username") or item.get("login"), item["password"])
    return None


def _made(title: object, address: object, login: object, password: object) -> _Login:
    return _Login(brief(title), brief(address), brief(login), bool(password))


PASSWORDS = Reader(
    "passwords",
    "the export of a password manager, of which only names and hosts are read",
    _claims,
    _read,
    ("listing",),
)
