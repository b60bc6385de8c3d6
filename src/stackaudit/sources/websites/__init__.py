"""Websites: the hosts that pages call, the marks in their HTML and scripts, and the snapshots that hold them."""
