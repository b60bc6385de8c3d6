"""Models of other tools, as tables of paths."""
