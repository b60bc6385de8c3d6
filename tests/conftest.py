"""Settings of all tests: the gate tries the same examples every time, a developer's run looks for new ones."""

import os

from hypothesis import settings

settings.register_profile("gate", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("gate")
