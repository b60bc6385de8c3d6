"""Makes evidence of any size: a ledger of card payments, and snapshots of websites' pages.

The payments are those of an ordinary house: most are shops, fuel and travel, every twelfth is software with the noise
that card statements have. The same arguments give the same bytes.
"""

from __future__ import annotations

import csv
import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SHOPS = (
    "shell service stn,premier inn,city taxis,corner bakery,garden centre,stationery depot,rail tickets,parking co,"
    "hardware barn,hotel central,grocer express,print works,florist lane,book nook,sports hall,cafe north,tyre shop"
).split(",")
_SOFTWARE = (
    "MAILCHIMP   *MONTHLY,HOO HOOTSUITE INC,facebk {code},msft e{code},PAYPAL *CANVAPTYLIM,ADOBE *CREATIVE CLOUD,"
    "ZOOM.US 888-799-9666,GOOGLE *GSUITE_acme,DROPBOX*{code},SURVEYMONKEY.CO,ATLASSIAN,OPENAI *CHATGPT SUBSCR,"
    "AMAZON WEB SERVICES,LINKEDIN-{code},GODADDY.COM,TYPEFORM,HUBSPOT INC,SLACK T{code},FIGMA MONTHLY RENEWAL"
).split(",")
_HEADER = (
    "Transaction date,Posting date,Merchant,Merchant category,Amount,Currency,Card number,Cost centre,Account,"
    "Description,VAT code,Reference"
).split(",")
_HOSTS = (
    "www.googletagmanager.com,www.google-analytics.com,connect.facebook.net,js.hs-scripts.com,static.hotjar.com,"
    "snap.licdn.com,cdn.jsdelivr.net,fonts.googleapis.com,consent.cookiebot.com,bat.bing.com,cdn.segment.com"
).split(",")


def ledger(lines: int, path: Path) -> None:
    """Write a ledger of so many payments."""
    chance = random.Random(lines)  # noqa: S311 - the same payments each time, no secret
    first = date(2025, 11, 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(_HEADER)
        for number in range(lines):
            day = (first + timedelta(days=chance.randrange(365))).isoformat()
            rows.writerow(
                [
                    day, day, _merchant(chance, number), "Miscellaneous", f"{chance.randrange(100, 90_000) / 100:.2f}",
                    "EUR", f"************{chance.randrange(40):04d}", f"{4000 + chance.randrange(60)}", "6815",
                    "", "V1", f"R{number:08d}",
                ]
            )  # fmt: skip


def snapshots(pages: int, sites: int, folder: Path) -> None:
    """Write snapshots of so many sites with so many pages in all."""
    chance = random.Random(pages)  # noqa: S311 - as above
    folder.mkdir(parents=True, exist_ok=True)
    for site in range(sites):
        host = f"www.site-{site}.example"
        value = {
            "stackaudit": "website-snapshot",
            "version": 1,
            "site": host,
            "collected": "2026-11-01",
            "pages": [_page(host, number, chance) for number in range(pages // sites)],
            "containers": [],
            "left_out": [],
        }
        (folder / f"website-{host}.json").write_text(json.dumps(value, indent=2), encoding="utf-8")


def _merchant(chance: random.Random, number: int) -> str:
    code = f"{chance.randrange(16**9):09x}"
    if number % 12 == 0:
        return chance.choice(_SOFTWARE).format(code=code)
    return f"{chance.choice(_SHOPS)} {chance.randrange(400)}"


def _page(host: str, number: int, chance: random.Random) -> dict[str, object]:
    hosts = sorted({host, *chance.sample(_HOSTS, 6)})
    marks = {"hosts": hosts, "cookies": ["_fbp", "_ga"], "variables": ["_hsq", "fbq"]}
    return {"url": f"https://{host}/page-{number}", "status": 200, **marks, "containers": []}
