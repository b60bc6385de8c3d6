"""Telling: an audit in, text out; nothing here prints or opens a file."""
