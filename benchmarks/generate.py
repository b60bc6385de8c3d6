"""Makes inventories of any size: about thirty lines a system and three integrations each.

    python benchmarks/generate.py 2000 benchmarks/data/2000
    python benchmarks/generate.py 2000 benchmarks/data/2000-files --files 40

The stack is ordinary: most systems are well run, every tenth leaves facts out and every twentieth has faults, so that
the audit has findings and open questions to tell. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

TEAMS = {
    "marketing": "marketing",
    "web": "marketing",
    "brand": "marketing",
    "it": "it",
    "data": "it",
    "security": "it",
    "sales": "sales",
    "service": "service",
    "finance": "finance",
}
CATEGORIES = (
    "crm marketing-automation email-marketing survey chat cms web-analytics tag-management search-advertising "
    "social-advertising storefront order-management logistics payments billing service-desk data-warehouse etl ipaas "
    "bi identity monitoring team-chat design video-hosting seo webinars form-builder landing-pages cdp"
).split()
KINDS = ("contact", "name", "behavior", "location", "order", "product", "campaign")


def document(count: int, first: int, size: int, chance: random.Random) -> str:
    """The systems `first` to `first + size` of `count`, with their integrations."""
    systems = [system(index, chance) for index in range(first, first + size)]
    flows = [flow(index, count, chance) for index in range(first, first + size) for _ in range(3)]
    return "\n".join(["systems:", *systems, "integrations:", *flows, ""])


def system(index: int, chance: random.Random) -> str:
    """One system in some thirty lines."""
    team = chance.choice(list(TEAMS))
    faulty, silent = index % 20 == 0, index % 10 == 5
    lines = [
        f"  system-{index:06d}:",
        f"    name: System {index:06d} of {team}",
        f"    category: {chance.choice(CATEGORIES)}",
        f"    owner: {{business: {team}, technical: {'nobody' if faulty else 'it'}}}",
        "    bought:",
        f"      by: {team}",
        f"      approved_by: [{'' if faulty else 'it'}]" if not silent else "      how: invoice",
        f"      on: 20{chance.randint(15, 25)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}",
        "    cost:",
        f"      annual: {chance.randint(1, 200) * 600}",
        f"      seats: {chance.randint(5, 300)}",
        f"      renews: 2027-0{chance.randint(1, 9)}-01",
        "      notice: 60d",
        "    lifecycle: live",
        "    hosting: saas",
        "    regions: [eu]" if not silent else "    regions: unknown",
        "    data:",
        f"      categories: [{', '.join(chance.sample(KINDS, 2))}]",
        "      subjects: [customer, prospect]",
        f"      records: {chance.randint(1, 900)}_000",
        "      retention: 36mo",
        f"    privacy: {{agreement: 202{chance.randint(0, 5)}-05-02, legal_basis: contract}}",
        "    security:",
        f"      sso: {'false' if faulty else 'true'}",
        "      mfa: true",
        "      shared_accounts: false",
        "      audit_log: true",
        "      encrypted: [at-rest, in-transit]",
        "      certifications: [soc2, iso27001]",
        "      reviewed: 2026-02-01",
        "    service: {criticality: medium, uptime: 99.9, support: vendor}",
        "    verified: {on: 2026-09-01, by: it}",
    ]
    return "\n".join(lines)


def flow(index: int, count: int, chance: random.Random) -> str:
    """One integration, mostly with a system nearby."""
    other = (index + chance.randint(1, 40)) % count
    method = chance.choice(("native", "api", "native", "api", "file"))
    return (
        f"  - {{from: system-{index:06d}, to: system-{other:06d}, data: [{chance.choice(KINDS)}], method: {method}, "
        f"direction: {chance.choice(('one-way', 'one-way', 'two-way'))}, runs: daily, last_ran: 2026-11-20, owner: it}}"
    )


def organization() -> str:
    """The organisation and its teams."""
    teams = "\n".join(f"  {team}: {{side: {side}, lead: head-of-{team}}}" for team, side in TEAMS.items())
    return f"organization: {{name: Generated, currency: EUR, regions: [eu]}}\nteams:\n{teams}\n"


def generate(count: int, folder: Path, files: int = 1) -> None:
    """Write an inventory of `count` systems into a folder, spread over so many files."""
    chance = random.Random(count)  # noqa: S311 - reproducible, not secret
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "organization.yaml").write_text(organization(), encoding="utf-8")
    size = -(-count // files)
    for number, first in enumerate(range(0, count, size)):
        text = document(count, first, min(size, count - first), chance)
        (folder / f"systems-{number:04d}.yaml").write_text(text, encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.count, arguments.folder, arguments.files)


if __name__ == "__main__":
    main()
