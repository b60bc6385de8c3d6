"""What changed between two states, and how an inventory did over time."""
