"""Thinking: pure functions of the inventory, the rules and the date. No file, no network, no clock."""
