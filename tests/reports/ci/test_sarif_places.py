"""Names of files as URIs."""

from __future__ import annotations

import pytest

from stackaudit.reports.ci.sarif_places import uri


@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("stack/a.yaml", "stack/a.yaml"),
        ("../stack/a.yaml", "../stack/a.yaml"),
        ("a b?c#d%20.yaml", "a%20b%3Fc%23d%2520.yaml"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("é.yaml", "%C3%A9.yaml"),
        ("caf\udce9.yaml", "caf%E9.yaml"),
        ("a\ud83d\udce9.yaml", "a%ED%A0%BD%ED%B3%A9.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/data/a.yaml", "file:///data/a.yaml"),
        ("//server/share/a.yaml", "file:////server/share/a.yaml"),
        ("C:/data/a.yaml", "file:///C%3A/data/a.yaml"),
        ("C:\\data\\a.yaml", "file:///C%3A/data/a.yaml"),
        ("a\\b.yaml", "a%5Cb.yaml"),
    ],
)
def test_a_name_is_relative_where_it_was_and_nothing_in_it_is_syntax(file: str, written: str) -> None:
    assert uri(file) == written
