"""A speech (讲话) with its key figures and what it asks of whom."""

from campaign.kinds.kind import Kind, Plain
from campaign.kinds.speech.record import Speech

KIND = Kind(
    Speech,
    "docs/speeches/*.md",
    folder="speeches",
    plain=Plain("account-voice", "会议上的讲话全文"),
)

__all__ = ["KIND", "Speech"]
