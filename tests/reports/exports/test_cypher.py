"""The statements for graph databases, parsed by the grammar of openCypher."""

from __future__ import annotations

import re
from functools import cache
from typing import NoReturn

import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_cypher import CypherLexer, CypherParser

from reports.exports.exported_stacks import example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.cypher import cypher_text
from stackaudit.reports.exports.network import NODE_PROPERTIES
from stackaudit.reports.exports.stated import seen


class _Strict(ErrorListener):
    """Fails on whatever the grammar does not know."""

    def syntaxError(self, *details: object) -> NoReturn:  # noqa: N802 - ANTLR's name
        raise AssertionError(details[2:5])


@cache
def tokens(statement: str) -> tuple[tuple[str, str], ...]:
    """The tokens of a statement that the grammar takes, each with its kind, without spaces."""
    lexer = CypherLexer(InputStream(statement))
    parser = CypherParser(CommonTokenStream(lexer))
    for each in (lexer, parser):
        each.removeErrorListeners()
        each.addErrorListener(_Strict())
    parser.script()
    stream = parser.getTokenStream()
    assert parser.getCurrentToken().type == -1, "the statement was read to its end"
    return tuple((lexer.symbolicNames[token.type], token.text) for token in stream.tokens if token.text.strip())


def strings(statement: str) -> list[str]:
    """The values of the strings in a statement, those that are added up as one."""
    found: list[str] = []
    added = False
    for _, text in tokens(statement):
        if text[0] == "'":
            value = re.sub(r"\\(.)", r"\1", text[1:-1])
            if added:
                found[-1] += value
            else:
                found.append(value)
        added = text == "+"
    return found


STACK = """
organization: {currency: EUR}
teams: {it: {side: it}, web: {side: it, part_of: it}}
systems:
  crm: {name: "Bob's", owner: {business: it}, cost: {annual: 12, renews: 2027-03-01}, security: {sso: true}}
integrations: [{from: crm, to: crm, runs: daily}]
"""


def test_nodes_are_merged_before_edges() -> None:
    lines = cypher_text(*small_stack(STACK)).splitlines()

    assert [line.partition(" SET ")[0].removesuffix(";") for line in lines] == [
        "MERGE (n:System {id: 'system:crm'})",
        "MERGE (n:Team {id: 'team:it'})",
        "MERGE (n:Team {id: 'team:web'})",
        (
            "MATCH (a:System {id: 'system:crm'}), (b:System {id: 'system:crm'}) "
            "MERGE (a)-[r:SENDS_TO {id: 'sends:1'}]->(b)"
        ),
        "MATCH (a:Team {id: 'team:it'}), (b:System {id: 'system:crm'}) MERGE (a)-[r:OWNS {id: 'owns:crm'}]->(b)",
        "MATCH (a:Team {id: 'team:web'}), (b:Team {id: 'team:it'}) MERGE (a)-[r:PART_OF {id: 'part-of:web'}]->(b)",
    ]


def test_properties_are_typed_and_unknown_ones_null() -> None:
    crm = cypher_text(*small_stack(STACK)).splitlines()[0]

    stated = dict(part.split(" = ") for part in crm.partition(" SET ")[2].removesuffix(";").split(", "))
    assert {name: value for name, value in stated.items() if value != "null"} == {
        "n.name": r"'Bob\'s'",
        "n.lifecycle": "'live'",
        "n.environment": "'production'",
        "n.side": "'it'",
        "n.business_owner": "'it'",
        "n.annual_cost": "12.0",
        "n.currency": "'EUR'",
        "n.renews": "date('2027-03-01')",
        "n.sso": "true",
        "n.findings": "0",
    }
    assert stated["n.mfa"] == "null"


def test_the_grammar_takes_statements_of_the_example() -> None:
    inventory, audit = example("fjordline")

    lines = cypher_text(inventory, audit).splitlines()

    assert len(lines) == len(set(lines))
    firsts = {line.partition(":")[2].partition(" ")[0] + line[-80:].partition("[r:")[2][:5]: line for line in lines}
    for line in firsts.values():
        assert tokens(line)


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_a_string_and_no_statement(word: str) -> None:
    written = cypher_text(*nasty_stack(NASTY[word]))

    first, *others = written.splitlines()
    text = seen(NASTY[word])
    assert [line.split(" ")[0] for line in (first, *others)] == ["MERGE"] * 5 + ["MATCH"] * 6
    found = strings(first)
    assert found[:3] == ["system:first", text, text]
    assert found.count(text) == len(["name", "vendor", "description", "brand"])
    assert [value for value in found if text in value and value != text] == [f"{text}; us", f"contact; {text}"]
    assert [text for _, text in tokens(first)].count("=") == 1 + len(NODE_PROPERTIES) - len(["lead"])
    assert unseen(written) == []


@pytest.mark.parametrize("text", [r"\u0027 SET n.a = 1 //", r"\\u0027", r"a\u", "\\", "'", r"\'", r"\\u\u"])
def test_no_server_reads_an_escape_of_unicode_in_a_text(text: str) -> None:
    first = cypher_text(*nasty_stack(text)).splitlines()[0]

    assert "\\u" not in first
    assert strings(first)[1] == text
