"""What an edit does to a text: what is meant is said in the manner of the file, and all else stays as it is."""

from __future__ import annotations

from textwrap import dedent

import pytest

from stackaudit.model.edits import Add, Drop, Edit, Note, Put, Rename, Sort
from stackaudit.model.problems import Problems
from stackaudit.sources.editing import edited

CRM = """\
systems:
  crm:
    name: Salesforce        # the old one
    owner:    {business: sales}
    cost:     {annual: 240_000, renews: 2027-04-01}   # see the contract
    hosting:  saas

  mail:
    name: Mailchimp
    security:
      sso: true   # since May
"""


def after(text: str, *edits: Edit) -> str:
    return edited("inventory.yaml", dedent(text), edits)


def changed(text: str, *edits: Edit) -> list[str]:
    """The lines that edits take out and put in, as a patch shows them."""
    from difflib import unified_diff

    old, new = dedent(text).splitlines(), after(text, *edits).splitlines()
    return [line for line in list(unified_diff(old, new, n=0))[2:] if line[0] != "@"]


def refused(text: str, *edits: Edit) -> list[str]:
    """What is wrong with edits, each with its place."""
    with pytest.raises(Problems) as raised:
        after(text, *edits)
    return str(raised.value).splitlines()


class TestPut:
    """A value is stated."""

    def test_a_value_gives_way_and_the_comment_behind_it_stays(self) -> None:
        assert changed(CRM, Put(("systems", "crm", "name"), "Sales Cloud")) == [
            "-    name: Salesforce        # the old one",
            "+    name: Sales Cloud        # the old one",
        ]

    def test_a_new_fact_goes_into_the_brackets_where_the_language_has_it(self) -> None:
        assert changed(
            CRM, Put(("systems", "crm", "owner", "technical"), "it"), Put(("systems", "crm", "cost", "seats"), 12)
        ) == [
            "-    owner:    {business: sales}",
            "-    cost:     {annual: 240_000, renews: 2027-04-01}   # see the contract",
            "+    owner:    {business: sales, technical: it}",
            "+    cost:     {annual: 240_000, seats: 12, renews: 2027-04-01}   # see the contract",
        ]

    def test_mappings_on_the_way_are_made_below_their_neighbours(self) -> None:
        assert changed(CRM, Put(("systems", "crm", "security", "sso"), True)) == ["+    security: {sso: true}"]
        assert changed(CRM, Put(("systems", "crm", "category"), "crm")) == ["+    category: crm"]
        assert changed(CRM, Put(("systems", "mail", "security", "mfa"), False)) == ["+      mfa: false"]

    def test_a_section_that_is_missing_is_made_in_its_place(self) -> None:
        assert after("systems: [Slack]\n", Put(("organization", "name"), "Us"), Put(("stackaudit",), 1)) == (
            "stackaudit: 1\n\norganization:\n  name: Us\n\nsystems: [Slack]\n"
        )

    def test_in_a_file_of_records_on_lines_a_new_one_is_on_lines(self) -> None:
        text = "systems:\n    crm:\n        name: A\n        owner:\n            business: sales\n"

        assert changed(text, Put(("systems", "crm", "cost", "annual"), 1200)) == [
            "+        cost:",
            "+            annual: 1_200",
        ]

    def test_a_list_keeps_the_items_that_stay_with_their_comments(self) -> None:
        text = "systems:\n  crm:\n    name: A\n    regions:\n    - eu   # Dublin\n    - us\n    # more to come\n"

        assert changed(text, Put(("systems", "crm", "regions"), ["eu", "uk", "us"])) == ["+    - uk"]
        assert changed(text, Put(("systems", "crm", "regions"), ["us"])) == ["-    - eu   # Dublin"]
        assert changed("regions: [eu,us]\n", Put(("regions",), ["eu", "us", "ch"])) == [
            "-regions: [eu,us]",
            "+regions: [eu,us,ch]",
        ]

    def test_what_states_nothing_gives_way_to_a_mapping(self) -> None:
        assert changed("governance:\n  liaison: none   # yet\n", Put(("governance", "liaison", "team"), "it")) == [
            "-  liaison: none   # yet",
            "+  liaison: {team: it}   # yet",
        ]
        assert changed("systems:\n  a: {name: A, cost: unknown}\n", Put(("systems", "a", "cost", "annual"), 0)) == [
            "-  a: {name: A, cost: unknown}",
            "+  a: {name: A, cost: {annual: 0}}",
        ]
        assert changed("systems:\n  a: {name: A, cost: , x-b: }\n", Put(("systems", "a", "cost", "annual"), 0)) == [
            "-  a: {name: A, cost: , x-b: }",
            "+  a: {name: A, cost: {annual: 0} , x-b: }",
        ]
        assert changed("teams:   # none\n", Put(("teams", "it", "side"), "it")) == ["+  it: {side: it}"]

    def test_a_mapping_gives_way_to_a_word(self) -> None:
        text = "governance:\n  liaison:   # the one\n    team: it\n    # once more\n  x-a: 1\n"

        assert changed(text, Put(("governance", "liaison"), "none")) == [
            "-  liaison:   # the one",
            "-    team: it",
            "-    # once more",
            "+  liaison: none   # the one",
        ]

    def test_long_lines_are_broken_below_the_bracket(self) -> None:
        security = (
            "security: {sso: true, mfa: true, shared_accounts: false, audit_log: true, encrypted: [at-rest, in-transit]"
        )
        text = f"systems:\n  crm:\n    name: A\n    {security}}}\n"

        assert changed(text, Put(("systems", "crm", "security", "certifications"), ["soc2", "iso27001"]))[1:] == [
            f"+    {security},",
            "+               certifications: [soc2, iso27001]}",
        ]

    def test_what_is_broken_off_goes_to_the_next_line_where_that_has_room(self) -> None:
        first = f"  crm: {{name: A, x-a: {'a' * 45}, x-b: {'b' * 30}, hosting: saas,"
        text = f"systems:\n{first}\n        since: 2020-01-01}}\n"

        assert changed(text, Put(("systems", "crm", "hosting"), "on-premises"))[2:] == [
            f"+{first.removesuffix(' hosting: saas,')}",
            "+        hosting: on-premises, since: 2020-01-01}",
        ]

    def test_long_texts_are_folded(self) -> None:
        text = "word " * 40 + "end"

        after_it = after(CRM, Put(("systems", "mail", "notes"), text))

        assert after_it.removeprefix(CRM).splitlines()[0] == "    notes: >-"
        assert all(len(line) <= 110 for line in after_it.splitlines())

    def test_a_comment_never_becomes_part_of_a_text(self) -> None:
        long = "word " * 40 + "end"

        assert after("a: 1\n  # further in\nb: 2\n", Put(("a",), long)) == f'a: "{long}"\n  # further in\nb: 2\n'

    def test_text_of_several_lines_stays_so(self) -> None:
        assert changed(CRM, Put(("systems", "mail", "notes"), "one\n  two\nthree\n")) == [
            "+    notes: |",
            "+      one",
            "+        two",
            "+      three",
        ]

    def test_quotes_stay(self) -> None:
        text = 'a: "one"   # x\nb: \'two\'\nc: {d: "three"}\n'

        assert after(text, Put(("a",), "1st"), Put(("b",), "2's"), Put(("c", "d"), "3rd")) == (
            "a: \"1st\"   # x\nb: '2''s'\nc: {d: \"3rd\"}\n"
        )

    def test_what_is_said_already_stays_byte_for_byte(self) -> None:
        text = "systems: {a: {name: 'A' , cost: {annual: 1200.0}, regions: [ eu ]}}"

        assert after(text, Put(("systems", "a"), {"name": "A", "cost": {"annual": 1200}, "regions": ["eu"]})) == text

    def test_a_system_that_is_its_name_alone_becomes_a_mapping(self) -> None:
        assert changed("systems:\n  - Slack   # chat\n  - Zoom\n", Put(("systems", 0, "hosting"), "saas")) == [
            "-  - Slack   # chat",
            "+  - {name: Slack, hosting: saas}   # chat",
        ]
        assert changed("systems:\n  chat: Slack\n", Put(("systems", "chat", "name"), "Zoom")) == [
            "-  chat: Slack",
            "+  chat: Zoom",
        ]


class TestRemarks:
    """A comment stands behind a value."""

    def test_a_remark_stands_behind_its_line(self) -> None:
        assert changed(CRM, Put(("systems", "crm", "owner", "technical"), "it", "check: a guess")) == [
            "-    owner:    {business: sales}",
            "+    owner:    {business: sales, technical: it}  # check: a guess",
        ]
        assert changed(CRM, Put(("systems", "mail", "hosting"), "saas", "check: a guess")) == [
            "+    hosting: saas  # check: a guess"
        ]

    def test_a_remark_of_the_same_word_gives_way_and_any_other_stays(self) -> None:
        text = "a: 1   # check: old\nb: 2   # a person's words\n"

        assert after(text, Put(("a",), 1, "check: new"), Put(("b",), 3, "check: new")) == (
            "a: 1   # check: new\n# check: new\nb: 3   # a person's words\n"
        )

    def test_a_remark_is_written_once(self) -> None:
        once = after(CRM, Put(("systems", "crm", "cost", "seats"), 1, "check: seats"))

        assert edited("i", once, [Put(("systems", "crm", "cost", "seats"), 1, "check: seats")]) == once
        assert once.count("check: seats") == 1

    def test_what_strangers_wrote_stays_in_its_comment(self) -> None:
        text = after("a: 1\n", Put(("a",), 2, "check: \x1b[2J\u2028b: 3\r\nc: 4\u202e\x85d: 5\ufeff"))

        assert text == "a: 2  # check: [2J b: 3 c: 4 d: 5\n"

    def test_a_remark_stands_behind_the_key_of_a_value_on_lines(self) -> None:
        entry = {"name": "Zoom", "owner": {"business": "it"}, "description": "word " * 20 + "end"}

        text = after("systems:\n  - Zoom   # calls\n  - Slack\n", Put(("systems", 1), entry, "check: a; check: b"))

        assert text.splitlines()[:3] == ["systems:", "  - Zoom   # calls", "  - name: Zoom  # check: a; check: b"]
        assert after("a:\n  b: 1\n", Put(("a",), {"b": 1, "c": 2}, "check: a")) == "a:  # check: a\n  b: 1\n  c: 2\n"

    def test_a_remark_never_becomes_text(self) -> None:
        text = "a: |\n  one\n  two\nb: 3\n"

        assert after(text, Put(("a",), "one\ntwo\n", "check: a")) == "a: |  # check: a\n  one\n  two\nb: 3\n"
        assert after("a:\n- b: C#\n  c: 1\n", Put(("a", 0), {"b": "C#", "c": 2}, "check: a")) == (
            "a:\n# check: a\n- b: C#\n  c: 2\n"
        )
        assert after(text, Put(("a",), "1", "check: a")) == 'a: "1"  # check: a\nb: 3\n'
        assert after(text, Put(("b",), "one\ntwo", "check: b")) == (
            "a: |\n  one\n  two\n# check: b\nb: |-\n  one\n  two\n"
        )

    def test_a_long_remark_goes_above_on_lines_of_its_own(self) -> None:
        lines = after("a: 1\n", Put(("a",), 2, "check: " + "word " * 40)).splitlines()

        assert [line[:9] for line in lines] == ["# check: ", "#   word ", "a: 2"]
        assert max(map(len, lines)) <= 110


class TestAdd:
    """A new entry comes to a section."""

    def test_an_entry_goes_to_the_end_as_the_others_are_written(self) -> None:
        entry = {
            "name": "Zoom",
            "owner": {"business": "it"},
            "cost": {"annual": 1200},
            "data": {"categories": ["contact"]},
        }

        assert after(CRM, Add(("systems",), "zoom", entry)).removeprefix(CRM).splitlines() == [
            "",
            "  zoom:",
            "    name: Zoom",
            "    owner: {business: it}",
            "    cost:  {annual: 1_200}",
            "    data:  {categories: [contact]}",
        ]

    def test_comments_of_what_follows_stay_with_it(self) -> None:
        text = "systems:\n  a: {name: A}\n  # the end of a\n\n# Now the flows.\nintegrations: []\n"

        assert changed(text, Add(("systems",), "b", {"name": "B"})) == ["+  b: {name: B}"]
        assert changed(text, Add(("integrations",), None, {"from": "a", "to": "b"})) == [
            "-integrations: []",
            "+integrations:",
            "+  - {from: a, to: b}",
        ]

    def test_values_go_below_those_of_the_others(self) -> None:
        text = "teams:\n  marketing: {side: marketing}\n  it:        {side: it}\n"

        assert changed(text, Add(("teams",), "web", {"side": "marketing"})) == ["+  web:       {side: marketing}"]

    def test_comments_stand_above_within_and_behind(self) -> None:
        add = Add(
            ("systems",),
            "zoom",
            {"name": "Zoom", "cost": {"annual": 1, "seats": 2}},
            above=("from the list",),
            within=("line 3, Owner: Jane (several owners)", "line 3, Tier: 3"),
            remarks={("cost", "annual"): "check: which currency", ("name",): "check: or Zoom Phone"},
        )

        assert after(CRM, add).removeprefix(CRM).splitlines() == [
            "",
            "  # from the list",
            "  zoom:",
            "    name: Zoom  # check: or Zoom Phone",
            "    cost: {annual: 1, seats: 2}  # check: which currency",
            "    # line 3, Owner: Jane (several owners)",
            "    # line 3, Tier: 3",
        ]

    def test_where_no_comment_can_stand_it_goes_above_the_line(self) -> None:
        add = Add(("systems",), "b", {"name": "B"}, above=("one",), within=("two",), remarks={("name",): "check: B"})

        assert after("systems: {a: {name: A}}\n", add) == (
            "# one\n# two\nsystems: {a: {name: A}, b: {name: B}}  # check: B\n"
        )

    def test_a_name_joins_a_list_of_names(self) -> None:
        assert changed("systems:\n  - Slack\n  - Zoom\n", Add(("systems",), "miro", {"name": "Miro"})) == ["+  - Miro"]
        assert after("systems: [Slack]\n", Add(("systems",), "miro", {"name": "Miro"})) == "systems: [Slack, Miro]\n"
        assert changed(
            "systems:\n- Slack\n", Add(("systems",), "miro", {"name": "Miro", "owner": {"business": "it"}})
        ) == ["+- {name: Miro, owner: {business: it}}"]

    def test_a_list_of_names_gets_ids_where_a_new_one_has_another_than_its_name_gives(self) -> None:
        text = "systems:\n- Slack   # chat\n# video\n- name: Zoom\n  hosting: saas\n- >-\n  Google\n  Ads\n"

        assert after(text, Add(("systems",), "slack-2", {"name": "Slack"}), Put(("systems", 1, "hosting"), "paas")) == (
            "systems:\n  slack: Slack   # chat\n# video\n  zoom:\n    name: Zoom\n    hosting: paas\n"
            "  google-ads: >-\n    Google\n    Ads\n  slack-2: Slack\n"
        )

    def test_an_entry_that_is_there_is_refused(self) -> None:
        assert refused(CRM, Add(("systems",), "mail", {"name": "X"})) == ["inventory.yaml:8:3: `mail` is there already"]


class TestDrop:
    """A key goes with its value."""

    def test_an_entry_goes_with_its_comments_and_its_blank_line(self) -> None:
        text = "systems:\n  a: {name: A}\n\n  # about b\n  b:\n    name: B\n    # in b\n\n  # about c\n  c: {name: C}\n"

        assert after(text, Drop(("systems", "b"))) == ("systems:\n  a: {name: A}\n\n  # about c\n  c: {name: C}\n")
        assert after(text, Drop(("systems", "a"))).startswith("systems:\n  # about b\n  b:\n")
        assert after(text, Drop(("systems", "c"))).endswith("    # in b\n")

    def test_a_heading_over_several_entries_stays(self) -> None:
        text = "systems:\n  # --- old ---\n  a: {name: A}\n  b: {name: B}\n"

        assert changed(text, Drop(("systems", "a"))) == ["-  a: {name: A}"]

    def test_the_last_fact_takes_its_record_with_it(self) -> None:
        assert changed(CRM, Drop(("systems", "mail", "security", "sso"))) == [
            "-    security:",
            "-      sso: true   # since May",
        ]

    def test_the_last_entry_leaves_an_empty_section(self) -> None:
        text = "integrations:   # all of them\n  - {from: a, to: b}\nteams:\n  it: {side: it}\n"

        assert after(text, Drop(("integrations", 0)), Drop(("teams", "it"))) == (
            "integrations: []   # all of them\nteams: {}\n"
        )

    def test_the_key_behind_a_dash_goes_and_the_next_takes_its_place(self) -> None:
        text = "integrations:\n  - from: a   # x\n    # about to\n    to: b\n    name: c\n"

        assert after(text, Drop(("integrations", 0, "to"))) == "integrations:\n  - from: a   # x\n    name: c\n"
        assert after("a:\n- b: 1\n  c: 2\n", Drop(("a", 0, "b"))) == "a:\n- c: 2\n"
        assert after(text, Drop(("integrations", 0, "from"))) == (
            "integrations:\n  -\n    # about to\n    to: b\n    name: c\n"
        )

    def test_the_end_of_the_file_stays_as_it_is(self) -> None:
        assert after("a: 1\nb: 2", Drop(("b",))) == "a: 1"
        assert after("a: 1\nb: 2\n", Drop(("b",))) == "a: 1\n"
        assert after("a: 1\nb: 2\n", Drop(("a",))) == "b: 2\n"


class TestRename:
    """Another key stands in a key's place."""

    def test_the_value_stays_below_the_others(self) -> None:
        assert changed(CRM, Rename(("systems", "crm", "hosting"), "since")) == [
            "-    hosting:  saas",
            "+    since:    saas",
        ]
        assert changed(CRM, Rename(("systems", "crm"), "yes")) == ["-  crm:", '+  "yes":']

    def test_a_key_that_is_there_is_refused(self) -> None:
        assert refused(CRM, Rename(("systems", "crm", "cost"), "owner")) == [
            "inventory.yaml:5:5: `owner` is there already"
        ]


class TestSort:
    """Keys are put into an order."""

    def test_keys_take_their_comments_along_and_blank_lines_stay(self) -> None:
        b, c, e = (
            "    # about b\n    # and more\n    b: 1   # one\n",
            "    c:\n      d: 2\n      # in c\n",
            "    e: 3\n",
        )

        sort = Sort(("systems", "a"), ("e", "b", "c"))

        assert after(f"systems:\n  a:\n{b}\n{c}{e}", sort) == f"systems:\n  a:\n{e}\n{b}{c}"

    def test_keys_that_the_order_does_not_have_come_last_as_they_are(self) -> None:
        assert after("z: 1\nb: 2\na: 3\n", Sort((), ("a",))) == "a: 3\nz: 1\nb: 2\n"

    def test_keys_in_brackets_take_their_commas_along(self) -> None:
        text = "a: {b: 1, # one\n    c: 2,\n    d: 3}\n"

        assert after("a: {b: 1,c: 2,d: 3}\n", Sort(("a",), ("d", "c", "b"))) == "a: {d: 3,c: 2,b: 1}\n"
        assert after(text, Sort(("a",), ("d", "c", "b"))) == "a: {d: 3,\n    c: 2,\n    b: 1, # one\n    }\n"

    def test_the_first_key_of_an_item_takes_the_dash(self) -> None:
        assert after("a:\n  - c: 1\n    # about b\n    b: 2\n    d: 3\n", Sort(("a", 0), ("d", "b", "c"))) == (
            "a:\n  - d: 3\n    # about b\n    b: 2\n    c: 1\n"
        )
        assert after("a:\n  - c: 1\n    # about b\n    b: 2\n", Sort(("a", 0), ("b", "c"))) == (
            "a:\n  -\n    # about b\n    b: 2\n    c: 1\n"
        )


class TestNote:
    """A comment line with a mark stands above an entry."""

    def test_a_note_is_written_once_changes_and_goes(self) -> None:
        path = ("systems", "mail", "security", "sso")
        once = after(CRM, Note(("systems", "mail"), "gone:", "since 2026-11"))

        assert once.splitlines()[6:9] == ["", "  # gone: since 2026-11", "  mail:"]
        assert edited("i", once, [Note(("systems", "mail"), "gone:", "gone: since 2026-11")]) == once
        assert "  # gone: since 2027\n  mail:" in edited("i", once, [Note(("systems", "mail"), "gone:", "since 2027")])
        assert edited("i", once, [Note(("systems", "mail"), "gone:")]) == CRM
        assert changed(CRM, Note(path, "gone:", "x")) == ["+      # gone: x"]

    def test_a_long_note_goes_with_all_its_lines(self) -> None:
        long = after(CRM, Note(("systems", "mail"), "gone:", "word " * 60))

        assert edited("i", long, [Note(("systems", "mail"), "gone:")]) == CRM

    def test_what_a_note_says_is_never_taken_for_a_heading(self) -> None:
        for text in ("gone ---", "--- gone", "word " * 20 + "--- " * 12):
            once = after(CRM, Note(("systems", "mail"), "gone:", text))

            assert edited("i", once, [Note(("systems", "mail"), "gone:", text)]) == once
            assert edited("i", once, [Note(("systems", "mail"), "gone:")]) == CRM

    def test_a_note_stands_above_the_line_that_its_entry_is_in(self) -> None:
        text = "integrations:\n  - from: a\n    to: b\n  - {from: b,\n     to: a}\n"

        assert after(
            text, Note(("integrations", 0, "from"), "x:", "1"), Note(("integrations", 1, "to"), "x:", "2")
        ) == ("integrations:\n  # x: 1\n  - from: a\n    to: b\n  # x: 2\n  - {from: b,\n     to: a}\n")


class TestWholeTexts:
    """What stands around the values stays."""

    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("break_", ["\n", "\r\n"])
    @pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n# the end", "\n...\n"])
    def test_breaks_marks_and_ends_stay(self, mark: str, break_: str, end: str) -> None:
        text = f"{mark}---\n# top\nsystems:\n  a: {{name: A}}{end}".replace("\n", break_)

        wanted = f"{mark}---\n# top\nsystems:\n  a: {{name: A, hosting: saas}}\n  b: {{name: B}}{end}".replace(
            "\n", break_
        )
        edits = [Put(("systems", "a", "hosting"), "saas"), Add(("systems",), "b", {"name": "B"})]
        assert edited("i.yaml", text, edits) == wanted

    def test_mixed_breaks_stay_where_nothing_is_meant(self) -> None:
        assert after("a: 1\r\nb: 2\nc: 3\r\nd: 4\r\n", Put(("b",), 5), Put(("e",), 6)) == (
            "a: 1\r\nb: 5\nc: 3\r\nd: 4\r\ne: 6\r\n"
        )

    def test_an_empty_text_and_one_of_comments_get_their_first_values(self) -> None:
        add = Add(("systems",), "a", {"name": "A"})

        assert after("", add) == "systems:\n  a: {name: A}\n"
        assert after("# About us.\n", add) == "# About us.\n\nsystems:\n  a: {name: A}\n"
        assert after("---\n", add) == "---\nsystems:\n  a: {name: A}\n"
        assert after("{}\n", add) == "systems:\n  a: {name: A}\n"
        assert after("null # nothing\n", add) == "systems:\n  a: {name: A} # nothing\n"

    def test_a_lone_question_mark_is_no_key(self) -> None:
        assert after("a: ?\nb: [1, ?]\nc: 2\n", Put(("a",), 1), Put(("c",), 3)) == "a: 1\nb: [1, ?]\nc: 3\n"

    def test_edits_are_made_one_after_the_other(self) -> None:
        assert after("a: 1\n", Rename(("a",), "b"), Put(("a",), 2), Put(("b",), 3), Drop(("a",))) == "b: 3\n"

    def test_indexes_count_what_the_text_had(self) -> None:
        assert after("a: [x, y, z]\n", Drop(("a", 0)), Put(("a", 1), "w"), Drop(("a", 2))) == "a: [w]\n"


class TestRefusals:
    """What cannot be done without harm is not done."""

    def test_what_an_alias_repeats_is_not_changed(self) -> None:
        text = "x-a: &shared\n  b: {c: 1}\nx-d: *shared\nx-e: &alone\n  f: 1\n"
        message = "is shared with other places by an alias, and a change would change them all"

        assert refused(text, Put(("x-a", "b", "c"), 2)) == [f"inventory.yaml:1:1: `x-a` {message}"]
        assert refused(text, Put(("x-d", "b"), 2)) == [f"inventory.yaml:3:1: `x-d` {message}"]
        assert refused(text, Drop(("x-a",))) == [f"inventory.yaml:1:1: `x-a` {message}"]
        assert changed(text, Put(("x-d",), 2), Put(("x-e", "f"), 2)) == [
            "-x-d: *shared",
            "+x-d: 2",
            "-  f: 1",
            "+  f: 2",
        ]
        assert after(text, Put(("x-d", "b", "c"), 1)) == text

    def test_what_is_not_there_is_not_changed(self) -> None:
        missing = ("systems", "crm", "fit")

        assert refused(CRM, Drop(missing)) == ["inventory.yaml:2:3: there is no `systems.crm.fit` to change"]
        assert refused(CRM, Sort(missing, ())) == ["inventory.yaml:2:3: there is no `systems.crm.fit` to change"]
        assert refused(CRM, Put(("systems", 1), "x")) == ["inventory.yaml:1:1: a list and a mapping are not the same"]
        assert refused("a: [1]\n", Put(("a", 1), 2)) == ["inventory.yaml:1:1: there is no `a.1` to change"]

    def test_a_value_in_the_way_of_keys_is_not_changed(self) -> None:
        assert refused("systems:\n  a:\n    cost: 12\n", Put(("systems", "a", "cost", "annual"), 1)) == [
            "inventory.yaml:3:5: a single value stands where keys are to go"
        ]

    def test_forms_that_are_not_changed_are_told(self) -> None:
        message = "a key that has an anchor or stands behind a question mark is not changed"

        assert refused("? b\n: 1\n", Put(("b",), 2)) == [f"inventory.yaml:1:3: {message}"]
        assert refused("&a b: 1\nc: 2\n", Rename(("b",), "d")) == [f"inventory.yaml:1:1: {message}"]
        assert after("a: [b: 1, {? c : 2}]\n", Put(("a", 0, "b"), 3), Put(("a", 1, "c"), 4)) == (
            "a: [b: 3, {? c : 4}]\n"
        )
        assert refused("a: [b: 1]\n", Put(("a", 0, "c"), 3)) == [
            "inventory.yaml:1:1: this file cannot be changed without harm to what else stands in it"
        ]

    def test_a_broken_text_is_told_as_it_is(self) -> None:
        assert refused("a: [\n", Put(("a",), 2)) == [
            "inventory.yaml:2:1: not valid YAML: did not find expected node content"
        ]
        assert refused("a: 1\na: 2\n", Put(("a",), 2)) == [
            "inventory.yaml:2:1: the key `a` stands twice in one mapping"
        ]
