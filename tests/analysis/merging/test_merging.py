from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.merging.drafts import SECOND, flow, imported, merged, system, team, told
from stackaudit.model.edits import Add, Drop, Note, Put
from stackaudit.model.imports import Draft, Remark
from stackaudit.model.merging import Stated

if TYPE_CHECKING:
    from stackaudit.model.edits import Edit
    from stackaudit.model.merging import Merge


def _edits(merge: Merge) -> tuple[Edit, ...]:
    return merge.edits.get("inventory.yaml", ())


def test_systems_that_nobody_declared_are_added_under_ids_made_from_their_names() -> None:
    merge = merged("", imported(system("Ordrebok Über"), system("HubSpot", cost__annual=1200, owner__business="web")))

    assert _edits(merge) == (
        Add(("systems",), "ordrebok-uber", {"name": "Ordrebok Über"}),
        Add(("systems",), "hubspot", {"name": "HubSpot", "owner": {"business": "web"}, "cost": {"annual": 1200}}),
    )
    assert told(merge) == ["added ordrebok-uber", "added hubspot"]


def test_two_systems_of_one_name_get_two_ids() -> None:
    merge = merged(
        "systems: {zendesk: Ordrebok}",
        imported(system("Zendesk"), Draft("system", "Zendesk (2)", 2, {"name": "Zendesk"})),
    )

    assert [edit.key for edit in _edits(merge)] == ["zendesk-2", "zendesk-3"]


def test_a_system_keeps_the_id_that_the_file_knows_it_by() -> None:
    shop = Draft("system", "shop-de", 1, {"name": "Shopify"}, id="shop-de")
    inventory = "systems: {shop-no: {name: Shopify}, shop-de: {name: Shopify}, other: {name: Other}}"
    other = shop._replace(key="other", id="other")

    assert _edits(merged("", imported(shop))) == (Add(("systems",), "shop-de", {"name": "Shopify"}),)
    assert told(merged(inventory, imported(shop))) == ["met shop-de"]
    assert told(merged("systems: {other: {name: Other}}", imported(other))) == ["added other-2"]


def test_a_system_of_the_same_name_is_met_and_its_unstated_facts_are_filled() -> None:
    merge = merged(
        "systems: {crm: {name: salesforce sales cloud, cost: {seats: unknown}}}",
        imported(system("Salesforce Sales Cloud", cost__seats=5, security__sso=True)),
    )

    assert _edits(merge) == (
        Put(("systems", "crm", "cost", "seats"), 5),
        Put(("systems", "crm", "security", "sso"), value=True),
    )
    assert told(merge) == ["met crm", "filled crm cost.seats", "filled crm security.sso"]


def test_a_system_of_the_same_product_is_met_where_there_is_one_of_it_on_both_sides() -> None:
    inventory = "systems: {crm: {name: Salesforce Sales Cloud}}"

    alone = merged(inventory, imported(system("Sales Cloud")))
    two = merged(inventory, imported(system("Sales Cloud"), system("Salesforce CRM")))

    assert told(alone) == ["met crm"]
    assert told(two) == ["added sales-cloud", "added salesforce-crm"]


def test_what_somebody_wrote_by_hand_is_kept_and_told() -> None:
    merge = merged("systems: {crm: {name: CRM, cost: {annual: 90}}}", imported(system("CRM", cost__annual=100)))

    assert _edits(merge) == ()
    assert [(change.here, change.now) for change in merge.changes if change.fact] == [(90, 100)]
    assert told(merge) == ["met crm", "kept crm cost.annual"]


def test_a_fact_that_stands_as_the_source_wrote_it_follows_the_source() -> None:
    first = merged("", imported(system("CRM", cost__annual=100, data__categories=["contact"])))
    now = "systems: {crm: {name: CRM, cost: {annual: 100}, data: {categories: contact}}}"

    second = merged(
        now, imported(system("CRM", cost__annual=120, data__categories=["contact", "order"])), first.provenance, SECOND
    )

    assert _edits(second) == (
        Put(("systems", "crm", "cost", "annual"), 120),
        Put(("systems", "crm", "data", "categories"), ["contact", "order"]),
    )


def test_an_edited_fact_stays_whatever_the_source_says_later() -> None:
    first = merged("", imported(system("CRM", cost__annual=100)))
    edited = "systems: {crm: {name: CRM, cost: {annual: 90}}}"

    same = merged(edited, imported(system("CRM", cost__annual=100)), first.provenance, SECOND)
    other = merged(edited, imported(system("CRM", cost__annual=120)), same.provenance, SECOND)
    again = merged(edited, imported(system("CRM", cost__annual=120)), other.provenance, SECOND)

    assert (_edits(same), told(same)) == ((), [])
    assert (_edits(other), told(other)) == ((), ["kept crm cost.annual"])
    assert (_edits(again), told(again)) == ((), [])


def test_a_fact_that_somebody_took_out_is_not_written_again() -> None:
    first = merged("", imported(system("CRM", cost__annual=100)))

    second = merged("systems: {crm: {name: CRM}}", imported(system("CRM", cost__annual=100)), first.provenance)

    assert _edits(second) == ()


def test_a_fact_that_the_source_no_longer_states_is_dropped_unless_it_was_edited() -> None:
    first = merged(
        "", imported(system("CRM", cost__annual=100), system("Shop", cost__annual=7), system("Mail", cost__annual=5))
    )
    edited = """
        systems:
          crm: {name: CRM, cost: {annual: 100}}
          shop: {name: Shop, cost: {annual: 8}}
          mail: {name: Mail, cost: {annual: 5}}
    """

    second = merged(edited, imported(system("CRM"), system("Shop"), system("Mail", cost__annual=5)), first.provenance)

    assert _edits(second) == (Drop(("systems", "crm", "cost", "annual")),)
    assert told(second) == ["dropped crm cost.annual", "kept shop cost.annual"]


def test_nothing_is_dropped_where_the_source_gave_up_a_column() -> None:
    first = merged("", imported(system("CRM", cost__annual=100)))

    second = merged("systems: {crm: {name: CRM, cost: {annual: 100}}}", imported(system("CRM")), first.provenance)

    assert _edits(second) == ()


def test_what_the_source_no_longer_has_is_marked_once_and_unmarked_when_it_is_back() -> None:
    inventory = "systems: {crm: {name: CRM}, mail: {name: Mail}}"
    both = imported(system("CRM"), system("Mail"))
    first = merged(inventory, both)

    gone = merged(inventory, imported(system("CRM")), first.provenance, SECOND)
    still_gone = merged(inventory, imported(system("CRM")), gone.provenance, SECOND)
    back = merged(inventory, both, still_gone.provenance, SECOND)

    mark = "not in tools"
    assert _edits(gone) == (Note(("systems", "mail"), mark, f"{mark} since 2026-12-01"),)
    assert (told(gone), told(still_gone), told(back)) == (["gone mail"], [], ["back mail"])
    assert _edits(still_gone) == ()
    assert _edits(back) == (Note(("systems", "mail"), mark),)


def test_a_system_that_somebody_took_out_is_not_added_again() -> None:
    first = merged("", imported(system("CRM"), system("Mail")))

    second = merged("systems: {crm: {name: CRM}}", imported(system("CRM"), system("Mail")), first.provenance)

    assert _edits(second) == ()
    assert told(second) == ["taken out mail"]


def test_a_system_that_got_another_id_by_hand_is_found_by_its_name() -> None:
    first = merged("", imported(system("CRM", cost__annual=100)))

    second = merged(
        "systems: {customers: {name: CRM, cost: {annual: 100}}}",
        imported(system("CRM", cost__annual=1)),
        first.provenance,
    )

    assert _edits(second) == (Put(("systems", "customers", "cost", "annual"), 1),)
    assert second.provenance.entries["system:CRM"] == Stated("customers", {"name": "CRM", "cost.annual": 1})


def test_a_system_that_is_its_name_alone_becomes_a_mapping() -> None:
    merge = merged("systems: [CRM]", imported(system("CRM", cost__annual=100)))

    assert _edits(merge) == (Put(("systems", 0), {"name": "CRM", "cost": {"annual": 100}}),)


def test_teams_are_met_by_name_and_systems_refer_to_them_by_their_ids() -> None:
    merge = merged(
        "teams: {mops: {name: Marketing Operations}}",
        imported(
            team("Marketing operations", "marketing-operations"),
            team("Web", "web", side="marketing"),
            system(
                "Ordrebok", owner__business="marketing-operations", bought__approved_by=["web", "marketing-operations"]
            ),
        ),
    )

    assert _edits(merge) == (
        Add(("teams",), "web", {"name": "Web", "side": "marketing"}),
        Add(
            ("systems",),
            "ordrebok",
            {"name": "Ordrebok", "owner": {"business": "mops"}, "bought": {"approved_by": ["web", "mops"]}},
        ),
    )


def test_flows_are_added_between_the_ids_of_their_ends() -> None:
    merge = merged(
        "systems: {crm: {name: Ordrebok}}",
        imported(system("Ordrebok"), system("Mail"), flow("Mail", "Ordrebok", data=["contact"])),
    )

    assert _edits(merge)[-1] == Add(("integrations",), None, {"from": "mail", "to": "crm", "data": ["contact"]})


def test_a_flow_that_is_there_is_merged_and_one_without_an_end_is_told() -> None:
    inventory = """
        systems: {crm: {name: CRM}, mail: {name: Mail}}
        integrations:
          - {from: mail, to: crm}
    """

    merge = merged(
        inventory, imported(system("CRM"), system("Mail"), flow("Mail", "CRM", method="api"), flow("Mail", "Nowhere"))
    )

    assert _edits(merge) == (Put(("integrations", 0, "method"), "api"),)
    assert told(merge)[-1] == "unknown Mail -> Nowhere"


def test_a_product_that_only_a_likely_match_knows_is_written_to_be_checked() -> None:
    merge = merged("", imported(system("SSO - HubSpot Marketing Hub (EU Production)")))

    (edit,) = _edits(merge)
    assert edit.entry["product"] == "HubSpot Marketing Hub"
    assert list(edit.remarks) == [("product",)]
    assert edit.remarks["product",].startswith("check: ")
    assert merge.doubts == 1


def test_words_of_categories_become_ids_or_comments() -> None:
    merge = merged("", imported(system("Ordrebok", category="CRM"), system("Fnugg", line=9, category="Wondrous")))

    known, unknown = _edits(merge)
    assert known.entry == {"name": "Ordrebok", "category": "crm"}
    assert unknown.entry == {"name": "Fnugg"}
    assert unknown.within == ("line 9, category: Wondrous (no category of the catalogue is called so)",)


def test_answers_say_nothing_of_the_rest_and_know_ids() -> None:
    inventory = "systems: {crm: {name: CRM}, mail: {name: Mail}}"
    first = merged(inventory, imported(Draft("system", "mail", 1, {"security.sso": True}, id="mail"), is_whole=False))

    second = merged(
        inventory,
        imported(
            Draft("system", "crm", 2, {"security.sso": False}, id="crm"),
            Draft("system", "gone", 3, {"security.sso": False}, id="gone"),
            is_whole=False,
        ),
        first.provenance,
        SECOND,
    )

    assert _edits(second) == (Put(("systems", "crm", "security", "sso"), value=False),)
    assert told(second) == ["met crm", "filled crm security.sso", "unknown gone"]
    assert set(second.provenance.entries) == {"system:mail", "system:crm"}


def test_facts_of_the_organisation_are_filled_and_never_overwritten() -> None:
    given = imported(Draft("organization", "", 1, {"name": "Ours", "currency": "EUR"}))

    merge = merged("organization: {name: Kettle Row}", given)

    assert _edits(merge) == (Put(("organization", "currency"), "EUR"),)


def test_importing_the_same_again_does_nothing() -> None:
    drafts = imported(system("CRM", cost__annual=100), system("Mail"), team("Web", "web"), flow("Mail", "CRM"))
    first = merged("", drafts)
    inventory = """
        teams: {web: {name: Web}}
        systems: {crm: {name: CRM, cost: {annual: 100}}, mail: {name: Mail}}
        integrations: [{from: mail, to: crm}]
    """

    second = merged(inventory, drafts, first.provenance, SECOND)

    assert (second.edits, second.changes, second.provenance) == ({}, (), first.provenance)


def test_amounts_in_the_only_currency_are_plain_and_name_the_organisations_to_be_checked() -> None:
    amount = {"amount": 120, "currency": "NOK"}

    alone = merged("", imported(system("Ordrebok", cost__annual=amount)))
    known = merged("organization: {currency: EUR}", imported(system("Ordrebok", cost__annual=amount)))
    mixed = merged("", imported(system("Ordrebok", cost__annual=amount), system("Fnugg", cost__annual=5)))

    assert _edits(alone) == (
        Put(("organization", "currency"), "NOK", "check: all amounts of the source are in it"),
        Add(("systems",), "ordrebok", {"name": "Ordrebok", "cost": {"annual": 120}}),
    )
    assert alone.doubts == 1
    assert _edits(known) == (Add(("systems",), "ordrebok", {"name": "Ordrebok", "cost": {"annual": amount}}),)
    assert _edits(mixed)[0] == Add(("systems",), "ordrebok", {"name": "Ordrebok", "cost": {"annual": amount}})


def test_cells_without_a_place_stand_together_and_those_not_understood_alone() -> None:
    remarks = (Remark("Login", "via VPN", 4), Remark("Renewal", "Q3", 4, "names no day"), Remark("Comment", "ask", 4))

    (edit,) = _edits(merged("", imported(system("Fnugg", line=4)._replace(remarks=remarks))))

    assert edit.within == ("line 4, Renewal: Q3 (names no day)", "line 4 also: Login: via VPN; Comment: ask")


def test_a_flow_may_name_systems_that_only_the_inventory_has() -> None:
    inventory = "systems: {crm: {name: Salesforce Sales Cloud}, shop: {name: Our shop}}"

    merge = merged(inventory, imported(flow("OUR SHOP", "Sales Cloud")))

    assert _edits(merge) == (Add(("integrations",), None, {"from": "shop", "to": "crm"}),)


def test_of_a_flow_both_ways_either_end_may_come_first() -> None:
    inventory = """
        systems: {crm: {name: CRM}, shop: {name: Shop}}
        integrations: [{from: crm, to: shop, direction: two-way}]
    """

    merge = merged(inventory, imported(flow("Shop", "CRM", direction="two-way"), flow("CRM", "Shop")))

    assert told(merge) == ["met crm -> shop", "added crm -> shop"]


def test_two_flows_between_the_same_systems_are_told_apart_by_what_is_said_of_them() -> None:
    orders = flow("Shop", "CRM", data=["order"])._replace(key="Shop -> CRM (2)")
    contacts = flow("Shop", "CRM", data=["contact"])
    first = merged("", imported(system("Shop"), system("CRM"), contacts, orders))
    inventory = """
        systems: {crm: {name: CRM}, shop: {name: Shop}}
        integrations:
          - {from: shop, to: crm, data: [order]}
          - {from: shop, to: crm, data: [contact], owner: it}
    """

    second = merged(
        inventory,
        imported(system("Shop"), system("CRM"), contacts, orders._replace(facts={**orders.facts, "method": "api"})),
        first.provenance,
        SECOND,
    )

    assert _edits(second) == (Put(("integrations", 0, "method"), "api"),)


def test_answers_on_governance_go_to_their_own_section() -> None:
    given = imported(Draft("organization", "", 1, {"governance.customer.master": "crm", "regions": ["eu"]}))

    merge = merged("governance: {customer: {definition: One who buys}}\nsystems: {crm: CRM}", given)

    assert _edits(merge) == (
        Put(("governance", "customer", "master"), "crm"),
        Put(("organization", "regions"), ["eu"]),
    )
