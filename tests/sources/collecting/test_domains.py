"""Looks at domains: which records are noted, without secrets, and what becomes of servers that do not answer well."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sources.collecting.names import GARBAGE, SERVFAIL, SILENCE, name_server
from stackaudit.model.problems import Problems
from stackaudit.model.websites import DnsRecord, DnsSnapshot
from stackaudit.sources.collecting.domains import USUAL_NAMES, collect_domain, open_resolver
from stackaudit.sources.collecting.limits import Limits
from stackaudit.sources.collecting.records import policies_followed, text_value

if TYPE_CHECKING:
    from sources.collecting.names import NameServer

DAY = date(2026, 11, 22)
QUICK = Limits(silence=0.2, request=0.5, visit=5.0)
APEX = {"shop.test NS": ["ns1.host.test."]}
NS = DnsRecord("shop.test", "NS", "ns1.host.test")


def look(server: NameServer, *names: str, limits: Limits = QUICK) -> DnsSnapshot:
    resolver = open_resolver(("127.0.0.1", server.port), limits)
    return asyncio.run(collect_domain(resolver, "shop.test", names, limits, DAY))


def records(zone: dict[str, list[str] | str], *names: str) -> list[tuple[str, str, str]]:
    """What is noted beside the name server."""
    with name_server(APEX | zone) as server:
        snapshot = look(server, *names)
    assert snapshot.left_out == ()
    return [tuple(record) for record in snapshot.records if record != NS]


def test_mail_name_servers_and_verification_marks_are_noted_without_secrets() -> None:
    texts = ['"google-site-verification=abc123"', '"v=spf1 include:_spf.google.com ip4:198.51.100.7 ~all"', '"MS=ms1"']
    zone = {"shop.test TXT": texts, "shop.test MX": ["10 ASPMX.L.Google.com.", "0 ."]}

    assert records(zone) == [
        ("shop.test", "MX", "aspmx.l.google.com"),
        ("shop.test", "TXT", "MS"),
        ("shop.test", "TXT", "google-site-verification"),
        ("shop.test", "TXT", "v=spf1 include:_spf.google.com"),
    ]


def test_names_below_the_domain_are_followed_to_whoever_stands_behind_them() -> None:
    zone = {
        "www.shop.test CNAME": ["edge.shop.test."],
        "edge.shop.test CNAME": ["shop.cdn.test."],
        "shop.cdn.test CNAME": ["deeper.test."],
        "help.shop.test CNAME": ["shop.zendesk.com."],
    }

    assert records(zone, "www", "help", "go") == [
        ("edge.shop.test", "CNAME", "shop.cdn.test"),
        ("help.shop.test", "CNAME", "shop.zendesk.com"),
        ("www.shop.test", "CNAME", "edge.shop.test"),
    ]


def test_names_that_stand_for_each_other_come_to_an_end() -> None:
    zone = {"a.shop.test CNAME": ["b.shop.test."], "b.shop.test CNAME": ["a.shop.test."]}

    assert records(zone, "a") == [("a.shop.test", "CNAME", "b.shop.test"), ("b.shop.test", "CNAME", "a.shop.test")]


def test_a_long_chain_of_names_is_cut() -> None:
    zone = {f"n{step}.shop.test CNAME": [f"n{step + 1}.shop.test."] for step in range(30)}

    assert [name for name, _, _ in records(zone, "n0")] == [f"n{step}.shop.test" for step in range(8)]


def test_a_wildcard_is_told_once() -> None:
    everywhere = {f"{name}.shop.test CNAME": ["parked.test."] for name in ("no-such-name-is-ever-given", "www", "go")}

    assert records(everywhere | {"go.shop.test CNAME": ["real.test."]}, "www", "go") == [
        ("*.shop.test", "CNAME", "parked.test"),
        ("go.shop.test", "CNAME", "real.test"),
    ]


def test_policies_of_the_domain_itself_are_followed_and_those_of_others_are_not() -> None:
    zone = {
        "shop.test TXT": ['"v=spf1 include:_spf.shop.test include:mail.zendesk.com -all"'],
        "_spf.shop.test TXT": ['"v=spf1 include:_spf.shop.test include:sendgrid.net redirect=_b.shop.test"'],
        "_b.shop.test TXT": ['"v=spf1 include:servers.mcsv.net"'],
        "mail.zendesk.com TXT": ['"v=spf1 include:amazonses.com"'],
    }

    assert records(zone) == [
        ("_b.shop.test", "TXT", "v=spf1 include:servers.mcsv.net"),
        ("_spf.shop.test", "TXT", "v=spf1 include:_spf.shop.test include:sendgrid.net redirect=_b.shop.test"),
        ("shop.test", "TXT", "v=spf1 include:_spf.shop.test include:mail.zendesk.com"),
    ]


def test_policies_without_end_are_cut() -> None:
    zone = {f"_{step}.shop.test TXT": [f'"v=spf1 include:_{step + 1}.shop.test"'] for step in range(50)}
    start = {"shop.test TXT": ['"v=spf1 include:_0.shop.test"']}

    assert len(records(zone | start)) == 11


def test_a_long_policy_in_pieces_over_tcp_is_read_whole() -> None:
    includes = " ".join(f"include:s{number}.example.test" for number in range(90))
    pieces = [f"v=spf1 {includes}"[at : at + 200] for at in range(0, len(includes) + 7, 200)]
    zone = {"shop.test TXT": [" ".join(f'"{piece}"' for piece in pieces)]}

    assert records(zone) == [("shop.test", "TXT", f"v=spf1 {includes}")]


def test_a_flood_of_records_is_cut() -> None:
    zone = {"shop.test TXT": [f'"mark{number:04}=x"' for number in range(1500)]}

    assert len(records(zone)) == 200


@pytest.mark.parametrize(
    ("failure", "reason"),
    [(SERVFAIL, "the server could not answer"), (SILENCE, "no answer in time"), (GARBAGE, "no answer in time")],
)
def test_what_cannot_be_asked_is_left_out_and_the_rest_stays(failure: str, reason: str) -> None:
    with name_server(APEX | {"shop.test TXT": failure, "www.shop.test CNAME": failure}) as server:
        snapshot = look(server, "www")

    assert snapshot.records == (NS,)
    assert snapshot.left_out == (("shop.test TXT", reason), ("www.shop.test CNAME", reason))


def test_a_domain_that_is_not_there_is_told() -> None:
    with name_server({}) as server, pytest.raises(Problems) as raised:
        look(server)

    assert str(raised.value) == "there is no domain shop.test"


def test_a_domain_of_which_nothing_answers_is_told() -> None:
    zone = {f"shop.test {kind}": SILENCE for kind in ("TXT", "MX", "NS")}
    with name_server(zone) as server, pytest.raises(Problems) as raised:
        look(server)

    assert str(raised.value) == "nothing of shop.test could be asked: no answer in time"


def test_hostile_values_are_dropped_or_made_plain() -> None:
    zone = {
        "shop.test MX": [r"10 evil\027[31m.test.", "10 fine.test."],
        "shop.test TXT": [r'"\027[31mred=1"', r'"\255\254"', '"=="', '""'],
        "www.shop.test CNAME": [r"a\032b.test."],
    }

    assert records(zone, "www") == [("shop.test", "MX", "fine.test"), ("shop.test", "TXT", "[31mred")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3", "v=DKIM1"),
        ("v=verifydomain MS=1234567", "v=verifydomain"),
        ("docusign=05958488-4752-4ef2-95eb-aa7ba8a3bd0e", "docusign"),
        ("ZOOM_verify_gxyzABC123def456", "ZOOM_verify_…"),
        ("atlassian-domain-verification=4Yz/abc==", "atlassian-domain-verification"),
        ("a8f5f167f44f4964e6c998dee827110c", ""),
        ("dGhpcyBpcyBhIHNlY3JldA==", ""),
        ("Sendinblue-code:a8f5f167f44f4964e6c998dee827110c", "Sendinblue-code:…"),
        ("v=spf1 -all", "v=spf1"),
        (
            "V=SPF1 +INCLUDE:Mail.Example.COM ?a:x.test exists:%{i}.spf.test mx ip6:::1",
            "v=spf1 include:mail.example.com a:x.test exists:%{i}.spf.test",
        ),
        ("x" * 500, ""),
        ("", ""),
    ],
)
def test_a_text_keeps_its_mark_and_loses_its_secret(text: str, value: str) -> None:
    assert text_value(text) == value


def test_a_policy_below_a_foreign_domain_is_not_followed() -> None:
    policy = "v=spf1 include:a.shop.test include:shop.test.evil.test redirect=b.shop.test include:%{d}.shop.test"

    assert policies_followed(policy, "shop.test") == ["a.shop.test", "b.shop.test"]
    assert policies_followed("no policy include:a.shop.test", "shop.test") == []


def test_the_same_domain_gives_the_same_snapshot_however_many_are_asked_at_once() -> None:
    zone = {f"{name}.shop.test CNAME": [f"{name}.far.test."] for name in USUAL_NAMES}
    with name_server(APEX | zone) as server:
        one = look(server, *USUAL_NAMES, limits=QUICK._replace(parallel=1))
        many = look(server, *reversed(USUAL_NAMES), limits=QUICK._replace(parallel=16))

    assert one == many
    assert len(one.records) == len(set(USUAL_NAMES)) + 1
