"""Which column of a list states which fact."""
