"""Pages and scripts as the marks on them."""

from __future__ import annotations

import pytest

from stackaudit.model.websites import Marks
from stackaudit.sources.websites.scanning import MOST_LINKS, scan_page, scan_script
from stackaudit.sources.websites.scripts import MOST_HOSTS, MOST_NAMES

URL = "https://www.shop.example/sale/"
SNIPPET = r"""
/*! loader, see "https://docs.loader.example/licence" */
// (https://comments.example.org)
(function(h,o,t,j){h.hj=h.hj||function(){};a.src=t+h._hjSettings.hjid;})(window,document,'https://static.hotjar.com/c/');
var pixel = "\/\/connect.facebook.net\/en_US\/fbevents.js", other = '\x2F\x2Fsnap.licdn.com\u002Fx'; // see https://prose.example.com
fbq('init', '1'); window._hsq = []; document.cookie = "seen=1; path=/"; document.cookie = name + "=1";
var accept = {"Accept": "*/*", glob: "/*//glob.example.com/*"}, ns = "http://www.w3.org/2000/svg";
var here = "//window.location/", ip = "//192.0.2.1/";
"""


@pytest.mark.parametrize(
    ("html", "hosts"),
    [
        ("<script src=//js.vendor.com/1.js></script>", ("js.vendor.com",)),
        ("<script type=text/plain data-src=//js.vendor.com/1.js></script>", ("js.vendor.com",)),
        ("<img src=/logo.png>", ("www.shop.example",)),
        (
            "<img srcset='/a.png 1x, https://i.vendor.com/b,c.png 2x,https://j.vendor.com/d.png 3x'>",
            ("i.vendor.com", "j.vendor.com"),
        ),
        ("<img src='data:image/png;base64,//vendor.com'>", ()),
        ("<img data-lazy-src=//i.vendor.com/>", ("i.vendor.com",)),
        ("<iframe src='https://www.vendor.com/embed'></iframe>", ("www.vendor.com",)),
        ("<noscript><img src='https://px.vendor.com/?a=1&amp;b'></noscript>", ("px.vendor.com",)),
        ("<link rel='DNS-prefetch' href=//dns.vendor.com>", ("dns.vendor.com",)),
        ("<link rel='alternate' href=//feed.vendor.com><a href=//links.vendor.com>", ()),
        ("<video poster=//v.vendor.com/p><source src=//s.vendor.com/>", ("s.vendor.com", "v.vendor.com")),
        ("<object data=//o.vendor.com/x></object><embed src=//e.vendor.com/>", ("e.vendor.com", "o.vendor.com")),
        (
            "<form action=https://go.vendor.com/l/1><button formaction=//b.vendor.com/>",
            ("b.vendor.com", "go.vendor.com"),
        ),
        (
            "<style>@import 'https://f.vendor.com/a'; a{b:url( //u.vendor.com/c)}</style>",
            ("f.vendor.com", "u.vendor.com"),
        ),
        ("<p style=\"background:url('https://u.vendor.com/c')\">", ("u.vendor.com",)),
        ("<svg><use xlink:href=//svg.vendor.com/#a /></svg>", ("svg.vendor.com",)),
        ("<meta http-equiv=content-security-policy content='script-src https://csp.vendor.com'>", ()),
        ("<script type=application/ld+json>{'sameAs': 'https://social.vendor.com'}</script>", ()),
        ("<script type=text/x-template><img src='//t.vendor.com'></script>", ()),
        ("<script type=module>import('https://m.vendor.com/x')</script>", ("m.vendor.com",)),
        ("<base href=//cdn.vendor.com/><base href=//late.example/><img src=a>", ("cdn.vendor.com",)),
        (
            "<img src='javascript:alert(1)'><img src='https://a\x1b[2J.com/'><img src='//user:pass@x.com:1/'>",
            ("x.com",),
        ),
    ],
)
def test_hosts_are_those_that_a_browser_calls(html: str, hosts: tuple[str, ...]) -> None:
    assert scan_page(html, URL, frozenset()).marks == Marks(hosts)


def test_a_script_tells_hosts_cookies_and_known_variables() -> None:
    marks = scan_script(SNIPPET, frozenset({"fbq", "_hs*", "_hj*", "Munchkin", "cookie.x"}))

    assert marks == Marks(
        ("connect.facebook.net", "snap.licdn.com", "static.hotjar.com"), ("seen",), ("_hjSettings", "_hsq", "fbq")
    )


def test_an_inline_script_tells_what_an_external_one_does() -> None:
    variables = frozenset({"fbq"})

    assert scan_page(f"<script>{SNIPPET}</script>", URL, variables).marks == scan_script(SNIPPET, variables)


def test_a_comment_that_is_not_closed_hides_nothing_in_the_next_script() -> None:
    page = scan_page("<script>/*! \"//a.com\"</script><script>b='//b.com'</script>", URL, frozenset())

    assert page.marks.hosts == ("a.com", "b.com")


def test_a_container_of_google_tells_its_tags_and_not_googles_library() -> None:
    script = r"""
// Copyright 2012 Google Inc. All rights reserved.
(function(){

var data = {
"resource": {
  "tags":[{
      "function":"__fls"
    },{
      "function":"__html",
      "vtp_html":"\u003Cscript\u003E(\"\/\/bat.bing.com\/bat.js\",\"uetq\");\u003C\/script\u003E"
    },{
      "function":"__gct",
      "vtp_trackingId":"G-AB12CD34EF"
    }]
},
"runtime":[[50,"__bzi",["b","https://snap.licdn.com/li.lms-analytics/insight.min.js"]]]

};
var a = "https://www.googleadservices.com/x", b = "https://ad.library.com/", c = fbq;
"""

    assert scan_script(script, frozenset({"uetq", "fbq"})) == Marks(
        ("bat.bing.com", "fls.doubleclick.net", "snap.licdn.com", "www.google-analytics.com"), (), ("uetq",)
    )


def test_containers_links_and_scripts_are_told_in_the_order_of_the_page() -> None:
    page = scan_page(
        """<script>(w,d,s,l,'GTM-ABC123')</script><script src="/js/container_Ab12Cd34.js"></script>
        <a href=../b#x>b</a><a href="#top">top</a><area href="?q=1"><a href=mailto:a@shop.example><a href=../b>again</a>
        <script async src="https://tags.tiqcdn.com/utag/shop/main/prod/utag.js"></script>
        <script data-src="//later.example/x.js"></script><a name=x>""",
        URL,
        frozenset(),
    )

    assert page.containers == (
        "www.shop.example/js/container_Ab12Cd34.js",
        "tags.tiqcdn.com/utag/shop/main/prod/utag.js",
        "GTM-ABC123",
    )
    assert page.links == (
        "https://www.shop.example/b",
        "https://www.shop.example/sale/",
        "https://www.shop.example/sale/?q=1",
    )
    assert page.scripts == (
        "https://www.shop.example/js/container_Ab12Cd34.js",
        "https://tags.tiqcdn.com/utag/shop/main/prod/utag.js",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_page_in_bytes_tells_the_same(encoding: str) -> None:
    html = "<title>Über</title><script src=//js.vendor.com/1.js></script>"

    assert scan_page(html.encode(encoding), URL, frozenset()) == scan_page(html, URL, frozenset())


def test_what_one_page_tells_is_limited() -> None:
    many = range(30_000)

    page = scan_page(
        "".join(f"<img src=//h{n}.vendor.com/><a href=/{n}>" for n in many)
        + "<script>"
        + "".join(f"'//s{n}.com';document.cookie='c{n}=1';v{n};" for n in many),
        URL,
        frozenset({"v*"}),
    )

    assert page.marks.hosts == tuple(sorted(f"h{n}.vendor.com" for n in range(MOST_HOSTS)))
    assert page.marks.cookies == tuple(sorted(f"c{n}" for n in many)[:MOST_NAMES])
    assert page.marks.variables == tuple(sorted(f"v{n}" for n in many)[:MOST_NAMES])
    assert page.links == tuple(f"https://www.shop.example/{n}" for n in range(MOST_LINKS))


@pytest.mark.parametrize(
    "script",
    [
        "//" * 500_000,
        '"//' * 500_000,
        "/*!" * 500_000,
        "/*" * 500_000,
        "\\/" * 500_000,
        ("document.cookie" + " " * 1000) * 1000,
        "a" * 5_000_000,
        '"//' + "a." * 1_000_000,
        "url(" * 500_000,
        "\n" + "var data = {\n" * 100_000,
    ],
    ids=lambda script: script[:12],
)
def test_hostile_scripts_end(script: str) -> None:
    assert scan_script(script, frozenset({"x*"})) == Marks()
    assert scan_page(f"<style>{script}</style><script>{script}", "", frozenset({"x*"})).marks == Marks()
