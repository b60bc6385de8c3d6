"""Rule files to rules, or every problem in them at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Entry, Place
from stackaudit.model.language import SUBJECTS
from stackaudit.model.problems import Problem, Problems, in_order
from stackaudit.model.rules import RULE_FIELDS, SEVERITIES, Rule, SeverityCase
from stackaudit.model.suggesting import did_you_mean
from stackaudit.sources.files import read_text
from stackaudit.sources.language.checking import Fault, Findings, facts_of, plan
from stackaudit.sources.language.locating import Locator
from stackaudit.sources.yaml_reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EXAMPLES = "\nexamples:\n"
_GOES_ON = re.compile(r"^[^\s#-]", re.MULTILINE)
"""A key after the examples."""


def builtin_folder() -> Path:
    """Where our own rules lie: inside an installed package, or at the top of a checkout."""
    installed = Path(__file__).parent.parent.parent / "rules"
    return installed if installed.is_dir() else Path(__file__).parents[4] / "rules"


def read_rules(folders: Iterable[Path]) -> list[Rule]:
    """The rules in folders of the form `<theme>/<id>.yaml`, sorted by id; raises `Problems` for all that is wrong.

    Examples are left out: they stand at the end of a file and no audit needs them.
    """
    return [rule for rule, _ in _read(folders, with_examples=False)]


def read_rules_and_examples(folders: Iterable[Path]) -> list[tuple[Rule, Entry | None]]:
    """Each rule with the entry of its `examples`, or None where it has none."""
    return [(rule, entry.child("examples")) for rule, entry in _read(folders, with_examples=True)]


def _read(folders: Iterable[Path], *, with_examples: bool) -> list[tuple[Rule, Entry]]:
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    rules: dict[str, tuple[Rule, Entry]] = {}
    fields = plan("rule", RULE_FIELDS, ())
    for name, path in _rule_files(folders, problems):
        try:
            text = read_text(path, name)
        except Problems as unreadable:
            problems += unreadable.problems
            continue
        head, mark, tail = text.partition(_EXAMPLES)
        parsed = parse(name, head if mark and not with_examples and not _GOES_ON.search(tail) else text)
        documents[name] = parsed.document
        problems += parsed.problems
        if not parsed.whole:
            continue
        if not isinstance(parsed.document.value, dict):
            problems.append(Problem("a rule is a mapping", "Begin with `id:`.", Place(name, 1, 1)))
            continue
        out = Findings()
        rule = _rule(path, parsed.document, facts_of(fields, parsed.document.value, (), out), out)
        locator = Locator(Entry(parsed.document, parsed.document.value, 0, 0))
        problems += [Problem(f.message, f.advice, locator.place(f.path, at_key=f.at_key)) for f in out.faults]
        if rule is not None:
            if rule.id in rules:
                first = rules[rule.id][1].document.place(0)
                advice = "Rename one of the files; rules are told apart by theme and id."
                message = f"the rule `{rule.id}` is there twice"
                problems.append(Problem(message, advice, rule.entry.place(), ((first, "first here"),)))
            rules[rule.id] = rule, rule.entry
    if problems:
        raise Problems(in_order(problems), documents)
    return [rules[name] for name in sorted(rules)]


def _rule_files(folders: Iterable[Path], problems: list[Problem]) -> list[tuple[str, Path]]:
    """Every rule file below the folders, with the name to show."""
    found: dict[Path, str] = {}
    for folder in folders:
        if not folder.is_dir():
            advice = "Name a folder of rules of the form <theme>/<id>.yaml."
            problems.append(Problem("no such folder of rules", advice, Place(str(folder), 1, 1)))
            continue
        files = sorted(folder.glob("*/*.yaml"))
        if not files:
            advice = "Put each rule into a folder named after its theme: <theme>/<id>.yaml."
            problems.append(Problem("no rule in this folder", advice, Place(str(folder), 1, 1)))
        for path in sorted({*folder.glob("*.y*ml"), *folder.glob("*/*.yml")}):
            advice = "Rules are files of the form <theme>/<id>.yaml."
            problems.append(Problem("this file is no rule where it stands", advice, Place(path.as_posix(), 1, 1)))
        for path in files:
            found.setdefault(path.resolve(), path.as_posix())
    return [(name, path) for path, name in found.items()]


def _rule(path: Path, document: Document, facts: Mapping[str, object], out: Findings) -> Rule | None:
    """The rule that the facts of a file make up, or None where they are faulty."""
    theme, name = path.parent.name, path.stem
    if "id" in facts and facts["id"] != name:
        out.faults.append(Fault(("id",), f"the id is not the file's name `{name}`", f"Write `id: {name}`."))
    severities = _severities(facts["severity"], out) if "severity" in facts else ()
    _shape(facts, out)
    if out.faults:
        return None
    return Rule(
        id=f"{theme}/{name}",
        theme=theme,
        title=str(facts["title"]),
        severities=severities,
        why=str(facts["why"]),
        fix=str(facts["fix"]),
        message=str(facts["message"]),
        entry=Entry(document, document.value, 0, 0),
        asks_for=str(facts.get("for", "")),
        where=facts.get("where"),  # type: ignore[arg-type]
        expect=facts.get("expect"),  # type: ignore[arg-type]
        check=str(facts.get("check", "")),
        options=facts.get("with"),  # type: ignore[arg-type]
        point=str(facts.get("point", "")),
        note=str(facts.get("note", "")),
        money=str(facts.get("money", "")),
        references=facts.get("references", ()),  # type: ignore[arg-type]
        since=facts.get("since"),  # type: ignore[arg-type]
        approvers=str(facts.get("approvers", "any")),
    )


def _severities(stated: object, out: Findings) -> tuple[SeverityCase, ...]:
    """The cases of a severity; a single word is one case that always holds."""
    cases = stated if isinstance(stated, list) else [{"is": stated}]
    found = []
    for index, case in enumerate(cases):
        at = ("severity", index) if isinstance(stated, list) else ("severity",)
        word = case.get("is") if isinstance(case, dict) else None
        where = case.get("where", {}) if isinstance(case, dict) else None
        if not isinstance(where, dict) or (isinstance(case, dict) and case.keys() - {"is", "where"}):
            out.faults.append(Fault(at, "a case of severity has `where` and `is`", "Such as {where: …, is: high}."))
        elif not isinstance(word, str) or word not in SEVERITIES:
            near = did_you_mean(str(word), SEVERITIES)
            advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(SEVERITIES)}."
            out.faults.append(Fault(at, f"`{word}` is no severity", advice))
        else:
            found.append(SeverityCase(where, SEVERITIES[word]))
    if found and found[-1].where:
        out.faults.append(Fault(("severity",), "no severity holds for all others", "End the list with `{is: low}`."))
    return tuple(found)


def _shape(facts: Mapping[str, object], out: Findings) -> None:
    """A rule asks a subject's facts or a check, not both and not neither."""
    asks = facts.get("for")
    if ("check" in facts) == ("expect" in facts):
        out.faults.append(Fault((), "a rule has either `expect` or `check`", "Add one, or remove the other."))
    for key in ("where", "expect", "with"):
        if key in facts and not isinstance(facts[key], dict):
            out.faults.append(Fault((key,), f"`{key}` holds a mapping", f"Write the keys of `{key}` below it."))
    if "expect" in facts and asks not in SUBJECTS:
        advice = f"Use one of: {', '.join(SUBJECTS)}."
        out.faults.append(Fault(("for",) if asks else (), f"`for: {asks or ''}` is no kind of subject", advice))
    if "check" in facts:
        extra = [key for key in ("for", "where") if key in facts]
        for key in extra:
            out.faults.append(Fault((key,), f"a rule with a check has no `{key}`", "Say it in `with`."))
