"""`stackaudit rules`: list, show and test rules, and list the facts and tests that they are made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import Rules, Select, chosen
from stackaudit.cli.doors import problems_told, rule_folders, rules_of, say, settings_for, shown, width

if TYPE_CHECKING:
    from stackaudit.model.settings import Settings

app = typer.Typer(help="List, show and test rules.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_rules(
    select: Select = None,
    rules: Rules = None,
) -> None:
    """List rules by theme: severity, id and what holds where they pass."""
    import sys

    from stackaudit.reports.terminal.rulebook import rule_list

    with problems_told():
        chosen = rules_of(_settings(rules, select))
        say(shown(rule_list(chosen, width(sys.stdout)), sys.stdout))


@app.command("show")
def show(rule: str, rules: Rules = None) -> None:
    """Show one rule with everything that it says; the same as `stackaudit explain`."""
    explain_rule(rule, rules)


@app.command("facts")
def facts(
    kind: Annotated[str, typer.Argument(help="The kind of subject, such as system or integration.")] = "",
) -> None:
    """List the facts that rules can ask for, and the tests that they can ask."""
    import sys

    from stackaudit.analysis.facts import facts_of
    from stackaudit.analysis.vocabulary import OPERATORS
    from stackaudit.model.language import SUBJECTS
    from stackaudit.reports.terminal.rulebook import fact_list, operator_list

    if kind and kind not in SUBJECTS:
        raise typer.BadParameter(f"use one of: {', '.join(SUBJECTS)}")
    lines = []
    for each in [kind] if kind else SUBJECTS:
        lines += fact_list(each, facts_of(each), width(sys.stdout))
    tests = [(name, operator.about) for name, operator in OPERATORS.items()]
    say(shown([*lines, *operator_list(tests, width(sys.stdout))], sys.stdout))


@app.command("test")
def test(
    path: Annotated[Path | None, typer.Argument(help="A folder of rules. [default: the rules in use]")] = None,
    rules: Rules = None,
) -> None:
    """Try every rule on the examples in its own file."""
    import sys

    from stackaudit.analysis.trying import try_example
    from stackaudit.reports.terminal.trials import trial_lines
    from stackaudit.sources.catalogue import marked, read_catalogue
    from stackaudit.sources.rulebook import read_examples

    with problems_told():
        settings = _settings(rules, None)
        catalogue = marked(read_catalogue())
        folders = [path] if path else rule_folders(settings)
        thresholds = settings.facts()
        trials = [
            try_example(rule, example, catalogue, thresholds)
            for rule, examples in read_examples(folders, catalogue.categories)
            for example in examples
        ]
        say(shown(trial_lines(trials, width(sys.stdout)), sys.stdout))
    raise typer.Exit(0 if all(trial.holds for trial in trials) else 1)


def explain_rule(pattern: str, rules: list[Path] | None) -> None:
    """Show the rule that a name means."""
    import sys

    from stackaudit.reports.terminal.rulebook import rule_page

    with problems_told():
        for rule in rules_of(_settings(rules, [pattern])):
            say(shown(rule_page(rule, width(sys.stdout)), sys.stdout))


def _settings(rules: list[Path] | None, select: list[str] | None) -> Settings:
    return settings_for([Path()], {**chosen(select=select or ["*"], rules=rules), "ignore": ()})
