"""Pages that people write, in Markdown or HTML: their headings, paragraphs, points and tables, in order."""
