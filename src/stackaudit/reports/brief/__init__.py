"""The report that people forward, as Markdown: one file a chapter."""
