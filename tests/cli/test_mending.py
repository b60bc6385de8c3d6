"""What holds of all repairs together: they end, harm nothing, and leave clean files alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import inventory
from stackaudit.cli.mending import mend, repairable
from stackaudit.model.problems import Problems
from stackaudit.model.repairs import KINDS
from stackaudit.sources.inventory import read_inventory_text
from stackaudit.sources.inventory.finding import find_files
from stacks import TODAY, catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.cli.mending import Mended
    from stackaudit.model.inventory import Inventory

EXAMPLES = Path(__file__).parents[2] / "examples"
SAFE = tuple(kind for kind in KINDS if kind != "order")

MESSY = """\
# Our stack, as of May.
systems:
  # --- sales ---
  crm:
    name: salesforce sales-cloud   # since 2019
    categroy: CRM
    sso: Yes        # asked the vendor

    owner: {busines: Sales, technical: IT}
    cost: {annual: 240.000 €, notice: 60 days, renews: 31.12.2027}   # see contract
    data:
      categories:
        - Contact    # names, too
        - sales
        - sales
    hosting: SaaS
teams:
  sales: {side: Sales}
  it: {side: it}
integrations:
  - {from: CRM, to: crm, direction: One Way, last_run: 21 Nov 2026}   # odd
"""

MENDED = """\
# Our stack, as of May.
systems:
  # --- sales ---
  crm:
    name: Salesforce Sales Cloud   # since 2019
    category: crm

    owner: {business: sales, technical: it}
    cost: {annual: {amount: 240_000, currency: EUR}, notice: 60d, renews: 2027-12-31}   # see contract
    data:
      categories:
        - contact    # names, too
        - sales
    security: {sso: true}  # asked the vendor
    hosting: saas
teams:
  sales: {side: sales}
  it: {side: it}
integrations:
  - {from: crm, to: crm, direction: one-way, last_ran: 2026-11-21}   # odd
"""


def mended(text: str, *kinds: str, unsafe: bool = False) -> Mended:
    return mend({"stack.yaml": text}, catalogue(), kinds or SAFE, TODAY, unsafe=unsafe)


def read(text: str) -> Inventory | None:
    """The inventory in a text, or None where it cannot be read."""
    try:
        return read_inventory_text("stack.yaml", text, catalogue().categories)
    except Problems:
        return None


def facts_of(stack: Inventory) -> Mapping[str, Mapping[str, object]]:
    return {system.id: system.facts for system in stack.systems.values()}


def test_a_messy_inventory_is_mended_and_its_comments_stay() -> None:
    result = mended(MESSY)

    assert result.texts == {"stack.yaml": MENDED}
    assert read(MESSY) is None
    assert read(MENDED) is not None


def test_repairs_are_in_the_order_of_the_file_with_their_places() -> None:
    text = (
        "systems:\n  a:\n    sso: no\n    name: A\n    en: {anual: 5 €}\n    costs: {anual: 5 €}\n    end: 1.5.2026\n"
    )

    told = [(str(repair.place), repair.kind, repair.after) for repair in mended(text).repairs]

    assert told == [
        ("stack.yaml:3:5", "keys", "security: {sso: …}"),
        ("stack.yaml:6:5", "keys", "cost:"),
        ("stack.yaml:6:12", "keys", "annual:"),
        ("stack.yaml:6:19", "money", "{amount: 5, currency: EUR}"),
        ("stack.yaml:7:5", "keys", "ends:"),
        ("stack.yaml:7:10", "dates", "2026-05-01"),
    ]


def test_only_the_kinds_that_are_asked_for_are_repaired() -> None:
    result = mended(MESSY, "dates", "words")

    assert {repair.kind for repair in result.repairs} == {"dates", "words"}
    assert "salesforce sales-cloud" in result.texts["stack.yaml"]
    assert "renews: 2027-12-31" in result.texts["stack.yaml"]


def test_keys_are_sorted_only_where_that_is_asked_for_and_after_all_else() -> None:
    text = "systems:\n  b:   # kept\n    cost: {seats: 1, annual: 2}\n    categroy: crm\n    name: B\n  a: {name: A}\n"

    assert mended(text).texts["stack.yaml"] == text.replace("categroy", "category")
    assert mended(text, *KINDS).texts["stack.yaml"] == (
        "systems:\n  b:   # kept\n    name: B\n    category: crm\n    cost: {annual: 2, seats: 1}\n  a: {name: A}\n"
    )


def test_what_is_not_safe_is_held_back_and_stands_in_the_way_of_nothing() -> None:
    text = "systems:\n  lab: {lifecycle: sandbox, ends: 2026-01-01, name: Lab}\n"

    held = mended(text)
    done = mended(text, *KINDS, unsafe=True)

    assert (held.texts["stack.yaml"], held.repairs) == (text, ())
    assert [(repair.kind, repair.after) for repair in held.held_back] == [("sandboxes", "retiring")]
    assert mended(text, *KINDS).texts["stack.yaml"].index("name") < text.index("name")
    assert done.texts["stack.yaml"] == "systems:\n  lab: {name: Lab, lifecycle: retiring, ends: 2026-01-01}\n"


def test_a_reference_is_mended_by_what_another_file_declares() -> None:
    texts = {"a.yaml": "systems:\n  crm: {name: Our CRM}\n", "b.yaml": "integrations:\n- {from: CRM, to: Our CRM}\n"}

    result = mend(texts, catalogue(), SAFE, TODAY)

    assert result.texts == {**texts, "b.yaml": "integrations:\n- {from: crm, to: crm}\n"}


@pytest.mark.parametrize(
    "text",
    [
        "systems: {a: {name: A, since: 1.5.2026}\n",
        "systems:\n  a: {name: A, name: B, since: 1.5.2026}\n",
        "systems:\n  a: {name: !!str A, since: 1.5.2026}\n",
        "",
    ],
)
def test_what_is_broken_as_yaml_is_left(text: str) -> None:
    assert mended(text).texts == {"stack.yaml": text}


def test_a_list_of_names_stays_a_list() -> None:
    assert (
        mended("systems:\n- MAILCHIMP   # news\n- Slack\n").texts["stack.yaml"]
        == "systems:\n- Mailchimp   # news\n- Slack\n"
    )


def test_line_breaks_of_other_systems_stay() -> None:
    text = "systems:\r\n  a: {name: A, since: 1.5.2026}\r\n  b: {name: B}\r\n"

    assert mended(text).texts["stack.yaml"] == text.replace("1.5.2026", "2026-05-01")


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_examples_have_nothing_to_repair(example: str) -> None:
    files, _ = find_files([EXAMPLES / example])
    texts = {name: path.read_text(encoding="utf-8") for name, path in files}

    assert mend(texts, catalogue(), SAFE, TODAY).texts == texts


def test_problems_that_can_be_repaired_are_counted() -> None:
    with pytest.raises(Problems) as raised:
        inventory(
            "systems:\n  a: {name: A, since: 1.5.2026}\n  b:\n    name: B\n    since: soon\n    ownr: {busines: it}\n"
        )

    assert len(raised.value.problems) == 3
    assert repairable(raised.value) == 2


VALUES = {
    "since": ("2026-05-01", "1.5.2026", "03/04/2026", "21/11/2026", "soon", "TBD", "2026-05-01T10:00"),
    "lifecycle": ("live", "Live", "in use", "sandbox", "retirring", "legacy"),
    "lifecyle": ("live", "?"),
    "category": ("crm", "CRM", "crmm", "email marketing", "nothing"),
    "regions": ("[eu, eu]", "eu, us", "eu", "'Frankfurt, Germany'"),
    "vendor": ("SALESFORCE", "Acme"),
    "cost": ("{annual: 1.200 €, notice: 60 days}", "{annual: '1,200', seats: many}", "{annual: 5}", "12"),
    "costs": ("{annual: 5}", "{anual: 5}"),
    "annual": ("12", "€12k", "[1]"),
    "sso": ("yes", "no", "maybe"),
    "security": ("{sso: yes}", "{mfa: On, certifications: [SOC 2, soc2]}", "none", "unknown"),
    "data": ("{categories: 'contact, sales'}", "{categories: [Contact, contact]}", "{retention: 3 years}"),
    "owner": ("{business: IT}", "{busines: it}", "{business: nobody}"),
    "ends": ("2026-01-01", "1.1.2026"),
    "x-own": ("yes", "1.5.2026"),
}


@st.composite
def systems(draw: st.DrawFn) -> str:
    """A system whose facts stand in some order, in brackets or on lines with comments."""
    chosen = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=6))
    facts = [f"{key}: {draw(st.sampled_from(VALUES[key]))}" for key in ("name", *chosen) if key != "name"]
    name = draw(st.sampled_from(("mail chimp", "Mailchimp", "Our own", "SALESFORCE SALES CLOUD")))
    if draw(st.booleans()) and not any("," in fact and "[" not in fact and "{" not in fact for fact in facts):
        return f"{{{', '.join((f'name: {name}', *facts))}}}"
    lines = (f"name: {name}", *(fact + draw(st.sampled_from(("", "   # as they say"))) for fact in facts))
    return "".join(f"\n    {line}" for line in lines)


@st.composite
def stacks(draw: st.DrawFn) -> str:
    """An inventory of systems, teams and flows, well written or not."""
    named = draw(st.lists(st.sampled_from(("crm", "mail", "IT-tool", "shop_1")), unique=True, min_size=1))
    body = "".join(f"  {name}: {draw(systems())}\n" for name in named)
    ends = st.sampled_from((*named, "CRM", "mailchimp", "nobody"))
    flows = draw(st.lists(st.tuples(ends, ends, st.sampled_from(("One Way", "two-way", "both"))), max_size=2))
    listed = "".join(f"- {{from: {a}, to: {b}, direction: {way}}}\n" for a, b, way in flows)
    teams = draw(st.sampled_from(("", "teams: {it: {side: IT}}\n", "teams:\n  it: # we\n    side: it\n")))
    return f"# ours\n{teams}systems:\n{body}" + (f"integrations:\n{listed}" if listed else "")


@settings(max_examples=150, deadline=None)
@given(text=stacks(), kinds=st.sampled_from((SAFE, tuple(KINDS), ("keys",), ("words", "lists"))), unsafe=st.booleans())
def test_repairing_again_changes_nothing_and_comments_stay(text: str, kinds: tuple[str, ...], unsafe: bool) -> None:
    once = mended(text, *kinds, unsafe=unsafe)

    again = mended(once.texts["stack.yaml"], *kinds, unsafe=unsafe)

    assert (again.repairs, again.texts) == ((), once.texts)
    assert once.texts["stack.yaml"].count("# as they say") <= text.count("# as they say")
    assert ("# as they say" in text) == ("# as they say" in once.texts["stack.yaml"])
    assert bool(once.repairs) == (once.texts["stack.yaml"] != text)


@settings(max_examples=150, deadline=None)
@given(text=stacks())
def test_a_readable_inventory_stays_readable_and_says_the_same_where_no_repair_says_otherwise(text: str) -> None:
    before = read(text)

    result = mended(text, "keys", "dates", "durations", "money", "numbers", "categories", "references", "order")

    after = read(result.texts["stack.yaml"])
    assert before is None or after is not None
    if before is not None and after is not None:
        assert facts_of(after) == facts_of(before)
