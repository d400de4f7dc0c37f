"""What departments have promised in public stays: see `reading/promised.py`."""

from __future__ import annotations

from functools import partial

from campaign.kinds.pairing import KIND
from campaign.reading import promised

altered = partial(promised.altered, KIND)
