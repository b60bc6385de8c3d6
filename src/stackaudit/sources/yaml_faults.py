"""Syntax errors of YAML in words that help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from stackaudit.model.problems import Problem

if TYPE_CHECKING:
    from stackaudit.model.documents import Document

_ADVICE = {
    "could not find expected ':'": "Write `key: value`, or quote the text if it was meant as one.",
    "mapping values are not allowed": "Quote the text if it contains `: `, or mend the indentation.",
    "cannot start any token": "Quote text that begins with a sign such as ` or @ or %; indent with spaces only.",
    "mapping keys are not allowed": "Write `unknown` for what is not known, or quote the question mark.",
    "did not find expected node content": "Write a value here, such as `unknown`; quote it if it begins with a sign.",
    "did not find expected key": "Check the indentation of this line against the lines above it.",
    "did not find expected ',' or ']'": "Close the list with `]`.",
    "did not find expected ',' or '}'": "Close the mapping with `}`.",
    "found unexpected end of stream": "Close the quotation mark.",
    "control characters are not allowed": "Remove the invisible character.",
}


def syntax_problem(error: Exception, document: Document) -> Problem:
    """The problem that a syntax error is, at its place in the document."""
    if isinstance(error, ReaderError):
        message = f"the character U+{error.character:04X} is not allowed in YAML"
        offset = max(0, document.text.find(chr(error.character)))  # libyaml's own position counts bytes
        return Problem(message, "Remove it, or write it as an escape in double quotes.", document.place(offset))
    text = str(getattr(error, "problem", None) or error)
    advice = next((advice for part, advice in _ADVICE.items() if part in text), "Mend the YAML at this place.")
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    offset = min(mark.index, len(document.text)) if mark is not None else 0
    return Problem(f"not valid YAML: {text}", advice, document.place(offset))
