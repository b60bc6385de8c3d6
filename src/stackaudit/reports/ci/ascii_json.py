"""JSON in ASCII: whoever reads it, no character in it is a control, a line break or half of another."""

from __future__ import annotations

import json

encode = json.JSONEncoder(allow_nan=False, check_circular=False, separators=(",", ":")).encode
"""A value as JSON on one line of printable ASCII."""
