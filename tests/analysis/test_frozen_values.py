from __future__ import annotations

from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import walk_packages

from stackaudit import analysis

COLLECTING = ["Record"]
"""What takes down what others find, and is no value."""


def test_every_value_of_the_analysis_is_frozen() -> None:
    modules = [import_module(found.name) for found in walk_packages(analysis.__path__, f"{analysis.__name__}.")]
    values = {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and is_dataclass(each) and each.__module__.startswith(analysis.__name__)
    }

    assert {each.__name__ for each in values} >= {"Stack", "Question", "Context", "Scales"}
    assert [each.__name__ for each in values if not each.__dataclass_params__.frozen] == COLLECTING  # type: ignore[attr-defined]
