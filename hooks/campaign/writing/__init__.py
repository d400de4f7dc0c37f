"""Changing what people wrote, and nothing else: comments, order, quoting and blank lines stay.

`changes` says what a change is and finds those between two states of a record, `splicing`
makes them in a text, `values` writes what is new, `records` writes whole new records, and
`files` replaces a file unless somebody else was faster. Every new text is read again by the
site's own reader before it counts: it must say what was said before, and the change.
"""
