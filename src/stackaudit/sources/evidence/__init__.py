"""Reading evidence: exports that other people and machines recorded."""
