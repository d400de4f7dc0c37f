"""What was planned and done in public stays: see `reading/promised.py`."""

from __future__ import annotations

from functools import partial

from campaign.kinds.project import KIND
from campaign.reading import promised

altered = partial(promised.altered, KIND)
