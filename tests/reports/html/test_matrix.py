"""The ownership matrix counts each system in use once, and shows where an owner is missing."""

from __future__ import annotations

from reports.html.pages import page, read, words


def cells(text: str) -> list[list[str]]:
    """The matrix of an inventory, row by row, with a star at what is marked as a gap."""
    rows = read(page(text)).css(".matrix tr")
    return [
        [words(cell) + ("*" if "gap" in (cell.attributes.get("class") or "") else "") for cell in row.css("th, td")]
        for row in rows
    ]


def test_each_pair_of_teams_is_counted() -> None:
    found = cells("""
        teams: {marketing: {side: marketing}, it: {name: The IT, side: it}}
        systems:
          a: {name: A, owner: {business: marketing, technical: it}}
          b: {name: B, owner: {business: marketing, technical: it}}
          c: {name: C, owner: {business: it, technical: nobody}}
          d: {name: D}
          e: {name: E, owner: {business: it}, lifecycle: retired}
    """)

    assert found == [
        ["Decides", "The IT", "nobody", "not stated", "all"],
        ["marketing", "2", "", "", "2"],
        ["The IT", "", "1*", "", "1"],
        ["not stated", "", "", "1*", "1"],
        ["all", "2", "1", "1", "4"],
    ]


def test_small_teams_share_a_row() -> None:
    teams = ", ".join(f"t{number:02}: {{side: it}}" for number in range(17))
    systems = "\n".join(
        f"  s{number:02}: {{name: S{number:02}, owner: {{business: t{number:02}, technical: t00}}}}"
        for number in range(17)
    )

    found = cells(f"teams: {{{teams}}}\nsystems:\n{systems}\n")

    assert [row[0] for row in found] == ["Decides", *(f"t{number:02}" for number in range(14)), "other teams", "all"]
    assert found[-2] == ["other teams", "3", "3"]
