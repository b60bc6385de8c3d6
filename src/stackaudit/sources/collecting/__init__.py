"""Collecting: websites and domains are asked over the network, and what they show is told as snapshots."""
