"""Matching: which tool a recorded trace is of, how sure that is, and why."""
