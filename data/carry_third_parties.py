"""Carries the companies whose scripts stand on other people's pages over from Third Party Web.

`python data/carry_third_parties.py third_party_web.json` writes `src/stackaudit/catalogue/marks/companies.yaml`. An
entry names a product instead where it certainly is one: it has a name of the product's and calls hosts at the product's
domain, or the catalogue knows no domain of a product of exactly that name, or the table below says so. Hosting and
content delivery stay companies: what lies there is other people's.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publicsuffixlist import PublicSuffixList

from stackaudit.model.catalogue import folded
from stackaudit.sources.catalogue.packs import FOLDER
from stackaudit.sources.catalogue.reading import read_chapters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.catalogue import Catalogue

HEADING = """\
# Companies whose scripts, pixels and files stand on other people's pages: facts from Third Party Web
# (https://www.thirdpartyweb.today, MIT, (c) 2019 Patrick Hulce; see NOTICE), written by
# data/carry_third_parties.py from a list of {count} entries with the SHA-256 {digest}.
#
# name, kind  what the company is called, and what it does (`COMPANY_KINDS` in model/marks.py)
# product     in place of these, where the company's hosts are those of a product of the catalogue
# hosts       hosts and domains; whatever is called at or below them is the company's

"""

PRODUCTS = {
    "Ably": "ably",
    "Acquisio": "acquisio",
    "Act-On Software": "act-on",
    "ActiveCampaign": "activecampaign",
    "AcuityAds": "illumin",
    "Ada": "ada",
    "Adelphic": "viant-dsp",
    "Adform": "adform",
    "Admitad": "admitad",
    "Adzerk": "kevel",
    "Affiliate Window": "awin",
    "affilinet": "awin",
    "AirPR": "onclusive",
    "Airship": "airship",
    "Algolia": "algolia",
    "Amazon Ads": "",
    "Amazon Associates": "amazon-associates",
    "Amobee": "nexxen-dsp",
    "AppNexus": "",
    "Attentive": "attentive",
    "AvantLink": "avantlink",
    "Barilliance": "barilliance",
    "Beeswax": "beeswax",
    "Bidtellect": "bidtellect",
    "Bing Ads": "",
    "Bombora": "bombora",
    "Braintree Payments": "braintree",
    "Braze": "braze",
    "BrightTag / Signal": "brighttag",
    "Buffer": "buffer",
    "Buyapowa": "buyapowa",
    "C3 Metrics": "c3-metrics",
    "CallTrackingMetrics": "calltrackingmetrics",
    "Catchpoint": "catchpoint",
    "Chameleon": "chameleon",
    "ChannelAdvisor": "channeladvisor",
    "CleverTap": "clevertap",
    "Clicktale": "contentsquare",
    "Confirmit": "forsta",
    "Constant Contact": "constant-contact",
    "Constructor.io": "constructor",
    "ContentSquare": "contentsquare",
    "Cookiebot CMP": "cookiebot",
    "DatoCMS": "datocms",
    "Didomi": "didomi",
    "dotMailer": "dotdigital",
    "Drip": "drip",
    "Effiliation sa": "effinity",
    "Engagio": "demandbase-one",
    "Ensighten Manage": "ensighten",
    "Everflow": "everflow",
    "Eyeota": "eyeota",
    "Ezoic": "ezoic",
    "Fomo": "fomo",
    "FoxyCart": "foxy",
    "freewheel.tv": "freewheel",
    "GeoTrust": "digicert",
    "Ghostery Enterprise": "evidon",
    "Gladly": "gladly",
    "GlobalWebIndex": "gwi",
    "Google Tag Manager": "google-tag-manager",
    "Has Offers": "tune",
    "Heap": "heap",
    "Help Scout": "help-scout",
    "IBM Digital Analytics": "",
    "IBM Tealeaf": "",
    "imgix": "imgix",
    "Impact Radius": "impact-com",
    "Index Exchange": "index-exchange",
    "Infinity Tracking": "infinity",
    "infogr.am": "infogram",
    "Infusionsoft": "keap",
    "Integral Ad Science": "integral-ad-science",
    "Intelligent Reach": "intelligent-reach",
    "Intercom": "intercom",
    "Jivochat": "jivochat",
    "JotForm": "jotform",
    "Kenshoo": "skai",
    "Keywee": "anyword",
    "KISSmetrics": "kissmetrics",
    "LinkedIn Ads": "",
    "LiveRamp IdentityLink": "liveramp",
    "Loqate": "loqate",
    "Lytics": "lytics",
    "Madison Logic": "madison-logic",
    "Marchex": "marchex",
    "Matomo": "matomo",
    "Media Math": "mediamath",
    "Monetate": "monetate",
    "MotionPoint": "motionpoint",
    "Movable Ink": "movable-ink",
    "Mux": "mux",
    "Nativo": "nativo",
    "NetAffiliation": "kwanko",
    "Olapic": "social-native",
    "OpenX": "openx",
    "Optimove": "optimove",
    "OptinMonster": "optinmonster",
    "Parse.ly": "parse-ly",
    "PebblePost": "pebblepost",
    "Pixalate": "pixalate",
    "Polldaddy": "crowdsignal",
    "PollDaddy (Automattic)": "crowdsignal",
    "Quora Ads": "",
    "Rakuten LinkShare": "rakuten-advertising",
    "Raygun": "raygun",
    "Reviews.co.uk": "reviews-io",
    "Rewardful": "rewardful",
    "RichRelevance": "algonomy",
    "Rockerbox": "rockerbox",
    "Rubicon Project": "magnite",
    "Sailthru": "sailthru",
    "SearchSpring": "searchspring",
    "SessionCam": "glassbox",
    "Sift Science": "sift",
    "Silverpop": "acoustic-connect",
    "Sizmek": "",
    "Smart AdServer": "equativ",
    "Snowplow": "snowplow",
    "Sourcepoint": "sourcepoint",
    "sovrn": "sovrn",
    "Spot.IM": "openweb",
    "Stackla PTY": "stackla",
    "Steelhouse": "mntn",
    "SurveyGizmo": "alchemer",
    "Symantec": "",
    "TagCommander": "commanders-act-tagcommander",
    "Teads": "teads",
    "Tealium": "",
    "Terminus": "terminus",
    "Thawte": "digicert",
    "The Trade Desk": "the-trade-desk",
    "Throtle": "throtle",
    "Triblio": "triblio",
    "TripleLift": "triplelift",
    "TRUSTe": "trustarc",
    "TubeMogul": "adobe-advertising",
    "Twitter": "x",
    "Usabilla": "getfeedback",
    "Usercentrics CMP": "usercentrics",
    "Viafoura": "viafoura",
    "White Ops": "human-security",
    "Wunderkind": "wunderkind",
    "Zanox": "awin",
}
"""Products of entries that go by another name, or whose hosts lie elsewhere than the product's own site; empty for
entries that share a name with a product and are none."""

_STAYING = frozenset(
    {"hosting", "cdn", "javascript-cdn", "cloud-hosting", "web-hosting", "frontend-hosting", "dns-domains"},
)
_ADDRESS = re.compile(r"[\d.]+")
_PARTS = re.compile(r"[^a-z0-9]+")
_SUFFIXES = PublicSuffixList(only_icann=True)


def written(raw: bytes, catalogue: Catalogue) -> str:
    """The whole file, from the list as it was downloaded."""
    rows = json.loads(raw)
    lines = dict(carried(rows, catalogue))
    heading = HEADING.format(count=len(rows), digest=hashlib.sha256(raw).hexdigest()[:16])
    return heading + "".join(lines[company] for company in sorted(lines))


def carried(rows: Iterable[Mapping[str, Any]], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Each entry's id with its line of the file; a host that an earlier entry has is left to that."""
    taken: set[str] = set()
    ids: set[str] = set()
    for row in rows:
        hosts = [host for host in _hosts(row["domains"]) if host not in taken]
        company = _id(row["name"])
        if not hosts or company in ids:
            continue
        taken.update(hosts)
        ids.add(company)
        product = _product(row, hosts, catalogue)
        facts = (
            f"product: {product}"
            if product
            else f"name: {json.dumps(row['name'], ensure_ascii=False)}, kind: {row['category']}"
        )
        yield company, f"{company}: {{{facts}, hosts: [{', '.join(hosts)}]}}\n"


def _product(row: Mapping[str, Any], hosts: list[str], catalogue: Catalogue) -> str:
    """The id of the product that an entry is, or nothing."""
    if row["name"] in PRODUCTS:
        return PRODUCTS[row["name"]]
    product = catalogue.resolve(row["name"])
    if product is None or not _STAYING.isdisjoint({row["category"], product.category}):
        return ""
    if product.domain:
        domain = _SUFFIXES.privatesuffix(product.domain)
        return product.id if any(_SUFFIXES.privatesuffix(host) == domain for host in hosts) else ""
    return product.id if catalogue.names.get(folded(row["name"])) == product.id else ""


def _hosts(patterns: Iterable[str]) -> list[str]:
    """The hosts that patterns name, without those below another of them and without numbers of machines."""
    hosts = {pattern.removeprefix("*.").lower() for pattern in patterns}
    above = {pattern.removeprefix("*.").lower() for pattern in patterns if pattern.startswith("*.")}
    return sorted(host for host in hosts if not _ADDRESS.fullmatch(host) and not _lies_below(host, above))


def _lies_below(host: str, above: set[str]) -> bool:
    labels = host.split(".")
    return any(".".join(labels[start:]) in above for start in range(1, len(labels)))


def _id(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _PARTS.sub("-", plain).strip("-")


if __name__ == "__main__":
    text = written(Path(sys.argv[1]).read_bytes(), read_chapters(FOLDER))
    (FOLDER / "marks" / "companies.yaml").write_text(text, encoding="utf-8")
