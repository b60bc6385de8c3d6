"""Names that mean something to a terminal, a browser, a spreadsheet or a build server, and audits that hold them."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.baselining import baseline_of, new_since
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.stack import build_stack
from stackaudit.model.documents import Document, Entry
from stackaudit.model.exceptions import RuleException
from stackaudit.model.problems import Problems
from stackaudit.sources.inventory import read_inventory_text
from stacks import TODAY, catalogue, rules_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.rules import Rule

NASTY = {
    # terminals
    "colour": "\x1b[31mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H",
    "c1-csi": "\x9b31mred",
    "osc-title": "\x1b]0;owned\x07",
    "osc-link": "\x1b]8;;https://example.com/\x1b\\click\x1b]8;;\x1b\\",
    "bell": "ring\x07",
    "backspace": "safe\x08\x08\x08\x08evil",
    "return": "shown\rhidden",
    "line-feed": "first\nsecond",
    "crlf": "first\r\nsecond",
    "blank-lines": "first\n\n\nsecond",
    "tab": "a\tb",
    "vertical-tab": "a\x0bb\x0cc",
    "null": "a\x00b",
    "separators": "a\x1cb\x1dc\x1ed\x1fe",
    "delete": "a\x7fb",
    "next-line": "a\x85b",
    # Unicode
    "line-separator": "a\u2028b",
    "paragraph-separator": "a\u2029b",
    "bidi-override": "\u202egnp.exe",
    "bidi-isolate": "\u2066a\u2069\u2067b\u2069",
    "arabic-mark": "a\u061cb",
    "zero-width": "a\u200bb\u200cc\u200dd\ufeffe",
    "soft-hyphen": "pay\u00adpal",
    "tags": "flag\U000e0041\U000e007f",
    "emoji": "👩\u200d👩\u200d👧 \U0001f1f3\U0001f1f4",
    "right-to-left": "مرحبا שלום",
    "combining": "z" + "\u0301" * 40,
    "wide": "漢字カタカナ",
    "full-width": "＝1+1",  # noqa: RUF001 - some spreadsheets read it as an equals sign
    "no-break-space": "\u00a0=1+1",
    "private-use": "a\ue000b",
    "noncharacter": "a\ufffeb\uffffc",
    "high-surrogate": "a\ud83db",
    "low-surrogate": "a\udcffb",
    # spreadsheets
    "formula": "=1+1",
    "formula-plus": "+1+1",
    "formula-minus": "-1+1",
    "formula-at": "@SUM(A1)",
    "formula-command": "=cmd|' /C calc'!A0",
    "formula-link": '=HYPERLINK("https://example.com/","open")',
    "formula-quoted": '"=1+1"',
    "formula-apostrophe": "'=1+1",
    "formula-after-space": "  =1+1",
    "formula-after-tab": "\t=1+1",
    "formula-after-return": "\r=1+1",
    "delimiters": 'a,b;c\td|"e"',
    # markup
    "script": "<script>alert(1)</script>",
    "close-script": "</script><script>alert(1)//",
    "image": '<img src=x onerror="alert(1)">',
    "attribute": '" onmouseover="alert(1)',
    "attribute-single": "' onmouseover='alert(1)",
    "comment": "<!-- a --> b -->",
    "cdata": "<![CDATA[ a ]]> b ]]>",
    "entity": "&lt;b&gt; &amp; &#x3C;script&#x3E; &nbsp",
    "doctype": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
    "processing": "<?xml version='1.0'?><?php evil ?>",
    "svg": "</text></svg><svg onload=alert(1)>",
    "style": "</style><style>*{display:none}",
    # Markdown
    "link": "[open](javascript:alert(1))",
    "picture": "![open](https://example.com/a.png)",
    "autolink": "<https://example.com/> https://example.com/ www.example.com",
    "reference": "[open]: https://example.com/",
    "sarif-link": "[here](1) [there](https://example.com/)",
    "backticks": "`a` ``b`` ```c",
    "table": "a | b |\n|---|---|",
    "heading": "# Owned",
    "list": "- a\n- b",
    "quote": "> quoted",
    "rule": "---",
    "emphasis": "*a* _b_ ~~c~~ **d**",
    "mention": "@octocat and @org/team",
    "issue": "#1 GH-1 owner/repo#1",
    "commit": "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "task": "- [x] done",
    "mermaid": "```mermaid\ngraph TD\n```",
    "footnote": "a[^1] $x$ :tada:",
    "details": "<details open><summary>a",
    # build servers and templates
    "github-command": "::error file=a,line=1::owned",
    "github-late-command": "text\n::set-output name=a::b",
    "github-old-command": "##[set-env name=PATH;]evil",
    "github-stop": "::stop-commands::x",
    "github-expression": "${{ secrets.TOKEN }}",
    "azure-command": "##vso[task.setvariable variable=a;issecret=true]b",
    "azure-late-command": "text ##vso[task.complete result=Succeeded;]",
    "azure-group": "##[error]owned",
    "teamcity": "##teamcity[buildStatus text='owned']",
    "azure-properties": "a;b]c=d",
    "github-properties": "a,b:c=d::e",
    "percent-github": "%0A::error::a%0D%25%3A%2C",
    "percent-azure": "%AZP25 %0A %3B %5D %AZP0A",
    "placeholders": "{0} {{1}} {name} %s %(a)s $a ${b}",
    "template": "{{ 7*7 }} {% include 'a' %} <%= 1 %> #{1}",
    # paths, queries, quotes
    "path": "../../etc/passwd",
    "absolute": "/etc/passwd",
    "windows-path": "C:\\Windows\\..\\a:b",
    "unc-path": "//server/share",
    "scheme": "javascript:alert(1)",
    "url-signs": "a b?c=d&e#f%20g%",
    "quotes": "\"double\" 'single' `back` «both»",
    "backslashes": "a\\nb\\",
    "escape-of-escape": "\\u001b[31m \\x1b",
    "sql": "'; DROP TABLE a; --",
    "shell": "$(reboot) `reboot` ; reboot & |",
    "json": '"}],"a":{"$ref":"#"}',
    # shapes
    "space": " ",
    "spaces-around": "  a  ",
    "long-word": "w" * 20_000,
    "long-text": "word " * 8_000,
    "many-markup": "<" * 3_000,
    "many-percents": "%" * 3_000,
}
"""Strings by a short word for each, which names them in a test's output."""

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of what nobody sees: controls, formats, surrogates, separators of lines and paragraphs."""

TAME = "tame"
"""What stands in a value until `renamed` puts another text in its place."""

REFUSED = ("high-surrogate", "low-surrogate", "image", "space")
"""Those that no inventory can hold as a name: YAML has no surrogates, and the others say that nothing is stated."""

_ENDS = date(2027, 1, 31)


@cache
def nasty_audit(text: str) -> Audit:
    """An audit of two findings, an excepted one and an open question, in which all that strangers write is `text`.

    That is the organisation, the systems' names, the file, the rules' ids, theme and words, and the exception's reason.
    The inventory is read as YAML where the reader takes the text; other names are put into a finished audit.
    """
    try:
        return read_audit(text)
    except Problems:
        return renamed(read_audit(TAME), text)


def nasty_audit_since(text: str) -> Audit:
    """The audit of `nasty_audit` held against a baseline that knows its first finding."""
    whole = nasty_audit(text)
    baseline = baseline_of(replace(whole, findings=whole.findings[:1]), text)
    return new_since(whole, baseline, tuple(whole.rules))


def unseen(report: str) -> list[str]:
    """The characters of a report that nobody sees, without line feeds, each once."""
    return sorted({sign for sign in report if unicodedata.category(sign) in UNSEEN} - {"\n"})


def read_audit(text: str) -> Audit:
    """The audit of `nasty_audit` through the real reader; raises `Problems` where it refuses the text."""
    inventory = read_inventory_text(f"stack/{text}.yaml", _INVENTORY.format(name=_quoted(text)), ())
    questions = compile_rules(_rules(text), thresholds(), catalogue().categories, "EUR", TODAY)
    return audit(build_stack(inventory, catalogue(), thresholds(), TODAY), questions, [_exception(text)])


def renamed(value: Any, text: str) -> Any:
    """A value with the text in place of `TAME` in every string in it, however deep; the contents of files stay."""
    if isinstance(value, str):
        return value.replace(TAME, text)
    if isinstance(value, Document):
        return replace(value, name=renamed(value.name, text))
    if isinstance(value, dict):
        return {renamed(key, text): renamed(item, text) for key, item in value.items()}
    if isinstance(value, tuple):
        items = [renamed(item, text) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: renamed(getattr(value, each.name), text) for each in fields(value)})
    return value


_INVENTORY = """
organization: {{name: {name}, currency: EUR}}
teams: {{it: {{side: it}}}}
systems:
  first: {{name: {name}, security: {{sso: false}}, cost: {{annual: 1200}}}}
  second: {{name: {name}, security: {{sso: false}}}}
  third: {{name: {name}, security: {{sso: false}}}}
  fourth: {{name: {name}}}
"""

_RULE = """
id: unsafe
title: title
severity: high
why: why
fix: fix
for: system
expect: {security.sso: true}
money: cost.annual
message: "{name}"
"""


def _rules(text: str) -> list[Rule]:
    """A rule that fails for three of the systems, in which every word is the text."""
    return [
        replace(rule, id=_rule_id(text), theme=text, title=text, why=text, fix=text, note=text)
        for rule in _tame_rules()
    ]


@cache
def _tame_rules() -> list[Rule]:
    return rules_of(_RULE)


def _rule_id(text: str) -> str:
    return f"{text}/unsafe"


def _exception(text: str) -> RuleException:
    entry = Entry(Document(f"stack/{text}/exceptions.yaml", "- {}", None, (2,)), {}, 0, 0)
    return RuleException(_rule_id(text), "third", (), text, ("it",), None, text, _ENDS, entry)


def _quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar of nothing but letters, digits, spaces and escapes."""
    return '"' + "".join(sign if sign.isascii() and sign.isalnum() else f"\\U{ord(sign):08X}" for sign in text) + '"'
