"""Ways to break an inventory as YAML; the sign ▶ stands where the problem must point."""

from __future__ import annotations

import time

import pytest

from builders import problems_of
from stackaudit.sources.yaml_reading import Limits

DEEP, MANY = 5_000, 20_000

FAULTS = [
    (
        "python object",
        "systems: [A]\nx-a: ▶!!python/object/apply:os.system [ls]",
        "`!!python/object/apply:os.system` is not allowed",
    ),
    ("python name as a key", "▶!!python/name:os.system systems: [A]", "`!!python/name:os.system` is not allowed"),
    ("include", "systems: {a: {name: A, notes: ▶!include notes.md}}", "the tag `!include` is not allowed"),
    ("tag of a string", "systems: {a: {name: ▶!!str 5}}", "the tag `!!str` is not allowed"),
    ("tag of binary", "systems: [▶!!binary aGk=]", "the tag `!!binary` is not allowed"),
    ("tag of a set", "x-a: ▶!!set {a, b}\nsystems: [A]", "the tag `!!set` is not allowed"),
    ("tag in full", "systems: [▶!<tag:example.org,2026:a> A]", "the tag `tag:example.org,2026:a` is not allowed"),
    ("tag of its own handle", "%TAG !e! tag:example.org,2026:\n---\nsystems: [▶!e!a A]", "`tag:example.org,2026:a`"),
    ("tag of an unknown handle", "systems: [▶!e!a A]", "found undefined tag handle"),
    ("alias to nothing", "systems: [A]\nx-a: ▶*b", "the alias `*b` refers to nothing"),
    ("alias before its anchor", "x-a: ▶*b\nx-b: &b 1\nsystems: [A]", "the alias `*b` refers to nothing"),
    ("alias to its own list", "x-a: &a [1, ▶*a]\nsystems: [A]", "the alias `*a` contains itself"),
    ("alias to its own mapping", "x-a: &a {b: {c: ▶*a}}\nsystems: [A]", "the alias `*a` contains itself"),
    ("alias as a key", "x-a: &a b\n▶*a : c\n", "an alias cannot be a key"),
    ("list as a key", "systems: {▶[a, b]: A}", "a key must be plain text"),
    ("mapping as a key", "? ▶{a: b}\n: c\n", "a key must be plain text"),
    ("template braces", "systems: {crm: {▶{ name }}}", "a key must be plain text"),
    ("second document", "systems: [A]\n▶---\nsystems: [B]\n", "a second document begins here"),
    ("second document after an end", "systems: [A]\n...\n▶---\nsystems: [B]\n", "a second document begins here"),
    ("directive of tomorrow", "▶%YAML 2.0\n---\nsystems: [A]", "found incompatible YAML document"),
    ("directive unknown", "%FOO▶ bar\n---\nsystems: [A]", "found unknown directive name"),
    ("directive twice", "%YAML 1.1\n▶%YAML 1.1\n---\nsystems: [A]", "found duplicate %YAML directive"),
    ("end of a document alone", "▶...\n", "did not find expected node content"),
    ("tab before a key", "systems:\n▶\tcrm: A\n", "found character that cannot start any token"),
    ("percent sign", "systems: [▶%a]", "found character that cannot start any token"),
    ("at sign", "systems: ▶@a", "found character that cannot start any token"),
    ("backtick", "systems: ▶`a`", "found character that cannot start any token"),
    ("colon in plain text", "systems:\n  crm: A▶: B\n", "mapping values are not allowed in this context"),
    ("key without a colon", "systems:\n  crm: A\n  mail\n▶teams: {}\n", "could not find expected ':'"),
    ("less indentation", "systems:\n    crm: A\n  ▶mail: B\n", "did not find expected key"),
    ("more indentation", "systems:\n  crm: A\n    mail▶: B\n", "mapping values are not allowed in this context"),
    ("dash among keys", "systems:\n  crm: A\n  ▶- B\n", "did not find expected key"),
    ("key among dashes", "systems:\n- A\n  crm▶: B\n", "mapping values are not allowed in this context"),
    ("list that never ends", "systems: [A, B\n▶", "did not find expected ',' or ']'"),
    ("mapping that never ends", "systems: {crm: A\n▶", "did not find expected ',' or '}'"),
    ("list that ends as a mapping", "systems: [A, B▶}", "did not find expected ',' or ']'"),
    ("closing bracket alone", "systems: ▶]", "did not find expected"),
    ("quotation that never ends", 'systems: ["A, B]\n▶', "found unexpected end of stream"),
    ("escape of a surrogate", 'systems: ["A\\u▶d800"]', "found invalid Unicode character escape code"),
    ("escape beyond Unicode", 'systems: ["A\\U▶00110000"]', "found invalid Unicode character escape code"),
    ("escape unknown", 'systems: ["A▶\\q"]', "found unknown escape character"),
    ("escape cut short", 'systems: ["A\\x▶f"]', "did not find expected hexdecimal number"),
    ("anchor without a name", "systems: [&▶ A]", "did not find expected alphabetic or numeric character"),
    ("text after a block sign", "systems:\n  crm: | ▶text\n", "did not find expected comment or line break"),
    ("NUL", "systems: [A▶\x00]", "the character U+0000 is not allowed in YAML"),
    ("bell", "systems: [A▶\x07]", "the character U+0007 is not allowed in YAML"),
    ("escape", "systems: [A▶\x1b[31m]", "the character U+001B is not allowed in YAML"),
    ("delete", "systems: [A▶\x7f]", "the character U+007F is not allowed in YAML"),
    ("C1 control", "systems: [A▶\x9b31m]", "the character U+009B is not allowed in YAML"),
    ("noncharacter", "systems: [A▶\ufffe]", "the character U+FFFE is not allowed in YAML"),
    ("control after letters of two bytes", "# ééé\nsystems: [ø▶\x07]", "the character U+0007 is not allowed in YAML"),
    ("control after letters of four bytes", "# 𝄞𝄞𝄞\nsystems: [𝄞𝄞, ▶\x07]", "the character U+0007 is not allowed"),
    ("fault after letters of four bytes", "systems: {𐍈: 𝄞𝄞, crm: {name: '𝄞', ▶nam: 𝄞}}", "unknown key `nam`"),
    ("fault after letters with marks", "systems: {crm: {name: 'e\u0301', ▶nam: A}}", "unknown key `nam`"),
    ("fault behind a byte-order mark in the text", "systems: {crm: {name: 'a\ufeffb', ▶nam: A}}", "unknown key `nam`"),
    ("lists in lists", "[" * 32 + "▶" + "[" * DEEP, "nested more than 32 levels deep"),
    ("lists in lists that close", "[" * 32 + "▶" + "[" * 300 + "]" * 332, "nested more than 32 levels deep"),
    ("dashes in dashes", "- " * 32 + "▶" + "- " * DEEP, "nested more than 32 levels deep"),
    ("mappings in mappings", "{a: " * 32 + "▶" + "{a: " * DEEP, "nested more than 32 levels deep"),
    ("question marks", "? ▶" + "? " * DEEP, "a key must be plain text"),
    ("key of 100,000 letters", "systems: [A]\n? ▶" + "k" * 100_000 + "\n: 1\n", "unknown key `kkk"),
    ("word of 100,000 letters", "systems: {crm: {name: A, lifecycle: ▶" + "k" * 100_000 + "}}", "is not known here"),
    ("CRLF line ends", "systems:\r\n  crm:\r\n    name: A\r\n    public: ▶yes\r\n", "expected true or false"),
    ("CR line ends", "systems:\r  crm:\r    name: A\r    public: ▶yes\r", "expected true or false"),
    ("mixed line ends", "systems:\r\n  crm:\r    name: A\n\r    public: ▶yes\r\n", "expected true or false"),
]


def place_of_mark(text: str) -> tuple[int, int]:
    before = text[: text.index("▶")].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("text", "message"), [pytest.param(*case[1:], id=case[0]) for case in FAULTS])
def test_broken_yaml_is_one_problem_at_its_place_with_help(text: str, message: str) -> None:
    line, column = place_of_mark(text)

    [problem] = problems_of(text.replace("▶", ""))

    assert message in problem.message
    assert problem.help
    assert problem.place == ("inventory.yaml", line, column)


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    levels = "".join(f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    began = time.perf_counter()

    [problem] = problems_of(f"x-0: &a0 [{', '.join('1' * 10)}]\n{levels}systems: [A]\n")

    assert problem.message == "aliases repeat too many values"
    assert problem.place
    assert problem.place.line == 4
    assert time.perf_counter() - began < 5


def test_no_message_is_longer_than_a_few_lines_whatever_the_file_holds() -> None:
    word = "k" * 10_000

    problems = problems_of(
        f"? {word}\n: 1\nstackaudit: {word}\nteams: {{it: {{side: {word}}}}}\n"
        f"systems: {{crm: {{name: A, since: {word}, cost: {{annual: {word}}}}}}}\n"
        f"integrations: [{{from: {word}, to: crm, runs: {word}}}]\n",
    )

    assert len(problems) == 6
    assert all(len(problem.message) < 200 for problem in problems)
    assert all(len(problem.help) < 200 for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("systems:\n  a:\n    name: A\n" + "".join(f"    key{n}: 1\n" for n in range(MANY)), id="keys"),
        pytest.param("".join(f"system{n}: 1\n" for n in range(MANY)), id="sections"),
        pytest.param("".join(f"x-{n}: 1\n" for n in range(MANY)) * 2, id="keys that stand twice"),
        pytest.param("systems:\n" + "".join(f"  '!{n}': A\n" for n in range(MANY)), id="ids"),
        pytest.param("x-a:\n" + "- !t 1\n" * MANY, id="tags"),
        pytest.param("x-a:\n" + "- *a\n" * MANY, id="aliases"),
        pytest.param(
            "systems: {jira: Jira}\nintegrations:\n"
            + "".join(f"- {{from: jira{n}, to: j{n}ra}}\n" for n in range(MANY // 4)),
            id="references to one",
        ),
        pytest.param(
            "systems:\n"
            + "".join(f"  s{n}: A\n" for n in range(MANY // 4))
            + "integrations:\n"
            + "".join(f"- {{from: q{n}, to: s{n}}}\n" for n in range(MANY // 4)),
            id="references to many",
        ),
    ],
)
def test_thousands_of_faults_are_told_in_seconds(text: str) -> None:
    began = time.perf_counter()

    problems = problems_of(text)

    assert len(problems) > 200
    assert time.perf_counter() - began < 10


def test_keys_that_stand_twice_by_the_thousand_end_the_reading_with_a_word_about_the_rest() -> None:
    most = Limits().problems

    problems = problems_of("".join(f"x-{n}: 1\n" for n in range(1_000)) * 2)

    assert len(problems) == most + 1
    assert f"more than {most} faults" in "".join(problem.message for problem in problems)
