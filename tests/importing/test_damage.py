"""Documents that a program has damaged are read as far as they say anything, without a fault."""

from __future__ import annotations

import copy
import io
import random
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

import documents
from campaign.importing.word import package, reading
from campaign.importing.word.markdown import Writer
from campaign.importing.word.package import Package, Part
from campaign.importing.word.recognising import recognised
from campaign.importing.word.sections import experience

VALUES = ("", "x", "-1", "0", "9", "99999999999", "一")
WHOLE = {way: package.read("a.docx", io.BytesIO(documents.speech(way))) for way in documents.WAYS}


def damaged(part: Part, chance: random.Random) -> Part:
    """A part with elements taken away, doubled, moved and renamed, and values that are none."""
    root = copy.deepcopy(part.root)
    pairs = [(parent, child) for parent in root.iter() for child in parent]
    for _ in range(chance.randint(1, 30)):
        _damage(*chance.choice(pairs), chance.choice(pairs)[1], chance)
    return replace(part, root=root)


def _damage(parent: Element, child: Element, other: Element, chance: random.Random) -> None:
    what = chance.randrange(5)
    if what == 0 and child in list(parent):
        parent.remove(child)
    elif what == 1:
        parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(child))
    elif what == 2:
        other.append(copy.deepcopy(child))
    elif what == 3:
        child.tag = other.tag
    elif child.attrib:
        child.set(chance.choice(list(child.attrib)), chance.choice(VALUES))


@pytest.mark.parametrize("seed", range(60))
def test_damage_is_no_fault(seed: int) -> None:
    chance = random.Random(seed)
    whole = WHOLE[chance.choice(documents.WAYS)]
    parts = {kind: damaged(part, chance) for kind, part in whole.parts.items()}
    found = reading.of(Package(damaged(whole.document, chance), parts, whole.pictures))
    recognised(found.blocks, {})
    experience(found, found.blocks)
    writer = Writer(found, lambda name: name)
    assert isinstance(writer.text(found.blocks) + writer.notes(), str)
