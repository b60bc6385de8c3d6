"""Reading an inventory: files to facts, or every problem in them at once."""

from stackaudit.sources.inventory.reading import (
    read_inventory,
    read_inventory_entry,
    read_inventory_text,
    read_inventory_texts,
)

__all__ = ["read_inventory", "read_inventory_entry", "read_inventory_text", "read_inventory_texts"]
