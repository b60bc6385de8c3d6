"""Ways to break an inventory in the words of its language, each with the place and the message that must come of it.

The sign ▶ in a text stands where the problem must point; it is taken out before the text is read.
"""

from __future__ import annotations

import pytest

from builders import problems_of

MARK = "▶"

SYSTEM = "systems:\n  crm: {name: Salesforce, %s}\n"
ORGANIZATION = "organization: {name: Fjordline, %s}\n"
GOVERNANCE = "systems: [Jira]\ngovernance:\n  %s\n"
LINK = "systems: {crm: Salesforce, mail: Mailchimp}\nintegrations:\n- {from: crm, to: mail, %s}\n"
TEAMS = "teams: {sales: {side: sales}, it: {side: it}}\n"

VALUES_OF_SYSTEMS = [
    ("text that is a list", "description: ▶[a, b]", "`description`: expected text, found a list"),
    ("text that is a mapping", "notes: ▶{a: b}", "`notes`: expected text, found a mapping"),
    ("flag that is a 1.1 word", "public: ▶yes", "`public`: expected true or false, found `yes`"),
    ("flag that is off", "public: ▶off", "`public`: expected true or false, found `off`"),
    ("flag that is a number", "public: ▶1", "`public`: expected true or false, found `1`"),
    ("flag that is a list", "security: {sso: ▶[true]}", "`sso`: expected true or false, found a list"),
    ("flag that is quoted", "security: {mfa: ▶'true'}", "`mfa`: expected true or false, found `true`"),
    ("whole number below zero", "cost: {seats: ▶-1}", "`seats`: expected a whole number of 0 or more, found `-1`"),
    ("whole number with a fraction", "cost: {seats: ▶1.5}", "`seats`: expected a whole number, found `1.5`"),
    ("whole number in words", "cost: {seats: ▶many}", "`seats`: expected a whole number, found `many`"),
    ("whole number that is a flag", "cost: {seats: ▶true}", "`seats`: expected a whole number, found true"),
    ("whole number with a comma", "data: {records: ▶'1,200'}", "`records`: expected a whole number, found `1,200`"),
    ("whole number beyond reason", "data: {records: ▶1e16}", "`records`: expected a whole number from 0 to 1e+15"),
    ("whole number that is infinite", "data: {records: ▶.inf}", "`records`: expected a whole number, found `inf`"),
    ("whole number that is no number", "data: {records: ▶.nan}", "`records`: expected a whole number, found `nan`"),
    (
        "whole number of 101 digits",
        f"data: {{records: ▶{'9' * 101}}}",
        "`records`: expected a whole number, found `9999",
    ),
    ("number above its bound", "service: {uptime: ▶101}", "`uptime`: expected a number from 0 to 100, found `101`"),
    ("number just above its bound", "service: {uptime: ▶100.01}", "`uptime`: expected a number from 0 to 100"),
    ("number below its bound", "service: {uptime: ▶-0.1}", "`uptime`: expected a number from 0 to 100, found `-0.1`"),
    ("number with a percent sign", "service: {uptime: ▶99.9%}", "`uptime`: expected a number, found `99.9%`"),
    ("fit below one", "fit: {business: ▶0}", "`business`: expected a whole number from 1 to 4, found `0`"),
    ("fit above four", "fit: {technical: ▶5}", "`technical`: expected a whole number from 1 to 4, found `5`"),
    ("date with an impossible day", "since: ▶2026-02-30", "`since`: there is no date 2026-02-30"),
    ("date with day zero", "since: ▶2026-02-00", "`since`: there is no date 2026-02-00"),
    ("date with month 13", "since: ▶2026-13-01", "`since`: there is no date 2026-13-01"),
    ("date with month zero", "since: ▶2026-00-10", "`since`: there is no date 2026-00-10"),
    ("date in the year zero", "since: ▶0000-01-01", "`since`: there is no date 0000-01-01"),
    ("29 February of a common year", "since: ▶2025-02-29", "`since`: there is no date 2025-02-29"),
    ("29 February of 1900", "since: ▶1900-02-29", "`since`: there is no date 1900-02-29"),
    ("date the European way", "bought: {on: ▶21.11.2026}", "`on`: expected a date, found `21.11.2026`"),
    ("date the American way", "bought: {on: ▶11/21/2026}", "`on`: expected a date, found `11/21/2026`"),
    ("date without zeros", "bought: {on: ▶2026-1-2}", "`on`: expected a date, found `2026-1-2`"),
    ("date with a time", "ends: ▶2026-11-21T10:00", "`ends`: expected a date, found `2026-11-21T10:00`"),
    ("date that is a year", "ends: ▶2026", "`ends`: expected a date, found `2026`"),
    ("date in other digits", "ends: ▶٢٠٢٦-11-21", "`ends`: expected a date, found `٢٠٢٦-11-21`"),
    ("date that is a flag", "cost: {renews: ▶true}", "`renews`: expected a date, found true"),
    ("date that is a list", "cost: {renews: ▶[2026-01-01]}", "`renews`: expected a date, found a list"),
    ("date or no that is yes", "privacy: {agreement: ▶true}", "`agreement`: expected a date, found true"),
    ("date or no in words", "privacy: {agreement: ▶signed}", "`agreement`: expected a date, found `signed`"),
    ("duration without a unit", "cost: {notice: ▶90}", "`notice`: expected a duration, found `90`"),
    ("duration in words", "cost: {notice: ▶90 days}", "`notice`: expected a duration, found `90 days`"),
    ("duration below zero", "cost: {notice: ▶-3mo}", "`notice`: expected a duration, found `-3mo`"),
    ("duration with a fraction", "cost: {notice: ▶1.5y}", "`notice`: expected a duration, found `1.5y`"),
    ("duration with two parts", "cost: {notice: ▶1y6mo}", "`notice`: expected a duration, found `1y6mo`"),
    ("duration of six digits", "cost: {notice: ▶100000d}", "`notice`: expected a duration, found `100000d`"),
    ("duration in other digits", "cost: {notice: ▶٩d}", "`notice`: expected a duration, found `٩d`"),
    ("money below zero", "cost: {annual: ▶-5}", "`annual`: expected an amount of money of 0 or more, found `-5`"),
    ("money in words", "cost: {annual: ▶lots}", "`annual`: expected an amount of money of 0 or more, found `lots`"),
    ("money with a sign", "cost: {annual: ▶€5000}", "`annual`: expected an amount of money of 0 or more"),
    ("money with a comma", "cost: {annual: ▶'5,000'}", "`annual`: expected an amount of money of 0 or more"),
    ("money that is infinite", "cost: {annual: ▶.inf}", "`annual`: expected an amount of money of 0 or more"),
    ("money that is no number", "cost: {annual: ▶.nan}", "`annual`: expected an amount of money of 0 or more"),
    (
        "money that is a flag",
        "cost: {annual: ▶false}",
        "`annual`: expected an amount of money of 0 or more, found false",
    ),
    ("money beyond reason", "cost: {annual: ▶1e15}", "`annual`: expected an amount of money under 1e+15"),
    ("money in a list", "cost: {annual: ▶[5]}", "`annual`: expected an amount of money of 0 or more, found a list"),
    ("money without currency", "cost: {annual: ▶{amount: 5}}", "has exactly the keys amount and currency"),
    ("money without amount", "cost: {annual: ▶{currency: USD}}", "has exactly the keys amount and currency"),
    ("money with a third key", "cost: {annual: ▶{amount: 5, currency: USD, per: year}}", "has exactly the keys"),
    ("money in small letters", "cost: {annual: ▶{amount: 5, currency: usd}}", "expected a currency of three capital"),
    (
        "money in a currency list",
        "cost: {annual: ▶{amount: 5, currency: [USD]}}",
        "expected a currency of three capital",
    ),
    ("money in money", "cost: {annual: ▶{amount: {amount: 5, currency: USD}, currency: USD}}", "found a mapping"),
    ("foreign money below zero", "cost: {annual: ▶{amount: -5, currency: USD}}", "expected an amount of money"),
    ("category that does not exist", "category: ▶crn", "`category`: `crn` is not known here"),
    ("category that is a number", "category: ▶12", "`category`: expected a word, found `12`"),
    ("category in a list of capabilities", "capabilities: [crm, ▶web-analytic]", "`web-analytic` is not known here"),
    ("lifecycle that is a list", "lifecycle: ▶[live]", "`lifecycle`: expected a word, found a list"),
    ("lifecycle in another spelling", "lifecycle: ▶Live", "`lifecycle`: `Live` is not known here"),
    ("hosting that is not known", "hosting: ▶cloud", "`hosting`: `cloud` is not known here"),
    ("environment misspelled", "environment: ▶prodction", "`environment`: `prodction` is not known here"),
    (
        "data category almost right",
        "data: {categories: [contact, ▶behaviour]}",
        "`categories`: `behaviour` is not known",
    ),
    ("data category that is a mapping", "data: {categories: [▶{contact: true}]}", "expected a word, found a mapping"),
    ("data subject almost right", "data: {subjects: ▶custmer}", "`subjects`: `custmer` is not known here"),
    ("encryption that is a flag", "security: {encrypted: ▶true}", "`encrypted`: expected a word, found true"),
    ("second item of a list", "regions: [eu, ▶[us], ch]", "`regions`: expected text, found a list"),
    ("team that is a number", "owner: {business: ▶12}", "`business`: expected an id, found `12`"),
    ("team that is a mapping", "verified: {by: ▶{team: it}}", "`by`: expected an id, found a mapping"),
    (
        "team in a list that is a flag",
        "bought: {approved_by: [it, ▶true]}",
        "`approved_by`: expected an id, found true",
    ),
    ("mapping that is a word", "owner: ▶sales", "`owner` holds a mapping, not a single value or a list"),
    ("mapping that is a list", "cost: ▶[{annual: 5}]", "`cost` holds a mapping, not a single value or a list"),
    ("mapping that is a number", "fit: ▶4", "`fit` holds a mapping, not a single value or a list"),
    ("mapping that is a flag", "security: ▶true", "`security` holds a mapping, not a single value or a list"),
]

UNKNOWN_KEYS = [
    ("key of a file", "systems: [Jira]\n▶system: [Jira]\n", "unknown key `system`", "Did you mean `systems`?"),
    (
        "key of a file unlike any",
        "systems: [Jira]\n▶wine: red\n",
        "unknown key `wine`",
        "Keys of an inventory: stackaudit,",
    ),
    ("key of a system", SYSTEM % "▶lifecycel: live", "unknown key `lifecycel`", "Did you mean `lifecycle`?"),
    ("key of a system unlike any", SYSTEM % "▶qqq: 1", "unknown key `qqq`", "Begin your own keys with `x-`."),
    ("key in capitals", SYSTEM % "▶Owner: {}", "unknown key `Owner`", "Did you mean `owner`?"),
    ("key with the other dash", SYSTEM % "▶if-gone: Nobody sells.", "unknown key `if-gone`", "Did you mean `if_gone`?"),
    ("key below security", SYSTEM % "security: {▶ssso: true}", "unknown key `ssso`", "Did you mean `sso`?"),
    ("key below data", SYSTEM % "data: {▶category: contact}", "unknown key `category`", "Did you mean `categories`?"),
    ("key that is empty", SYSTEM % "▶'': 1", "unknown key ``", "Begin your own keys with `x-`."),
    (
        "merge key",
        "systems:\n  crm:\n    name: Jira\n    ▶<<: {public: true}\n",
        "unknown key `<<`",
        "Begin your own keys",
    ),
    ("key of the organization", ORGANIZATION % "▶currncy: EUR", "unknown key `currncy`", "Did you mean `currency`?"),
    ("key of the spend", ORGANIZATION % "spend: {▶marketin: 5}", "unknown key `marketin`", "Did you mean `marketing`?"),
    ("key of a team", "teams: {it: {▶sid: it}}\n", "unknown key `sid`", "Did you mean `side`?"),
    ("key of a kind of data", "data: {customer: {▶definiton: A}}\n", "unknown key `definiton`", "`definition`?"),
    ("key of an integration", LINK % "▶metod: api", "unknown key `metod`", "Did you mean `method`?"),
    ("key of governance", GOVERNANCE % "▶joint_grop: {}", "unknown key `joint_grop`", "Did you mean `joint_group`?"),
    (
        "key of the survey",
        GOVERNANCE % "survey: {shared_ownership: {▶its: 5}}",
        "unknown key `its`",
        "Did you mean `it`?",
    ),
    (
        "key of a roadmap item",
        GOVERNANCE % "roadmap: {items: [{name: A, ▶end: 2027-01-01}]}",
        "unknown key `end`",
        "`ends`?",
    ),
    ("word of a lifecycle", SYSTEM % "lifecycle: ▶retird", "`retird` is not known", "Did you mean `retired`?"),
    (
        "word of a category",
        SYSTEM % "category: ▶email-marketting",
        "is not known here",
        "Did you mean `email-marketing`?",
    ),
    ("word of a yes", SYSTEM % "public: ▶yes", "expected true or false", "Write `true`."),
    ("word of a no", SYSTEM % "public: ▶NO", "expected true or false", "Write `false`."),
    ("day of a short month", SYSTEM % "since: ▶2026-04-31", "there is no date", "that month has 30 days"),
]

SECTIONS = [
    ("list as a file", "▶- Jira\n- Confluence\n", "expected sections such as `systems:`, found a list"),
    ("word as a file", "▶Jira\n", "expected sections such as `systems:`, found a single value"),
    ("number as a file", "▶42\n", "expected sections such as `systems:`, found a single value"),
    ("empty text", "▶", "the file is empty"),
    ("only comments", "▶# systems:\n#   crm: Salesforce\n", "the file is empty"),
    ("only white space", "▶  \n\n", "the file is empty"),
    ("empty mapping", "▶{}\n", "the file is empty"),
    ("null as a file", "▶~\n", "the file is empty"),
    ("version of tomorrow", "stackaudit: ▶2\nsystems: [Jira]\n", "version 2 of the inventory language is not known"),
    ("version zero", "stackaudit: ▶0\n", "version 0 of the inventory language is not known"),
    ("version in words", "stackaudit: ▶one\n", "version one of the inventory language is not known"),
    ("version in parts", "stackaudit: ▶1.1\n", "version 1.1 of the inventory language is not known"),
    ("systems as a word", "systems: ▶Jira\n", "`systems` holds a mapping, not a single value"),
    ("systems as a flag", "systems: ▶true\n", "`systems` holds a mapping, not a single value"),
    ("system without a name", "systems:\n  ▶crm: {public: true}\n", "a system needs `name`"),
    ("system with an unknown name", "systems:\n  crm: {▶name: unknown}\n", "a system needs `name`"),
    ("system that is a list", "systems:\n  crm: ▶[Salesforce]\n", "a system is its name, or a mapping with `name:`"),
    ("system that is a number", "systems:\n  crm: ▶365\n", "a system is its name, or a mapping with `name:`, not"),
    ("system that is nothing", "systems:\n  crm:▶\n", "a system is its name, or a mapping with `name:`, not nothing"),
    ("listed system that is a number", "systems:\n- Jira\n- ▶365\n", "expected the name of a system"),
    ("listed system that is nothing", "systems: [Jira, ▶null]\n", "expected the name of a system"),
    ("listed system without a name", "systems:\n- Jira\n- ▶category: crm\n", "expected the name of a system"),
    ("listed system of signs only", "systems: [▶'!!!']\n", "`` cannot be an id"),
    ("listed systems with one id", "systems: [▷C++, ▶C#]\n", "the system `c` is declared twice"),
    ("id with a slash", "systems: {▶a/b: Jira}\n", "`a/b` cannot be an id"),
    ("id that begins with a dash", "systems: {▶-a: Jira}\n", "`-a` cannot be an id"),
    ("id of 121 letters", f"systems:\n  ▶{'a' * 121}: Jira\n", "cannot be an id"),
    ("id that is empty", "teams: {▶'': {side: it}}\n", "`` cannot be an id"),
    ("id with an arrow", "systems: {▶a -> b: Jira}\n", "`a -> b` cannot be an id"),
    ("id with an escape", 'systems: {▶"a\\e[31m": Jira}\n', "cannot be an id"),
    ("merge key among systems", "systems:\n  ▶<<: {name: Jira}\n", "`<<` cannot be an id"),
    ("teams as a list", "teams: ▶[it, sales]\n", "`teams` holds a mapping, not a list"),
    ("teams as a list of mappings", "▶teams:\n- {side: it}\n", "`teams` holds a mapping, not a list"),
    ("team that is a word", "teams: {it: ▶cio}\n", "a team is a mapping, not a single value"),
    ("team that is a list", "teams: {it: ▶[cio]}\n", "a team is a mapping, not a list"),
    ("team on no side", "teams: {it: {side: ▶IT}}\n", "`side`: `IT` is not known here"),
    ("team that embeds no side", "teams: {web: {embeds: [it, ▶design]}}\n", "`embeds`: `design` is not known here"),
    ("team of half a person", "teams: {it: {size: ▶2.5}}\n", "`size`: expected a whole number, found `2.5`"),
    ("data as a word", "data: ▶customers\n", "`data` holds a mapping, not a single value"),
    ("data as a list", "data: ▶[customer]\n", "`data` holds a mapping, not a list"),
    ("organization as a word", "organization: ▶Fjordline\n", "`organization` holds a mapping, not a single value"),
    ("organization as a list", "organization: ▶[Fjordline]\n", "`organization` holds a mapping, not a list"),
    ("revenue in words", ORGANIZATION % "revenue: ▶84 million", "`revenue`: expected an amount of money"),
    ("employees below zero", ORGANIZATION % "employees: ▶-4", "`employees`: expected a whole number of 0 or more"),
    ("spend as a number", ORGANIZATION % "spend: ▶5000", "`spend` holds a mapping, not a single value or a list"),
    ("rates as a number", ORGANIZATION % "exchange_rates: ▶0.92", "`exchange_rates`: expected a mapping such as"),
    ("rate of zero", ORGANIZATION % "exchange_rates: ▶{USD: 0}", "`USD` with `0` is no exchange rate"),
    ("rate in words", ORGANIZATION % "exchange_rates: ▶{USD: even}", "`USD` with `even` is no exchange rate"),
    ("rate that is infinite", ORGANIZATION % "exchange_rates: ▶{USD: .inf}", "`USD` with `inf` is no exchange rate"),
    ("rate beyond reason", ORGANIZATION % "exchange_rates: ▶{USD: 1e300}", "`USD` with `1e+300` is no exchange rate"),
    ("rate that is a flag", ORGANIZATION % "exchange_rates: ▶{USD: true}", "`USD` with true is no exchange rate"),
    (
        "rate of no currency",
        ORGANIZATION % "exchange_rates: ▶{dollar: 0.92}",
        "`dollar` with `0.92` is no exchange rate",
    ),
    (
        "integrations as a mapping",
        "systems: [Jira]\nintegrations: ▶{a: b}\n",
        "`integrations` holds a list, not a mapping",
    ),
    (
        "integrations as a word",
        "systems: [Jira]\nintegrations: ▶none\n",
        "`integrations` holds a list, not a single value",
    ),
    ("integration that is a word", "integrations:\n- ▶crm -> mail\n", "expected a mapping, found a single value"),
    ("integration that is a list", "integrations:\n- ▶[crm, mail]\n", "expected a mapping, found a list"),
    ("integration that is nothing", "integrations: [▶null]\n", "expected a mapping, found nothing"),
    ("integration from nowhere", "systems: [Jira]\nintegrations:\n- ▶to: jira\n", "an integration needs `from`"),
    (
        "integration to unknown",
        "systems: [Jira]\nintegrations:\n- {from: jira, ▶to: TBD}\n",
        "an integration needs `to`",
    ),
    ("integration from nobody", "systems: [Jira]\nintegrations:\n- {▶from: nobody, to: jira}\n", "needs `from`"),
    ("method that is not known", LINK % "method: ▶magic", "`method`: `magic` is not known here"),
    ("direction that is not known", LINK % "direction: ▶both", "`direction`: `both` is not known here"),
    ("rhythm that is not known", LINK % "runs: ▶sometimes", "`runs`: `sometimes` is not known here"),
    ("rhythm that is a number", LINK % "runs: ▶5", "`runs`: expected a word, found `5`"),
    ("day of a last run", LINK % "last_ran: ▶yesterday", "`last_ran`: expected a date, found `yesterday`"),
    ("governance as a list", "governance: ▶[roadmap]\n", "`governance` holds a mapping, not a list"),
    ("joint group as a word", GOVERNANCE % "joint_group: ▶Digital", "`joint_group` holds a mapping"),
    ("meetings that are not known", GOVERNANCE % "joint_group: {meets: ▶often}", "`meets`: `often` is not known here"),
    (
        "survey above 100",
        GOVERNANCE % "survey: {shared_ownership: {it: ▶170}}",
        "`it`: expected a number from 0 to 100",
    ),
    ("roadmap items as a mapping", GOVERNANCE % "roadmap: {items: ▶{a: b}}", "`items` holds a list, not a mapping"),
    (
        "roadmap item that is a word",
        GOVERNANCE % "roadmap: {items: [▶CRM]}",
        "expected a mapping, found a single value",
    ),
    ("roadmap item without a name", GOVERNANCE % "roadmap: {items: [▶{cost: 5}]}", "needs `name`"),
    ("sandbox that lasts a number", GOVERNANCE % "sandbox: {longest: ▶90}", "`longest`: expected a duration"),
]

REFERENCES = [
    ("owner misspelled", TEAMS + SYSTEM % "owner: {business: ▶salse}", "no team is declared as `salse`"),
    ("buyer unknown", TEAMS + SYSTEM % "bought: {by: ▶agency}", "no team is declared as `agency`"),
    ("approver unknown", TEAMS + SYSTEM % "bought: {approved_by: ▶[it, legal]}", "no team is declared as `legal`"),
    ("payer unknown", TEAMS + SYSTEM % "cost: {paid_by: ▶hr}", "no team is declared as `hr`"),
    ("confirmed by an unknown team", TEAMS + SYSTEM % "verified: {by: ▶legal}", "no team is declared as `legal`"),
    ("part of an unknown team", "teams: {web: {part_of: ▶brand}}\n", "no team is declared as `brand`"),
    ("liaison of an unknown team", TEAMS + GOVERNANCE % "liaison: {team: ▶brand}", "no team is declared as `brand`"),
    ("roadmap of an unknown team", TEAMS + GOVERNANCE % "roadmap: {owners: ▶brand}", "no team is declared as `brand`"),
    ("master of customers unknown", GOVERNANCE % "customer: {master: ▶crm}", "no system is declared as `crm`"),
    ("integration with an unknown system", "systems: [Jira]\nintegrations: [{from: jira, to: ▶crm}]\n", "`crm`"),
    ("integration with a misspelled system", "systems: [Jira]\nintegrations: [{from: ▶jirra, to: jira}]\n", "`jirra`"),
    (
        "integration in other letters",
        "systems: [Jira]\nintegrations: [{from: ▶Jira, to: jira}]\n",
        "declared as `Jira`",
    ),
    ("carrier unknown", LINK % "via: ▶zapier", "no system is declared as `zapier`"),
]

TWICE = [
    ("key of a system", "systems:\n  crm: {▷name: A, ▶name: B}\n", "the key `name` stands twice in one mapping"),
    ("id of a system", "systems:\n  ▷crm: A\n  ▶crm: B\n", "the key `crm` stands twice in one mapping"),
    ("section", "▷systems: [A]\n▶systems: [B]\n", "the key `systems` stands twice in one mapping"),
    ("key in quotes", "systems:\n  ▷crm: A\n  ▶'crm': B\n", "the key `crm` stands twice in one mapping"),
    ("key behind an anchor", "systems:\n  ▷crm: A\n  ▶&a crm: B\n", "the key `crm` stands twice in one mapping"),
    ("own key", "▷x-a: 1\n▶x-a: 2\nsystems: [A]\n", "the key `x-a` stands twice in one mapping"),
    ("listed product", "systems:\n- ▷Jira\n- ▶JIRA\n", "the system `jira` is declared twice"),
]

CASES = [
    *[pytest.param(SYSTEM % text, message, "", id=name) for name, text, message in VALUES_OF_SYSTEMS],
    *[pytest.param(text, message, advice, id=f"unknown: {name}") for name, text, message, advice in UNKNOWN_KEYS],
    *[pytest.param(text, message, "", id=name) for name, text, message in SECTIONS],
    *[pytest.param(text, message, "", id=f"reference: {name}") for name, text, message in REFERENCES],
]


def place_of(mark: str, text: str) -> tuple[int, int]:
    """The line and column of a mark, counted without the marks."""
    before = text.replace(*(("▷", "") if mark == MARK else (MARK, "")))
    before = before[: before.index(mark)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def unmarked(text: str) -> str:
    return text.replace(MARK, "").replace("▷", "")


@pytest.mark.parametrize(("text", "message", "advice"), CASES)
def test_a_broken_inventory_is_one_problem_at_its_place_with_help(text: str, message: str, advice: str) -> None:
    line, column = place_of(MARK, text)

    [problem] = problems_of(unmarked(text))

    assert message in problem.message
    assert advice in problem.help
    assert problem.help
    assert problem.place == ("inventory.yaml", line, column)


@pytest.mark.parametrize(("text", "message"), [pytest.param(*case[1:], id=case[0]) for case in TWICE])
def test_what_stands_twice_is_one_problem_with_both_places(text: str, message: str) -> None:
    second, first = place_of(MARK, text), place_of("▷", text)

    [problem] = problems_of(unmarked(text))

    assert message in problem.message
    assert problem.place == ("inventory.yaml", *second)
    assert problem.related == ((("inventory.yaml", *first), "first here"),)


def test_all_problems_of_a_file_are_told_at_once_in_the_order_of_their_places() -> None:
    text = (
        "organization: {name: A, ▶revenu: 5}\n"
        "teams: {it: {side: ▶IT}}\n"
        "systems:\n"
        "  crm: {name: B, public: ▶yes, since: ▶2026-02-30}\n"
        "  ▶mail: {lifecycle: ▶alive}\n"
        "integrations: ▶{}\n"
    )
    marked = text.split(MARK)
    places = [
        ("".join(marked[:index]).count("\n") + 1, len("".join(marked[:index])) - "".join(marked[:index]).rfind("\n"))
        for index in range(1, len(marked))
    ]

    problems = problems_of(unmarked(text))

    assert [(problem.place.line, problem.place.column) for problem in problems if problem.place] == places


def test_a_broken_section_does_not_make_its_entries_look_undeclared() -> None:
    text = "teams: {it: {side: ▶IT}}\n" + SYSTEM % "owner: {business: it}"

    problems = problems_of(unmarked(text))

    assert [problem.message for problem in problems] == ["`side`: `IT` is not known here"]


def test_there_are_at_least_150_ways_in_the_table_each_named_once() -> None:
    names = [case.id for case in CASES]

    assert len(names) >= 150
    assert len(set(names)) == len(names)
