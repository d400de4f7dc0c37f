"""What was reported and answered in public stays: see `reading/promised.py`."""

from __future__ import annotations

from functools import partial

from campaign.kinds.exposure import KIND
from campaign.reading import promised

altered = partial(promised.altered, KIND)
