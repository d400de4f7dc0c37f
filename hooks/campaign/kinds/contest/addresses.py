"""Where the winners of a contest stand on the site."""

from __future__ import annotations


def winners(contest: str) -> str:
    """The winners of a contest; no id has an underscore, so no record can stand there."""
    return f"contests/{contest}_winners/"
