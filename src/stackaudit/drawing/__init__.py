"""Telling in pictures: a transit network in, a drawing out; nothing is printed or opened here."""
