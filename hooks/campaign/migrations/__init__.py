"""From one form of the content to the next: `schema_version` in `site.yml` says which it has.

A step is a module `to_<n>.py` with a function that takes the texts of all content files, by
their paths, and gives back those that differ. It changes what it must in the text itself
(`splices.py`), so that comments and spelling stay; what is already as it should be it leaves
alone, for a migration that was killed is run again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from campaign.migrations import to_2

Files = Mapping[str, str]
FIRST = 1
"""The form of content that does not say which it has."""
STEPS: Mapping[int, Callable[[Files], Files]] = {2: to_2.migrated}
"""What makes each form from the one before it."""
SCHEMA_VERSION = max(STEPS)
"""The form that this program reads."""


def migrated(files: Files, since: int) -> Files:
    """The texts that differ when content of one form gets the form of today."""
    now = dict(files)
    for version in range(since + 1, SCHEMA_VERSION + 1):
        now |= STEPS[version](now)
    return {path: text for path, text in now.items() if text != files[path]}
