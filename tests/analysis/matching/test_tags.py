from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from stackaudit.analysis.matching.tags import match_tags
from stackaudit.model.catalogue import Catalogue, Product
from stackaudit.model.marks import CatalogueMarks
from stackaudit.model.matches import Match, Sureness
from stackaudit.sources.catalogue import read_catalogue, read_marks

DATA = Path(__file__).parents[4] / "shared" / "data"
CATALOGUE = Catalogue({"warm": Product("warm", "Warm", "Warm", "survey", (), "warm.example", ())}, {}, {})
MARKS = CatalogueMarks(
    hosts={
        "warm.example": "warm",
        "tags.big.example": "exact",
        "big.example": "company:big",
        "warmcdn.example": "warm",
    },
    cookies={"_wm": "warm", "_wm_*": "warm-pro", "_wm_a_*": "warm-plus"},
    variables={"_wmq": "warm", "wm_*": "warm-pro"},
    records={
        "txt": {"warm-verification": "warm", "cool_verify_*": "cool"},
        "spf": {"mail.warm.example": "warm"},
        "mx": {"in-smtp*": "cool", "warmmail.example": "warm"},
        "ns": {"coolns-*": "cool"},
    },
)


def matched(kind: str, text: str, own: dict[str, str] | None = None) -> Match | None:
    found = match_tags([(kind, text)], CATALOGUE, MARKS, own or {})
    assert set(found) <= {(kind, text)}
    return found.get((kind, text))


@pytest.mark.parametrize(
    ("host", "target", "sureness", "why"),
    [
        ("warm.example", "warm", Sureness.LIKELY, "host warm.example"),
        ("www.warm.example", "warm", Sureness.LIKELY, "host warm.example"),
        ("js.warm.example", "warm", Sureness.CERTAIN, "host warm.example"),
        ("warmcdn.example", "warm", Sureness.CERTAIN, "host warmcdn.example"),
        ("a.b.tags.big.example", "exact", Sureness.CERTAIN, "host tags.big.example"),
        ("other.big.example", "company:big", Sureness.CERTAIN, "host big.example"),
        ("JS.Warm.Example.", "warm", Sureness.CERTAIN, "host warm.example"),
    ],
)
def test_a_host_goes_by_its_longest_known_suffix(host: str, target: str, sureness: Sureness, why: str) -> None:
    assert matched("host", host) == Match(target, sureness, why)


@pytest.mark.parametrize(
    "host",
    ["notwarm.example", "warm.example.evil.example", "example", "", ".", "..", "a." * 60_000 + "warm.example"],
)
def test_another_host_is_nobodys(host: str) -> None:
    assert matched("host", host) is None


@pytest.mark.parametrize(
    ("kind", "name", "target", "why"),
    [
        ("cookie", "_wm", "warm", "cookie _wm"),
        ("cookie", "_wm_1", "warm-pro", "cookie _wm_*"),
        ("cookie", "_wm_a_1", "warm-plus", "cookie _wm_a_*"),
        ("variable", "_wmq", "warm", "variable _wmq"),
        ("variable", "wm_", "warm-pro", "variable wm_*"),
    ],
)
def test_a_name_goes_by_itself_and_then_by_its_longest_known_beginning(
    kind: str, name: str, target: str, why: str
) -> None:
    assert matched(kind, name) == Match(target, Sureness.CERTAIN, why)


@pytest.mark.parametrize(
    ("kind", "name"),
    [("cookie", "_WM"), ("cookie", "_wm2"), ("cookie", "_wmq"), ("variable", "_wm"), ("cookie", ""), ("smell", "_wm")],
)
def test_a_name_of_another_case_kind_or_length_is_nobodys(kind: str, name: str) -> None:
    assert matched(kind, name) is None


@pytest.mark.parametrize(
    ("kind", "text", "target", "why"),
    [
        ("txt", "warm-verification", "warm", "TXT record warm-verification"),
        ("txt", "Warm-Verification=abc=", "warm", "TXT record warm-verification"),
        ("txt", "warm-verification: abc", "warm", "TXT record warm-verification"),
        ("txt", "COOL_verify_x1", "cool", "TXT record cool_verify_*"),
        ("spf", "eu.mail.warm.example", "warm", "SPF include mail.warm.example"),
        ("mx", "in-smtp.eu-west-1.cloud.example.", "cool", "mail host in-smtp*"),
        ("mx", "mx1.warmmail.example", "warm", "mail host warmmail.example"),
        ("ns", "ns-3.coolns-12.example", "cool", "name server coolns-*"),
    ],
)
def test_a_record_goes_by_its_mark(kind: str, text: str, target: str, why: str) -> None:
    assert matched(kind, text) == Match(target, Sureness.CERTAIN, why)


@pytest.mark.parametrize(
    ("kind", "text"), [("spf", "warm.example"), ("cname", "warmmail.example"), ("txt", "v=warm-verification")]
)
def test_a_record_of_another_kind_is_nobodys(kind: str, text: str) -> None:
    assert matched(kind, text) is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("host", "shop.warm.example"),
        ("host", "eu.shop.warm.example"),
        ("cookie", "_wm"),
        ("mx", "in.Shop.warm.example"),
        ("txt", "Shop.warm.example"),
    ],
)
def test_the_inventorys_own_systems_win_over_the_catalogue(kind: str, text: str) -> None:
    own = {"Shop.warm.example": "shop", "_wm": "shop"}

    assert matched(kind, text, own) == Match("system:shop", Sureness.CERTAIN, "named in the inventory")


def test_an_own_name_without_a_dot_is_no_domain() -> None:
    assert matched("host", "js.warm.example", {"example": "shop"}) == Match(
        "warm", Sureness.CERTAIN, "host warm.example"
    )


@pytest.mark.parametrize(
    ("kind", "text", "target"),
    [
        ("host", "js-eu1.hs-scripts.com", "hubspot-marketing-hub"),
        ("host", "munchkin.marketo.net", "adobe-marketo-engage"),
        ("host", "go.pardot.com", "marketing-cloud-account-engagement"),
        ("host", "script.hotjar.com", "hotjar"),
        ("host", "bat.bing.com", "microsoft-advertising"),
        ("host", "px.ads.linkedin.com", "linkedin-ads"),
        ("host", "www.linkedin.com", "linkedin"),
        ("host", "cdn.cookielaw.org", "onetrust"),
        ("host", "fonts.gstatic.com", "google-fonts"),
        ("cookie", "visitor_id12345-hash", "marketing-cloud-account-engagement"),
        ("txt", "facebook-domain-verification", "vendor:Meta"),
        ("cookie", "_ga_AB12CD34", "google-analytics"),
        ("variable", "piHostname", "marketing-cloud-account-engagement"),
        ("variable", "_hsq", "hubspot-marketing-hub"),
        ("variable", "fbq", "meta-ads"),
        ("variable", "_linkedin_partner_id", "linkedin-ads"),
        ("txt", "MS=ms12345", "vendor:Microsoft"),
        ("txt", "hubspot-developer-verification", "hubspot-marketing-hub"),
        ("txt", "google-site-verification", "vendor:Google"),
        ("spf", "servers.mcsv.net", "mailchimp"),
        ("spf", "eu._netblocks.mimecast.com", "mimecast"),
        ("mx", "contoso-com.mail.protection.outlook.com", "microsoft-365"),
        ("mx", "alt1.aspmx.l.google.com", "google-workspace"),
        ("cname", "123.group1.sites.hubspot.net", "hubspot-content-hub"),
        ("ns", "ns-1536.awsdns-00.co.uk", "amazon-route-53"),
    ],
)
def test_what_a_company_uses_is_named(kind: str, text: str, target: str) -> None:
    assert named({(kind, text)}) == {(kind, text): target}


@pytest.mark.parametrize(
    "host", ["d111111abcdef8.cloudfront.net", "bucket.s3.amazonaws.com", "www.google.com", "shop.github.io"]
)
def test_no_product_is_named_where_anybody_can_lay_things(host: str) -> None:
    products = read_catalogue().products

    assert [target for target in named({("host", host)}).values() if target in products] == []


HARS = sorted((DATA / "web").glob("*.har"))


@pytest.mark.skipif(not HARS, reason="no recordings of websites beside the repository")
@pytest.mark.parametrize("path", HARS, ids=lambda path: path.stem)
def test_nearly_every_third_party_that_is_publicly_known_is_named(path: Path) -> None:
    entries = json.loads(path.read_text(encoding="utf-8"))["log"]["entries"]
    hosts = {urlsplit(entry["request"]["url"]).hostname or "" for entry in entries}
    known = {("host", host) for host in hosts if not f".{host}".endswith(f".{path.stem}") and is_public(host)}

    missed = sorted(known - named(known).keys())

    assert len(known) >= 4
    assert len(missed) <= 0.05 * len(known), missed


def named(tags: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    found = match_tags(sorted(tags), read_catalogue(), marks(), {})
    return {tag: match.target for tag, match in found.items()}


@cache
def marks() -> CatalogueMarks:
    return read_marks()


def is_public(host: str) -> bool:
    labels = host.split(".")
    above = {"*." + ".".join(labels[start:]) for start in range(len(labels))}
    return host in patterns() or not above.isdisjoint(patterns())


@cache
def patterns() -> frozenset[str]:
    rows = json.loads((DATA / "catalogue" / "third_party_web.json").read_text(encoding="utf-8"))
    return frozenset(pattern for row in rows for pattern in row["domains"])
