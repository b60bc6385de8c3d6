"""Reading: the only floor that opens files."""
