"""An article that explains a policy (政策解读)."""

from campaign.kinds.interpretation.record import Interpretation
from campaign.kinds.kind import Kind

KIND = Kind(
    Interpretation,
    "docs/interpretations/*.md",
    folder="interpretations",
    in_column="policies",
)

__all__ = ["KIND", "Interpretation"]
