"""The office's desk: forms for everything that people write, made from the models.

A clerk edits a record in a browser on the office's own machine. What the form asks follows
from the model (`controls.py`), what it shows and what comes back from the file (`values.py`,
`changes.py`); the site's own rules and pages judge and show the unsaved record.
"""
