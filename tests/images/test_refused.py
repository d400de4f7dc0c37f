"""Hostile, broken and foreign files are refused, at once and in words."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from contextlib import suppress
from typing import Any

import pytest

from campaign.images import screening
from campaign.images.decoding import Unreadable
from campaign.images.master import master
from conftest import needed
from images.looking import (
    LIKE_THE_DRAWING,
    assert_only_pixels_in_jpeg,
    can_be_made,
    data_of,
    each,
)
from picture_files import BY_NAME, FIXTURES, Fixture
from sites import ROOT

pytestmark = pytest.mark.filterwarnings("error")
REFUSED = [fixture for fixture in FIXTURES if fixture.add == "refuse"]
REASONS = {"unknown", "format", "animated", "pixels", "broken", "heic"}
REFUSING = """
import json, sys, time
from pathlib import Path

from campaign.images import screening
from campaign.images.decoding import Unreadable
from campaign.images.derivatives import derive
from campaign.images.master import master


def outcome(function, *arguments):
    try:
        function(*arguments)
    except Unreadable as error:
        return error.reason
    except Exception as error:
        return f"a traceback: {error!r}"
    return "nothing"


def code(name, data):
    try:
        return screening.fault(name, data).code
    except Exception as error:
        return f"a traceback: {error!r}"


found = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    start, data = time.process_time(), path.read_bytes()
    outcomes = [code(path.name, data), outcome(master, data), outcome(derive, data)]
    found[path.name] = [*outcomes, time.process_time() - start]
# Not ru_maxrss: a process begins with what the one that started it has used.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
print(json.dumps({"files": found, "peak": peak}))
"""


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process of its own says of every refused file: codes, reasons, time and memory."""
    folder = tmp_path_factory.mktemp("refused")
    for fixture in filter(can_be_made, REFUSED):
        (folder / fixture.name).write_bytes(fixture.data)
    hooks = ROOT / "hooks"
    done = subprocess.run(
        [sys.executable, "-c", REFUSING, str(folder)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(hooks)},
    )
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@each(REFUSED)
def test_a_hostile_file_is_refused_at_once(fixture: Fixture, refusals: dict[str, Any]) -> None:
    told = needed(refusals["files"].get(fixture.name), fixture.needs or fixture.name)
    code, of_master, of_derive, seconds = told
    assert code == fixture.code
    assert {of_master, of_derive} <= REASONS
    assert seconds < 2


def test_hostile_files_take_little_memory(refusals: dict[str, Any]) -> None:
    [peak] = needed(refusals["peak"] or None, "/proc")
    assert peak < 200_000


def test_heic_is_refused_in_words_where_its_decoder_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = data_of(BY_NAME["plain.heic"])
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(Unreadable) as refused:
        master(data)
    assert refused.value.reason == "heic"


def damaged(data: bytes, luck: random.Random) -> bytes:
    """Some bytes changed, most of them in the headers, and the end cut off."""
    changed = bytearray(data)
    for _ in range(luck.randint(1, 12)):
        within = min(len(data), luck.choice((64, 400, len(data))))
        changed[luck.randrange(within)] = luck.randrange(256)
    return bytes(changed[: luck.randint(len(data) // 2, len(data))])


@each(LIKE_THE_DRAWING)
def test_damage_ends_in_a_refusal_and_never_in_a_traceback(fixture: Fixture) -> None:
    data, luck = data_of(fixture), random.Random(fixture.name)
    for _ in range(6):
        broken = damaged(data, luck)
        screening.fault(fixture.name, broken)
        with suppress(Unreadable):
            assert_only_pixels_in_jpeg(master(broken).data)
