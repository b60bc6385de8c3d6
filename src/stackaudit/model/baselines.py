"""Baselines: the findings that were there before, so that a run can tell what is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Known(NamedTuple):
    """A finding or an undetermined question that a baseline knows; the names are for readers."""

    rule: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a baseline file holds, by fingerprint.

    `undetermined` is empty unless the baseline was made where undetermined questions fail a run.
    """

    file: str
    findings: Mapping[str, Known]
    undetermined: Mapping[str, Known]
