"""What each kind of value may look like, and the fact that it becomes."""

from __future__ import annotations

from datetime import date

import pytest

from builders import inventory, problems_of
from stackaudit.model.money import Money

SYSTEM = "systems:\n  crm: {name: Salesforce, %s}\n"
LINK = "systems: {crm: Salesforce, mail: Mailchimp}\nintegrations:\n- {from: crm, to: mail, %s}\n"


def fact_of_system(text: str, fact: str) -> object:
    """A fact of the one system that a text declares; `unstated` where it has none."""
    return inventory(SYSTEM % text).systems["crm"].facts.get(fact, "unstated")


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("description: Keeps contacts", "description", "Keeps contacts"),
        ("description: 365", "description", "365"),
        ("description: true", "description", "true"),
        ("description: 1.5", "description", "1.5"),
        ("description: NO", "description", "NO"),
        ("description: 12:30", "description", "12:30"),
        ("notes: 'nobody'", "notes", "nobody"),
        ("public: true", "public", True),
        ("public: FALSE", "public", False),
        ("cost: {seats: 120}", "cost.seats", 120),
        ("cost: {seats: 0}", "cost.seats", 0),
        ("cost: {seats: 1_200}", "cost.seats", 1200),
        ("cost: {seats: 120.0}", "cost.seats", 120),
        ("cost: {seats: 1e3}", "cost.seats", 1000),
        ("data: {records: 0x10}", "data.records", 16),
        ("data: {records: 012}", "data.records", 12),
        ("data: {records: 1e15}", "data.records", 10**15),
        ("service: {uptime: 99.95}", "service.uptime", 99.95),
        ("service: {uptime: 100}", "service.uptime", 100),
        ("service: {uptime: 0}", "service.uptime", 0),
        ("fit: {business: 1, technical: 4}", "fit.business", 1),
        ("fit: {business: 1, technical: 4}", "fit.technical", 4),
        ("since: 2026-11-21", "since", date(2026, 11, 21)),
        ("since: '2026-11-21'", "since", date(2026, 11, 21)),
        ("since: ' 2026-11-21 '", "since", date(2026, 11, 21)),
        ("since: 2024-02-29", "since", date(2024, 2, 29)),
        ("since: 2000-02-29", "since", date(2000, 2, 29)),
        ("since: 9999-12-31", "since", date(9999, 12, 31)),
        ("privacy: {agreement: 2024-05-02}", "privacy.agreement", date(2024, 5, 2)),
        ("privacy: {agreement: false}", "privacy.agreement", False),
        ("cost: {notice: 90d}", "cost.notice", 90),
        ("cost: {notice: 8w}", "cost.notice", 56),
        ("cost: {notice: 1mo}", "cost.notice", 30),
        ("cost: {notice: 36mo}", "cost.notice", 1096),
        ("cost: {notice: 3y}", "cost.notice", 1096),
        ("cost: {notice: 0d}", "cost.notice", 0),
        ("cost: {annual: 240_000}", "cost.annual", 240_000),
        ("cost: {annual: 0}", "cost.annual", 0),
        ("cost: {annual: 19.99}", "cost.annual", 19.99),
        ("lifecycle: retiring", "lifecycle", "retiring"),
        ("lifecycle: unknown", "lifecycle", "live"),
        ("environment: staging", "environment", "staging"),
        ("hosting: on-premises", "hosting", "on-premises"),
        ("category: email-marketing", "category", "email-marketing"),
        ("owner: {business: sales}", "owner.business", "sales"),
        ("owner: {business: nobody}", "owner.business", False),
        ("owner: {business: none}", "owner.business", False),
        ("owner: {business: false}", "owner.business", False),
        ("bought: {approved_by: [it, legal]}", "bought.approved_by", ("it", "legal")),
        ("bought: {approved_by: it}", "bought.approved_by", ("it",)),
        ("bought: {approved_by: []}", "bought.approved_by", ()),
        ("regions: eu", "regions", ("eu",)),
        ("regions: [eu, NO]", "regions", ("eu", "NO")),
        ("regions: [eu, unknown, us]", "regions", ("eu", None, "us")),
        ("regions: [null]", "regions", (None,)),
        ("capabilities: [crm]", "capabilities", ("crm",)),
        ("data: {categories: contact}", "data.categories", ("contact",)),
        ("data: {categories: [user.contact, shoe-size]}", "data.categories", ("user.contact", "shoe-size")),
        ("data: {subjects: [customer, gymnast]}", "data.subjects", ("customer", "gymnast")),
        ("security: {certifications: [soc2, iso27001]}", "security.certifications", ("soc2", "iso27001")),
    ],
)
def test_a_spelling_that_is_accepted_becomes_its_fact(text: str, fact: str, value: object) -> None:
    found = fact_of_system(text, fact)

    assert found == value
    assert type(found) is type(value)


UNSTATED = [
    "null",
    "~",
    "",
    "''",
    "'  '",
    "unknown",
    "Unknown",
    "UNKNOWN",
    "TBD",
    "tba",
    "tbc",
    "TODO",
    "'?'",
    "'??'",
    "'???'",
    "n/k",
    "not known",
    "<Annual Cost>",
    "<owner>",
    "<Say what happens if this is switched off tomorrow morning>",
]


@pytest.mark.parametrize("word", UNSTATED)
@pytest.mark.parametrize(
    ("key", "fact"),
    [
        ("description: %s", "description"),
        ("public: %s", "public"),
        ("cost: {seats: %s}", "cost.seats"),
        ("service: {uptime: %s}", "service.uptime"),
        ("since: %s", "since"),
        ("privacy: {agreement: %s}", "privacy.agreement"),
        ("cost: {notice: %s}", "cost.notice"),
        ("cost: {annual: %s}", "cost.annual"),
        ("cost: {annual: {amount: %s, currency: USD}}", "cost.annual"),
        ("hosting: %s", "hosting"),
        ("category: %s", "category"),
        ("owner: {business: %s}", "owner.business"),
        ("regions: %s", "regions"),
        ("data: {categories: %s}", "data.categories"),
    ],
)
def test_a_word_for_unstated_states_nothing_and_is_counted(key: str, fact: str, word: str) -> None:
    stated = inventory(SYSTEM % (key % word))

    assert fact not in stated.systems["crm"].facts
    assert stated.unstated == 1


def test_question_marks_without_quotes_are_unstated_on_a_line_of_their_own() -> None:
    stated = inventory("systems:\n  crm:\n    name: Salesforce\n    notes: ??\n    since: ???\n")

    assert stated.unstated == 2


@pytest.mark.parametrize(
    "text",
    [
        "systems:\n  crm:\n    name: Salesforce\n    notes: ?\n",
        "systems:\r\n  crm:\r\n    name: Salesforce\r\n    notes: ?  # who knows\r\n",
        "systems: {crm: {name: Salesforce, notes: ?}}\n",
        "systems: {crm: {name: Salesforce, notes: ?, public: true}}\n",
    ],
)
def test_a_lone_question_mark_without_quotes_is_unstated_though_yaml_takes_it_for_a_key(text: str) -> None:
    stated = inventory(text)

    assert "notes" not in stated.systems["crm"].facts
    assert stated.unstated == 1


def test_a_fault_beside_a_lone_question_mark_is_told_at_its_place() -> None:
    [problem] = problems_of("systems: {crm: {name: Salesforce, notes: ?, public: yes}}\n")

    assert str(problem.place) == "inventory.yaml:1:53"


@pytest.mark.parametrize("text", ["owner: %s", "cost: %s", "security: %s"])
@pytest.mark.parametrize("word", ["null", "unknown", "<Owner>"])
def test_a_mapping_may_be_unstated_as_a_whole(text: str, word: str) -> None:
    facts = inventory(SYSTEM % (text % word)).systems["crm"].facts

    assert facts == {"name": "Salesforce", "environment": "production", "lifecycle": "live"}


@pytest.mark.parametrize("word", ["na", "unknown to me", "<b>Bold</b> and <i>more</i>", "<", "< >x", "-", "0"])
def test_other_words_are_stated(word: str) -> None:
    assert fact_of_system(f"notes: '{word}'", "notes") == word


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("real-time", 0),
        ("minutes", 1 / 96),
        ("hourly", 1 / 24),
        ("daily", 1),
        ("weekly", 7),
        ("monthly", 31),
        ("yearly", 366),
        ("2d", 2),
    ],
)
def test_a_rhythm_is_the_days_between_two_runs(text: str, days: float) -> None:
    [link] = inventory(LINK % f"runs: {text}").integrations

    assert link.facts["runs"] == days


@pytest.mark.parametrize("word", ["unknown", "~"])
def test_a_rhythm_may_be_unstated(word: str) -> None:
    [link] = inventory(LINK % f"runs: {word}").integrations

    assert "runs" not in link.facts


@pytest.mark.parametrize(
    ("organization", "cost", "fact"),
    [
        ("currency: EUR, exchange_rates: {USD: 0.5}", "{amount: 1200, currency: USD}", 600.0),
        ("currency: EUR, exchange_rates: {USD: 0.5}", "{amount: 1200, currency: EUR}", 1200.0),
        ("currency: EUR, exchange_rates: {USD: 0.5}", "{amount: 1200, currency: GBP}", Money(1200.0, "GBP")),
        ("currency: EUR", "{amount: 1200, currency: USD}", Money(1200.0, "USD")),
        ("name: Fjordline", "{amount: 1200, currency: EUR}", Money(1200.0, "EUR")),
        ("currency: EUR, exchange_rates: {USD: 2}", "1200", 1200),
    ],
)
def test_foreign_money_is_converted_where_a_rate_is_stated(organization: str, cost: str, fact: object) -> None:
    text = SYSTEM % f"cost: {{annual: {cost}}}" + f"organization: {{{organization}}}\n"

    facts = inventory(text).systems["crm"].facts

    assert facts["cost.annual"] == fact


def test_foreign_money_is_converted_wherever_money_can_stand() -> None:
    dollars = "{amount: 10, currency: USD}"

    stated = inventory(
        f"governance: {{roadmap: {{items: [{{name: A, cost: {dollars}}}]}}, sandbox: {{most_cost: {dollars}}}}}\n"
        f"organization: {{currency: EUR, revenue: {dollars}, spend: {{it: {dollars}}}, exchange_rates: {{USD: 0.5}}}}\n"
    )

    assert stated.roadmap_items[0].facts["cost"] == 5
    assert stated.organization.facts["governance.sandbox.most_cost"] == 5
    assert stated.organization.facts["organization.revenue"] == 5
    assert stated.organization.facts["organization.spend.it"] == 5


def test_defaults_mean_something_only_where_the_language_says_so() -> None:
    [link] = inventory(LINK % "method: api").integrations

    assert link.facts == {"from": "crm", "to": "mail", "method": "api", "direction": "one-way"}


@pytest.mark.parametrize("word", ["none", "nobody", "false"])
def test_what_does_not_exist_is_a_stated_no(word: str) -> None:
    stated = inventory(f"governance: {{joint_group: {word}}}\n").organization.facts

    assert stated == {"governance.joint_group": False}


def test_what_may_exist_is_not_stated() -> None:
    assert inventory("governance: {joint_group: unknown}\n").organization.facts == {}
