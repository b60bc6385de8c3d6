"""The entries of a list as drafts."""
