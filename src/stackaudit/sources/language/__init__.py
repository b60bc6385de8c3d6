"""Holding what files say against the tables of the language: values, keys, and the places of what is wrong."""
