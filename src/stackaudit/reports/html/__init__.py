"""The audit as one page for browsers: templates, style and script, and what fills them."""
