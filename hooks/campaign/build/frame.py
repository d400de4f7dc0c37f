"""The frame of a site: all that the builder is told. No record and no text is among it.

So what the builder lays out stays good until the theme, the settings or the names of
pages change, whatever else is edited. `build/framing.py` makes it of a site; the builder's own
process reads it here, and has no need of the content's models.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

HOME = "index.md"


@dataclass(frozen=True)
class Frame:
    """What the builder lays out."""

    url: str
    name: str
    description: str
    nav: list[Any]
    extra: Mapping[str, Any]
    """What the theme shows above and below every page."""
    pages: Mapping[str, str]
    """Markdown of the shells, by their files below `docs/`."""
    with_contents: tuple[str, ...] = ()
    """The shells that list their headings in the margin."""
    is_editable: bool = False
    is_reportable: bool = False

    def written(self) -> str:
        """As text, from which `read` makes the same frame."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def read(cls, text: str) -> Frame:
        values = json.loads(text)
        return cls(**{**values, "with_contents": tuple(values["with_contents"])})
