"""`stackaudit collect`, against sites and name servers on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from sources.collecting.names import SERVFAIL, name_server
from sources.collecting.site import PAGE, Site, page

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--today", "2026-11-22")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "stackaudit", "collect", *arguments]


def environment() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**clean, "PYTHONUTF8": "1"}


def collect(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments, *DAY), cwd=at, env=environment(), capture_output=True, text=True, check=False
    )


def website(site: Site, *arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    return collect("website", f"http://127.0.0.1:{site.port}/", "--allow-private", *arguments, at=at)


def test_a_website_is_written_as_evidence_and_counted(tmp_path: Path) -> None:
    with Site({"/": page(PAGE.decode() + "<a href=/x>x</a>", "text/html", "Set-Cookie: sid=secret")}) as site:
        run = website(site, at=tmp_path)

    file = tmp_path / "evidence" / f"website-127.0.0.1-{site.port}.json"
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == [
        f"  {'file':37}  pages  hosts  cookies  containers  left out",
        f"  evidence/website-127.0.0.1-{site.port}.json      1      1        1           0         1",
        "",
        f"left out of evidence/website-127.0.0.1-{site.port}.json",
        f"  http://127.0.0.1:{site.port}/x: answered 404 (not found)",
    ]
    assert json.loads(file.read_text()) == {
        "stackaudit": "website-snapshot",
        "version": 1,
        "site": f"127.0.0.1:{site.port}",
        "collected": "2026-11-22",
        "pages": [
            {
                "url": f"http://127.0.0.1:{site.port}/",
                "status": 200,
                "containers": [],
                "hosts": ["js.hs-scripts.com"],
                "cookies": ["sid"],
                "variables": [],
            }
        ],
        "containers": [],
        "left_out": [{"address": f"http://127.0.0.1:{site.port}/x", "reason": "answered 404 (not found)"}],
    }
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/", "/x"]


def test_the_catalogues_variables_are_looked_for(tmp_path: Path) -> None:
    from stackaudit.sources.catalogue.marks import read_marks

    name = min(name for name in read_marks().variables if name.isidentifier())
    with Site({"/": page(f"<script>{name}.push(1)</script>")}) as site:
        website(site, "--into", "seen", at=tmp_path)

    (file,) = (tmp_path / "seen").iterdir()
    assert json.loads(file.read_text())["pages"][0]["variables"] == [name]


def test_the_agent_is_named(tmp_path: Path) -> None:
    from stackaudit import __version__

    with Site({"/": page()}) as site:
        website(site, at=tmp_path)
        website(site, "--user-agent", "shop-audit/7 (+https://shop.test)", at=tmp_path)

    agents = [asked.head.lower().partition(b"user-agent: ")[2].partition(b"\r\n")[0].decode() for asked in site.asked]
    assert agents == [f"stackaudit/{__version__}"] * 2 + ["shop-audit/7 (+https://shop.test)"] * 2


def test_a_site_that_gives_no_page_leaves_the_earlier_file_as_it_is_and_the_others_are_written(tmp_path: Path) -> None:
    with Site({"/": page(status="503 Service Unavailable")}) as broken, Site({"/": page()}) as site:
        earlier = tmp_path / "evidence" / f"website-127.0.0.1-{broken.port}.json"
        earlier.parent.mkdir()
        earlier.write_text("earlier")
        run = website(broken, f"http://127.0.0.1:{site.port}/", at=tmp_path)

    assert run.returncode == 2
    assert run.stderr.splitlines() == [
        f"http://127.0.0.1:{broken.port}/ gave no page: answered 503 (not available)",
        "  help: Try it again when it answers.",
        "",
        "1 problem: no snapshot was written of what is named here.",
    ]
    assert earlier.read_text() == "earlier"
    assert sorted(path.name for path in earlier.parent.iterdir()) == sorted(
        [earlier.name, f"website-127.0.0.1-{site.port}.json"]
    )


def test_this_machine_is_not_visited_unless_it_is_allowed(tmp_path: Path) -> None:
    with Site({"/": page()}) as site:
        run = collect("website", f"http://127.0.0.1:{site.port}/", at=tmp_path)

    assert run.returncode == 2
    assert "which is not on the public internet" in run.stderr
    assert site.asked == []
    assert [*(tmp_path / "evidence").iterdir()] == []


def test_ending_a_visit_leaves_nothing_half(tmp_path: Path) -> None:
    def slow(_: object) -> object:
        time.sleep(1)
        return page()(_)

    with Site({"/": slow}) as site:
        arguments = command("website", f"http://127.0.0.1:{site.port}/", "--allow-private", *DAY)
        with subprocess.Popen(arguments, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE) as run:
            while not site.paths and run.poll() is None:
                time.sleep(0.01)
            run.send_signal(signal.SIGINT)
            _, told = run.communicate(timeout=10)

    assert run.returncode != 0
    assert b"Traceback" not in told
    assert [*(tmp_path / "evidence").iterdir()] == []


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_text("a file")
    with Site({"/": page()}) as site:
        run = website(site, at=tmp_path)

    assert run.returncode == 2
    assert run.stderr.startswith("evidence:1:1: no folder can be made here: File exists\n")
    assert site.asked == []


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "No such file or directory"), ("nonsense", "no certificates in PEM are in it")],
)
def test_certificates_that_cannot_be_read_are_told(content: str | None, told: str, tmp_path: Path) -> None:
    if content:
        (tmp_path / "ca.pem").write_text(content)
    with Site({"/": page()}) as site:
        run = website(site, "--ca-file", "ca.pem", at=tmp_path)

    assert run.returncode == 2
    assert run.stderr.startswith(f"ca.pem:1:1: cannot be read: {told}\n")


def test_text_from_strangers_cannot_escape_into_the_terminal(tmp_path: Path) -> None:
    with Site({"/": page("<a href='/%1b[31m\x1b]0;x\x07'>x</a>")}) as site:
        run = website(site, at=tmp_path)

    assert "\x1b" not in run.stdout
    assert "\x1b" not in "".join(path.read_text() for path in (tmp_path / "evidence").iterdir())


def test_a_domain_is_written_as_evidence_and_counted(tmp_path: Path) -> None:
    zone = {
        "shop.test TXT": ['"google-site-verification=secret"'],
        "shop.test MX": SERVFAIL,
        "shop.test NS": ["ns1.host.test."],
        "try.shop.test CNAME": ["pages.host.test."],
    }
    with name_server(zone) as server:
        run = collect("dns", "shop.test", "--name", "try", "--resolver", f"127.0.0.1:{server.port}", at=tmp_path)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == [
        "  file                         TXT  MX  CNAME  NS  left out",
        "  evidence/dns-shop.test.json    1   0      1   1         1",
        "",
        "left out of evidence/dns-shop.test.json",
        "  shop.test MX: the server could not answer",
    ]
    assert json.loads((tmp_path / "evidence" / "dns-shop.test.json").read_text()) == {
        "stackaudit": "dns-snapshot",
        "version": 1,
        "domain": "shop.test",
        "collected": "2026-11-22",
        "records": [
            {"name": "shop.test", "type": "NS", "value": "ns1.host.test"},
            {"name": "shop.test", "type": "TXT", "value": "google-site-verification"},
            {"name": "try.shop.test", "type": "CNAME", "value": "pages.host.test"},
        ],
        "left_out": [{"name": "shop.test MX", "reason": "the server could not answer"}],
    }


def test_a_domain_that_is_not_there_writes_nothing(tmp_path: Path) -> None:
    with name_server({}) as server:
        run = collect("dns", "shop.test", "--resolver", f"127.0.0.1:{server.port}", at=tmp_path)

    assert run.returncode == 2
    assert run.stderr.startswith("there is no domain shop.test\n")
    assert [*(tmp_path / "evidence").iterdir()] == []


def test_other_commands_know_no_network() -> None:
    script = "import sys; import stackaudit.cli.app; print(sorted({'httpx', 'dns', 'asyncio'} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout == "[]\n"
