"""A policy document (政策文件)."""

from campaign.kinds.kind import Kind, Plain
from campaign.kinds.policy.record import Policy

KIND = Kind(
    Policy,
    "docs/policies/*.md",
    folder="policies",
    plain=Plain("file-document-outline", "文件原文和通俗解读"),
    offers={"policies": {"by": ("status", "issuer", "year")}},
)

__all__ = ["KIND", "Policy"]
