"""The commands: one module a verb."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The project that commands are about."""
