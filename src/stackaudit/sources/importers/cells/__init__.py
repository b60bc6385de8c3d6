"""What people type into a cell, understood as a value of the language."""
