"""Carries the ids of Microsoft's own apps over from the list of microsoft-info into the catalogue's marks.

`python data/carry_first_party_apps.py microsoft_first_party_apps.csv` writes
`src/stackaudit/catalogue/marks/first_party_apps.txt`. The list also holds every other id that stands in Microsoft's
documentation: of permissions, roles, licences, security keys, and apps of other vendors. An id is carried over only
where the list says that an organisation of Microsoft's owns the app, or where its name says that it is Microsoft's.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit.sources.catalogue.packing import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HEADING = """\
# Ids of apps that are Microsoft's own and stand in every directory of Entra: facts from microsoft-info
# (microsoft-info, MIT; see NOTICE), written by data/carry_first_party_apps.py.
"""
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_OWNERS = frozenset(
    {
        "f8cdef31-a31e-4b4a-93e4-5f571e91255a",  # Microsoft Services
        "72f988bf-86f1-41af-91ab-2d7cd011db47",  # Microsoft
    },
)
_OURS = re.compile(
    r"(?:microsoft|office|azure|windows|outlook|sharepoint|skype|dynamics|power ?(?:apps?|bi|platform|automate|query)|"
    r"(?:microsoft )?teams|exchange|onedrive|onenote|intune|bing|yammer|visual studio|graph explorer|cortana)\b",
    re.IGNORECASE,
)
_NO_APP = re.compile(
    r" - (?:Application|Delegated)$|_\d+$|\b(?:contributor|reader|owner|administrator|operator|role|permission|plans?|"
    r"v?trial|government|gov|gcc|dod|usgov|faculty|students?|education|nonprofit|attach|vcpu|users?|add-?ons?|licenses?|"
    r"premium|essentials|enterprise|standard|basic|professional|pro|business|capacity|e[1357]|f[135]|a[1357]|p[123]|"
    r"payload|sample|tutorial|template|minutes|calling)\b",
    re.IGNORECASE,
)
"""Permissions, roles, licences and examples, which have ids as well."""


def carried(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Each id that is certainly of an app of Microsoft's, in lower case."""
    for row in rows:
        found = _ID.match(row["AppId"].strip().lower())
        owner, name = row["AppOwnerOrganizationId"].strip(), row["AppDisplayName"].strip()
        is_named = not owner and _OURS.match(name) is not None and _NO_APP.search(name) is None
        if found and (owner in _OWNERS or is_named):
            yield found[0]


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        ids = sorted(set(carried(csv.DictReader(file))))
    text = HEADING + "".join(f"{app}\n" for app in ids)
    (FOLDER / "marks" / "first_party_apps.txt").write_text(text, encoding="utf-8")
