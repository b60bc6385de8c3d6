"""Packs the catalogue when a wheel or an editable install is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackCatalogue(BuildHookInterface[Any]):
    """Writes `packed.json` and `marks.json` beside the chapters of the catalogue and puts them into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Write the packs before files are collected."""
        sys.path.insert(0, str(Path(self.root, "src")))
        from stackaudit.sources.catalogue import write_packs  # noqa: PLC0415 - from the tree being built

        for pack in write_packs(Path(self.root, "src", "stackaudit", "catalogue")):
            build_data["artifacts"].append(f"/{pack.relative_to(self.root).as_posix()}")
