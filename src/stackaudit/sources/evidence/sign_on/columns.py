"""The columns of a table of apps, by the headers that exports and people give to them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.sources.evidence.reader import Table

APP = """
    applicationlabel applabel appname applicationname app application appdisplayname displaytext clientdisplayname
    appinstancename softwarename software toolname tool saasapp saasapplication saasname cloudapp cloudapplication
    discoveredapp productname product programm anwendung anwendungsname applikation logiciel outil aplicacion applicatie
""".split()
NAMES = "displayname name title label servicename service".split()
"""Headers that stand above people and other things as well."""

_ROLES = {
    "key": "appid applicationid applicationclientid clientid oauth2clientid oauthclientid clientobjectid".split(),
    "users": """
        activeusers usersactive assignedusers numberofusers noofusers usercount userscount users totalusers uniqueusers
        licensedusers seatsused usedseats usedlicenses usedlicences seats licenses licences accounts members employees
        benutzer nutzer anzahlnutzer utilisateurs usuarios gebruikers
    """.split(),
    "user": """
        userprincipalname username useremail user principalobjectid principaldisplayname userid email emailaddress
        mail login employee employeename userdisplayname actor actoremail owneremail
    """.split(),
    "on": """
        lastused lastuse lastusedon lastusage lastlogin lastlogon lastsignin lastseen lastaccess lastaccessed
        lastactivity lastactive lastlaunch mostrecentlogin mostrecentuse letztenutzung zuletztgenutzt letzteanmeldung
        letzterlogin dernierutilisation derniereutilisation derniereconnexion
    """.split(),
    "event": "dateutc date timestamp time eventtime createddatetime datetime".split(),
    "team": "department team businessunit costcentre costcenter departement abteilung kostenstelle".split(),
    "owner": "appowner applicationowner businessowner owner".split(),
    "scopes": """
        scopes scope permissions permission requestedscopes grantedscopes oauthscopes apipermissions requestedservices
        dataaccess
    """.split(),
    "organisation": "appownerorganizationid appownertenantid".split(),
    "microsoft": ["microsoftapp"],
    "action": "event eventname eventtype action activity operation".split(),
    "status": "applicationstatus appstatus accountenabled status state enabled access".split(),
}
_SECRETS = frozenset(
    """
    password loginpassword passwd pwd passwort kennwort motdepasse contrasena wachtwoord losenord passord adgangskode
    secret otpauth otpsecret totp logintotp otpurl
    """.split(),
)
_MONEY = frozenset("amount betrag gross net total cost price spend debit credit montant importe bedrag".split())
_MERCHANTS = frozenset(
    "merchant merchantname supplier suppliername vendor vendorname payee creditor beneficiary transaction".split(),
)
_QUALIFIED = re.compile(r"\s*[(\[].*", re.DOTALL)
_SAMPLE = 50


class Columns(NamedTuple):
    """The indices of the columns by what they hold; `sure` where the header says that names are those of apps."""

    app: int
    sure: bool
    roles: dict[str, int]


def columns_of(table: Table | None) -> Columns | None:
    """The columns of a table of apps; None where no column has their names, or where secrets stand beside them."""
    if table is None or has_secrets(table):
        return None
    headers = _headers(table.header)
    app = _first(headers, APP)
    sure = app is not None
    app = app if app is not None else _first(headers, NAMES)
    if app is None:
        return None
    roles = {role: index for role, names in _ROLES.items() if (index := _first(headers, names)) not in {None, app}}
    return Columns(app, sure, {role: index for role, index in roles.items() if index is not None})


def has_secrets(table: Table) -> bool:
    """Whether a column is one of passwords."""
    return not _SECRETS.isdisjoint(_headers(table.header))


def is_like_a_ledger(table: Table) -> bool:
    """Whether the headers are those of payments: a merchant or supplier, and an amount."""
    headers = _headers(table.header)
    return not _MERCHANTS.isdisjoint(headers) and any(
        word in _MONEY for header in table.header for word in re.findall(r"[a-z]+", header[:100].lower())
    )


def cells(table: Table, column: int) -> list[str]:
    """The first cells of a column that are not empty."""
    filled = (row[column].strip() for row in table.rows if column < len(row) and row[column].strip())
    return list(islice(filled, _SAMPLE))


def find_header(table: Table, names: Sequence[str]) -> int | None:
    """The index of the first column with one of these headers, the first name first."""
    return _first(_headers(table.header), names)


def _headers(header: Sequence[str]) -> list[str]:
    """Headers without case, spaces and what stands in brackets: the time zone, the number of days."""
    return [_folded_header(cell[:100]) for cell in header]


@lru_cache(maxsize=512)
def _folded_header(cell: str) -> str:
    return folded(_QUALIFIED.sub("", cell)) or folded(cell)


def _first(headers: Sequence[str], names: Sequence[str]) -> int | None:
    return next((headers.index(name) for name in names if name in headers), None)
