"""The text of a draft from a document: what is known in its fields, the document in its body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic.fields import FieldInfo

from campaign.importing.word.markdown import Writer
from campaign.importing.word.model import Block, Document
from campaign.importing.word.recognising import Found
from campaign.importing.word.sections import Experience, experience
from campaign.kinds import BY_NAME
from campaign.model.fields import UNFILLED
from campaign.photos.documents import Pictures
from campaign.site import Site
from campaign.writing import drafting
from campaign.writing.drafting import Ask
from campaign.writing.values import quoted

KINDS = ("speech", "policy", "news", "experience")
"""What a document can become."""
FEWEST_STEPS = 3
SOURCE = f"{UNFILLED}：来源，台账、通报或调查的名称）"


def fields(kind: str) -> Mapping[str, FieldInfo]:
    """The fields that an entry of a kind has."""
    found: Mapping[str, FieldInfo] = BY_NAME[kind].model.model_fields
    return found


def draft(
    kind: str,
    id: str,
    site: Site | None,
    ask: Ask | None,
    taken: Mapping[str, Found],
    document: Document,
    blocks: Sequence[Block],
    pictures: Pictures,
) -> str:
    """The text of a draft; what stands for `pictures` waits for their ids."""
    place = BY_NAME[kind]
    written = {key: [f"{key}: {quoted(item.value)}"] for key, item in taken.items()}
    if place.is_entry:
        writer = Writer(document, pictures.block)
        body = "\n\n".join(filter(None, [writer.text(blocks), writer.notes()]))
        return drafting.draft(place, id, site, ask, written, body)
    parts = _parts(experience(document, blocks))
    written |= {key: lines for key, lines in parts.items() if lines}
    if places := pictures.places(blocks):
        written["photos"] = ["photos:", *(f"  - {place}" for place in places)]
    return drafting.draft(place, id, site, ask, written)


def _parts(found: Experience) -> Mapping[str, list[str]]:
    """The parts of an experience as lines of YAML, below their keys."""
    steps = [line for step in found.practice for line in _step(step.heading, step.text)]
    for _ in range(FEWEST_STEPS - len(found.practice) if steps else 0):
        steps += _step(f"{UNFILLED}：小标题）", f"{UNFILLED}：正文）")
    results = [line for text in found.results for line in _result(text)]
    transfer = [f"  - {quoted(text)}" for text in found.transfer]
    return {
        "challenge": ["challenge: |-", *_indented(found.challenge, 2)] if found.challenge else [],
        "practice": ["practice:", *steps] if steps else [],
        "results": ["results:", *results] if results else [],
        "transfer": ["transfer:", *transfer] if transfer else [],
    }


def _result(text: str) -> list[str]:
    return [f"  - text: {quoted(text)}", f"    source: {quoted(SOURCE)}"]


def _step(heading: str, text: str) -> list[str]:
    words = text or f"{UNFILLED}：正文）"
    return [f"  - heading: {quoted(heading)}", "    text: |-", *_indented(words, 6)]


def _indented(text: str, blanks: int) -> Iterator[str]:
    yield from (" " * blanks + line if line else "" for line in text.split("\n"))
