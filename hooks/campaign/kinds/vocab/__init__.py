"""Word lists: no list of a campaign is in the code."""

from campaign.kinds.kind import Kind
from campaign.kinds.vocab.record import Vocab

KIND = Kind(
    Vocab, "showcases/vocab/*.yml", is_reviewed=False, can_be_begun=False, can_be_linked=False
)

__all__ = ["KIND", "Vocab"]
