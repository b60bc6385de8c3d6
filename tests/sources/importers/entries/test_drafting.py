"""Entries of lists as drafts: which columns count, and what is kept of what is not understood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spreadsheets import drafts, facts, imported
from stackaudit.model.imports import Draft, Remark
from stackaudit.sources.importers.cells.plain import says_nothing
from stackaudit.sources.importers.columns.ways import WAYS
from stackaudit.sources.importers.entries.drafting import drafts_of
from stackaudit.sources.importers.entries.records import Cell, Record


def test_an_entry_is_a_draft_with_its_line_and_the_teams_that_it_names() -> None:
    found = imported("""
        Tool    | Owner                | Annual cost
        HubSpot | Marketing Operations | €12,000
    """)

    assert found.drafts == (
        Draft("team", "marketing-operations", 2, {"side": "marketing"}, {"side": "side from its name"}),
        Draft(
            "system",
            "HubSpot",
            2,
            {
                "name": "HubSpot",
                "owner.business": "marketing-operations",
                "cost.annual": {"amount": 12000, "currency": "EUR"},
            },
        ),
    )
    assert found.columns == {"Tool": "name", "Owner": "owner.some", "Annual cost": "cost.annual"}
    assert found.rows == 1


def test_a_team_whose_id_does_not_say_its_name_has_one() -> None:
    sheet = """
        Tool | Owner
        Zoom | Web Team
    """

    assert drafts(sheet, "team")["web"].facts == {"name": "Web Team", "side": "marketing"}


def test_a_column_without_a_place_is_kept_as_remarks_and_counted() -> None:
    found = imported("""
        Tool | Owner | Ticket
        Zoom | IT    | T-1
        Slack| IT    |
    """)

    assert found.left == {"Ticket": 1}
    assert {draft.key: draft.remarks for draft in found.drafts if draft.kind == "system"} == {
        "Zoom": (Remark("Ticket", "T-1", 2),),
        "Slack": (),
    }


def test_a_cell_that_is_not_understood_is_a_remark_with_its_reason() -> None:
    sheet = """
        Tool | Owner | Renewal date
        Zoom | IT    | Q3 2027
        Slack| IT    | 2027-03-01
    """

    assert drafts(sheet)["Zoom"].remarks == (Remark("Renewal date", "Q3 2027", 2, "names no single day"),)


def test_secrets_are_never_carried() -> None:
    found = imported("""
        Tool | Owner | Admin password | API key | Recovery codes | Notes
        Zoom | IT    | hunter2        | abc123  | 111 222        | ask Web; password: swordfish
    """)

    assert found.left == {"Admin password": 1, "API key": 1, "Recovery codes": 1}
    assert not {word for word in ("hunter2", "abc123", "111 222", "swordfish") if word in repr(found)}
    assert [(remark.heading, remark.why) for remark in found.remarks] == [
        (heading, "holds secrets, which are not carried") for heading in ("Admin password", "API key", "Recovery codes")
    ]


def test_the_more_exact_heading_wins_and_the_other_fills_the_gaps() -> None:
    sheet = """
        Tool   | Department | Business owner | SSO
        Zoom   | Sales      | IT             | yes
        Canva  | Brand      |                | no
        Figma  | Brand      | a@b.example    | no
    """

    found = drafts(sheet)

    assert {key: draft.facts["owner.business"] for key, draft in found.items()} == {
        "Zoom": "it",
        "Canva": "brand",
        "Figma": "brand",
    }
    assert found["Zoom"].remarks == (Remark("Department", "Sales", 2, "`owner.business` is stated by another column"),)
    assert found["Canva"].doubts == {"owner.business": "the column says `Department`"}
    assert found["Figma"].remarks == (Remark("Business owner", "a@b.example", 4, "a person's address"),)


def test_a_column_that_its_cells_do_not_bear_out_is_told_and_not_taken() -> None:
    found = imported("""
        Tool  | Owner | Annual cost
        Zoom  | IT    | high
        Slack | IT    | low
        Figma | IT    | low
        Canva | IT    | medium
        Miro  | IT    | $400
    """)

    assert "Annual cost" not in found.columns
    assert found.left == {"Annual cost": 5}
    assert found.remarks == (Remark("Annual cost", "", 2, "most of this column cannot be read as `cost.annual`"),)


def test_a_column_whose_cells_are_about_the_fact_is_taken_although_none_states_it() -> None:
    found = imported("""
        Tool  | SSO                | DPA
        Zoom  | SAML (planned)     | yes
        Slack | SSO available      | yes
    """)

    assert found.columns == {"Tool": "name", "DPA": "privacy.agreement", "SSO": "security.sso"}
    assert [remark.why for draft in found.drafts for remark in draft.remarks] == [
        "says that it was done, not when",
        "does not say that it is in use",
    ] * 2


def test_an_owner_of_any_kind_who_is_a_person_gives_way_to_a_column_that_names_a_team() -> None:
    sheet = """
        Tool  | Owner        | Team      | SSO
        Zoom  | Jane Example | Sales     | yes
        Slack | IT           | Sales     | yes
        Canva | Jane Example |           | yes
    """

    assert {key: draft.facts["owner.business"] for key, draft in drafts(sheet).items()} == {
        "Zoom": "sales",
        "Slack": "it",
        "Canva": "Jane Example",
    }
    assert drafts(sheet)["Zoom"].doubts == {"owner.business": "the column says `Team`"}


def test_a_vague_heading_counts_only_where_most_cells_bear_it_out() -> None:
    signing_in = """
        Tool  | Owner | Integration method
        Zoom  | IT    | SAML
        Slack | IT    | SWA
        Figma | IT    | no
    """
    flowing = """
        Tool  | Owner | Integration method
        Zoom  | IT    | REST
        Slack | IT    | CSV
        Figma | IT    | SAML
    """

    assert facts(signing_in, "Zoom") == {"owner.business": "it", "security.sso": True}
    assert facts(signing_in, "Figma") == {"owner.business": "it"}
    assert imported(flowing).left == {"Integration method": 3}


def test_a_cost_that_does_not_say_for_how_long_is_doubted() -> None:
    found = drafts("""
        Tool | Owner | Cost
        Zoom | IT    | $400
    """)["Zoom"]

    assert found.facts["cost.annual"] == {"amount": 400, "currency": "USD"}
    assert found.doubts == {"cost.annual": "the column `Cost` does not say that it is per year"}


def test_currency_and_billing_cycle_of_the_row_make_a_cost_certain() -> None:
    sheet = """
        Tool  | Owner | Cost | Currency | Billing cycle
        Zoom  | IT    | 100  | EUR      | monthly
        Slack | IT    | 100  | USD      | annual
    """

    assert {key: draft.facts["cost.annual"] for key, draft in drafts(sheet).items()} == {
        "Zoom": {"amount": 1200, "currency": "EUR"},
        "Slack": {"amount": 100, "currency": "USD"},
    }
    assert [draft.doubts for draft in drafts(sheet).values()] == [{}, {}]


def test_a_billing_cycle_does_not_change_a_cost_that_says_it_is_annual() -> None:
    sheet = """
        Tool  | Annual cost | Billing cycle
        Zoom  | 1200        | monthly
    """

    assert facts(sheet, "Zoom") == {"cost.annual": 1200}


def test_the_whole_column_decides_what_parts_the_cents() -> None:
    points = """
        Tool  | Annual cost
        Zoom  | 1234.567
        Slack | 234.567
    """
    thousands = """
        Tool  | Annual cost
        Zoom  | 1.234,50
        Slack | 234.567
    """

    assert facts(points, "Slack") == {"cost.annual": 234.57}
    assert facts(thousands, "Slack") == {"cost.annual": 234_567}


def test_all_dates_of_a_list_decide_whether_days_come_first() -> None:
    sheet = """
        Tool  | Renewal date | Purchase date
        Zoom  | 04/05/2027   | 12/31/2024
    """

    assert facts(sheet, "Zoom") == {"bought.on": "2024-12-31", "cost.renews": "2027-04-05"}


def test_where_no_date_tells_the_order_dollars_hint_at_it_and_it_is_doubted() -> None:
    sheet = """
        Tool  | Renewal date | Annual cost
        Zoom  | 04/05/2027   | $400
    """

    assert drafts(sheet)["Zoom"].facts["cost.renews"] == "2027-04-05"
    assert drafts(sheet)["Zoom"].doubts == {"cost.renews": "`04/05/2027` read month first"}


def test_a_cross_is_a_yes_beside_empty_cells_and_a_no_beside_ticks() -> None:
    crossed = """
        Tool  | SSO | MFA
        Zoom  | x   | x
        Slack |     | ✓
    """

    assert facts(crossed, "Zoom") == {"security.sso": True, "security.mfa": False}


def test_totals_repeated_headings_and_rows_without_a_name_are_remarks_of_the_file() -> None:
    found = imported("""
        Tool  | Owner | Annual cost
        Zoom  | IT    | 400
        Tool  | Owner | Annual cost
              | IT    | 20
        Total |       | 420
    """)

    assert [draft.key for draft in found.drafts if draft.kind == "system"] == ["Zoom"]
    assert found.rows == 4
    assert found.remarks == (
        Remark("Tool", "Tool; Owner; Annual cost", 3, "the headings again"),
        Remark("Owner", "IT; 20", 4, "names no system"),
        Remark("Tool", "Total; 420", 5, "a total, no system"),
    )


def test_a_row_that_names_a_team_alone_is_a_heading() -> None:
    found = imported("""
        Tool      | Owner | Status
        Zoom      | IT    | Active
        Marketing |       |
        Canva     | Brand | Active
        Loom      |       |
    """)

    assert [draft.key for draft in found.drafts if draft.kind == "system"] == ["Zoom", "Canva", "Loom"]
    assert found.remarks == (Remark("Tool", "Marketing", 3, "a heading above other rows"),)


def test_rows_of_a_name_alone_are_headings_where_the_list_begins_with_one_and_all_have_rows_below() -> None:
    found = imported("""
        Tool        | Owner | Status
        Talking     |       |
        Zoom        | IT    | Active
        Slack       | IT    | Active
        Drawing     |       |
        Canva       | Brand | Active
    """)

    assert [draft.key for draft in found.drafts if draft.kind == "system"] == ["Zoom", "Slack", "Canva"]
    assert [remark.text for remark in found.remarks] == ["Talking", "Drawing"]


def test_a_list_of_mostly_bare_names_has_no_headings() -> None:
    found = drafts("""
        Tool  | Owner
        Zoom  |
        Slack | IT
        Canva |
        Miro  |
    """)

    assert [*found] == ["Zoom", "Slack", "Canva", "Miro"]


def test_two_of_one_name_are_told_apart_by_environment_or_number() -> None:
    found = drafts("""
        Tool    | Environment | Owner
        Zendesk | Prod        | IT
        Zendesk | Test        | IT
        Zendesk | Test        | IT
    """)

    assert [*found] == ["Zendesk", "Zendesk (test)", "Zendesk (2)"]


def test_an_owner_spelled_almost_like_a_team_is_that_team_or_nobody() -> None:
    found = drafts("""
        Tool  | Owner
        Zoom  | Infrastructure
        Slack | Infrastucture
        Canva | Infra Example
        Miro  | Infrastruct
    """)

    assert found["Slack"].facts["owner.business"] == "infrastructure"
    assert found["Slack"].doubts == {"owner.business": "`Infrastucture` read as infrastructure"}
    assert found["Canva"].facts["owner.business"] == "Infra Example"
    assert found["Miro"].remarks == (
        Remark("owner.business", "Infrastruct", 5, "may or may not be the team `infrastructure`"),
    )


def test_columns_that_tell_where_data_goes_are_integrations() -> None:
    sheet = """
        Tool  | Owner | Sends data to      | Receives data from
        Shop  | IT    | CRM, Books         |
        CRM   | Sales |                    | Shop
    """

    assert {key: draft.facts for key, draft in drafts(sheet, "integration").items()} == {
        "Shop -> CRM": {"from": "Shop", "to": "CRM"},
        "Shop -> Books": {"from": "Shop", "to": "Books"},
    }


def test_a_column_that_tells_no_direction_is_a_remark() -> None:
    sheet = """
        Tool  | Owner | Integrates with
        Shop  | IT    | CRM, Books
    """

    assert drafts(sheet, "integration") == {}
    assert drafts(sheet)["Shop"].remarks == (Remark("Integrates with", "CRM, Books", 2),)


def test_a_list_of_integrations() -> None:
    sheet = """
        From | To    | Data           | Method | Frequency | Owner
        Shop | CRM   | contact, order | API    | hourly    | IT
        Shop | CRM   | product        | CSV    | weekly    | IT
        Shop |       | product        | CSV    | weekly    | IT
    """

    assert {key: draft.facts for key, draft in drafts(sheet, "integration").items()} == {
        "Shop -> CRM": {
            "from": "Shop",
            "to": "CRM",
            "data": ["contact", "order"],
            "method": "api",
            "runs": "hourly",
            "owner": "it",
        },
        "Shop -> CRM (2)": {
            "from": "Shop",
            "to": "CRM",
            "data": ["product"],
            "method": "file",
            "runs": "weekly",
            "owner": "it",
        },
    }
    assert [remark.why for remark in imported(sheet).remarks] == ["does not name both ends"]


def test_what_the_user_says_counts_before_what_headings_say() -> None:
    sheet = """
        Tool | Price | Who  | Ticket
        Zoom | 400   | IT   | T-1
    """
    said = {"Price": "cost.monthly", "who": "owner.technical, owner.business", "Ticket": "-"}

    found = imported(sheet, said)

    assert drafts(sheet, said=said)["Zoom"] == Draft(
        "system",
        "Zoom",
        2,
        {"name": "Zoom", "owner.business": "it", "owner.technical": "it", "cost.annual": 4800},
    )
    assert found.columns == {
        "Tool": "name",
        "Who": "owner.business, owner.technical",
        "Price": "cost.monthly",
        "Ticket": "-",
    }
    assert found.left == {}


def test_a_list_that_names_vendors_alone_is_named_by_them() -> None:
    sheet = """
        Vendor | Renewal date | SSO
        Zoom   | 2027-01-01   | yes
    """

    assert drafts(sheet)["Zoom"].facts == {
        "name": "Zoom",
        "vendor": "Zoom",
        "cost.renews": "2027-01-01",
        "security.sso": True,
    }
    assert drafts(sheet)["Zoom"].doubts == {"name": "the list names its vendor only"}


def test_long_and_hostile_texts_are_kept_on_one_line_and_short() -> None:
    found = drafts(f"""
        Tool | Owner | Notes
        Zoom | IT    | \u202eabc\x1b[31m {"x" * 3_000}
    """)["Zoom"]

    notes = str(found.facts["notes"])
    assert notes.startswith("abc [31m xxx")
    assert notes.endswith("x…")
    assert len(notes) == 2_000


_HEADINGS = (
    "Tool|Owner|Department|Annual cost|Cost|Currency|Renewal date|SSO|Status|Data types|PII|Notes|Description|Ticket"
    "|Tier|Sends data to|Password|Region|Vendor|column 5|Approved by IT|Purchased by|Seats|Notice period"
).split("|")
_CELLS = (
    "Zoom|Slack|IT|Marketing|jane@example.com|a, b|yes|no|x|✓|€1.200,50|$5k|01/02/2027|2027-01-01|Okta|email, shoe size"
    "|EU|Tier 2|n/a||?|total|\x1b[0m\u202e|free|Active (old)|60 days|12"
).split("|")
_NO_ENTRY = (
    "a heading above other rows",
    "the headings again",
    "names no system",
    "too long for a name",
    "a total, no system",
)


@given(
    st.lists(st.sampled_from(_HEADINGS), min_size=2, max_size=8, unique=True),
    st.lists(st.lists(st.sampled_from(_CELLS), min_size=8, max_size=8), min_size=1, max_size=6),
)
def test_no_filled_cell_is_dropped_in_silence(headings: list[str], rows: list[list[str]]) -> None:
    entries = [
        Record({heading: Cell(cell, line) for heading, cell in zip(headings, row, strict=False)}, line)
        for line, row in enumerate(rows, start=2)
    ]

    found = drafts_of("table", "stack.csv", entries, {})

    systems = {draft.line: draft for draft in found.drafts if draft.kind == "system"}
    told = {(remark.heading, remark.line) for draft in found.drafts for remark in draft.remarks}
    of_the_file = {remark.line for remark in found.remarks if remark.why in _NO_ENTRY}
    assert found.rows == len(entries) == len(systems) + len(of_the_file)
    for entry in entries:
        for heading, cell in entry.cells.items():
            if says_nothing(cell.value) or heading == "Password" or entry.line in of_the_file:
                continue
            ways = [WAYS[way] for way in found.columns.get(heading, "").split(", ") if way]
            stated = any(way.fact in systems[entry.line].facts or way.fact == "integrations" for way in ways)
            assert (heading, entry.line) in told or stated or any(way.beside for way in ways)


def test_of_two_columns_for_a_fact_a_sure_cell_counts_before_a_likely_one() -> None:
    sheet = """
        Tool  | Life cycle stage | Operational status
        Eloqua | Operational     | Operational
        Siebel | End of life     | Retired
        Notes  | End of life     |
    """

    assert facts(sheet, "Siebel") == {"lifecycle": "retired"}
    assert drafts(sheet)["Siebel"].remarks == (
        Remark("Life cycle stage", "End of life", 3, "`lifecycle` is stated by another column"),
    )
    assert facts(sheet, "Notes") == {"lifecycle": "retiring"}
    assert drafts(sheet)["Notes"].doubts == {"lifecycle": "`end of life` read as retiring"}
