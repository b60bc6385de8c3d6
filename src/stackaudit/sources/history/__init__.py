"""An inventory's earlier states, read from git with git itself; nothing is checked out, and the work tree stays."""
