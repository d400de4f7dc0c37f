"""The site's scripts: joined from modules, and their pure parts run without a browser."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from graphlib import CycleError
from pathlib import Path

import pytest

from campaign.build import scripts
from campaign.build.scripts import NotJoined
from campaign.verbs import testing
from conftest import needed
from sites import ROOT, tree_of

TESTS = sorted((ROOT / "tests/scripts").glob("*.test.js"))
MODULES = sorted(scripts.FOLDER.rglob("*.js"))
EVERY_PAGE = ("campaign.js", "colours.js", "reading.js")


@pytest.fixture(scope="module")
def node() -> str:
    return needed(shutil.which("node"), "Node")


def run(*command: str, stdin: str = "") -> str:
    """What a program prints; it must succeed."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# Joining


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of modules in the place of the site's."""
    monkeypatch.setattr(scripts, "FOLDER", tmp_path)
    return tmp_path


def write(folder: Path, **modules: str) -> None:
    for name, text in modules.items():
        path = folder / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_module_stands_before_those_that_import_it_and_without_comments(folder: Path) -> None:
    write(
        folder,
        page="// Why.\nimport { one } from './parts/one.js';\n\n/** @type {number} */\n"
        "const two = one + 1; // more\nif (two) {\n  run(/** @type {x} */ (two));\n}\n",
        parts__one="/**\n * A number.\n */\nexport const one = 1;\n",
    )
    assert scripts.joined("page.js") == (
        "(() => {\n'use strict';\n"
        "const $parts_one = (() => {\nconst one = 1;\nreturn { one };\n})();\n"
        "(() => {\nconst { one } = $parts_one;\nconst two = one + 1;\n"
        "if (two) {\nrun( (two));\n}\n})();\n"
        "})();\n"
    )


def test_a_module_that_several_import_runs_once_and_names_do_not_meet(
    folder: Path, node: str
) -> None:
    write(
        folder,
        page="import { a } from './a.js';\nimport {\n  b,\n} from './parts/b.js';\n"
        "const make = 'own';\nconsole.log(a(), b, make);\n",
        a="import { make } from './parts/shared.js';\n"
        "export function a() {\n  return make('a');\n}\n",
        parts__b="import { make } from './shared.js';\n"
        "export class B {\n  made = make('b');\n}\nexport const b = new B().made;\n",
        parts__shared="console.log('once');\nexport const make = (text) => `made ${text}`;\n",
    )
    assert run(node, "-", stdin=scripts.joined("page.js")) == "once\nmade a made b own\n"


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;\n",
        "export { one };\n",
        "export function* one() {}\n",
        "export let one = 1;\n",
        "import './one.js';\n",
        "import one from './one.js';\n",
        'import { one } from "./one.js";\n',
        "import { one } from 'elsewhere';\n",
        "import * as one from './one.js';\n",
    ],
)
def test_what_cannot_be_joined_is_named(folder: Path, text: str) -> None:
    write(folder, page=f"const two = 2;\n{text}", one="export const one = 1;\n")
    with pytest.raises(NotJoined, match=re.escape(f"page.js: {text.strip()}")):
        scripts.joined("page.js")


def test_modules_that_import_each_other_are_refused(folder: Path) -> None:
    write(
        folder,
        a="import { b } from './b.js';\nexport const a = 1;\n",
        b="import { a } from './a.js';\nexport const b = 1;\n",
    )
    with pytest.raises(CycleError):
        scripts.joined("a.js")


# The site's scripts


def test_every_module_is_part_of_a_script() -> None:
    used = {module for name in scripts.LOADED for module in scripts._graph(name)}
    assert used == {path.relative_to(scripts.FOLDER).as_posix() for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(scripts.FOLDER).as_posix())
def test_nothing_in_a_text_looks_like_a_comment_or_an_indent(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert line.count("`") % 2 == 0, line
        for text in re.findall(r"'[^'\n]*'|`[^`\n]*`", scripts.COMMENT.sub("", line)):
            assert not re.search(r"/\*|\*/|\s//", text), line


@pytest.mark.parametrize("address", sorted(scripts.texts()))
def test_every_script_can_be_read(address: str, node: str, tmp_path: Path) -> None:
    path = tmp_path / "script.cjs"
    path.write_text(scripts.texts()[address], encoding="utf-8")
    run(node, "--check", str(path))
    assert not re.search(r"^\s*(?:import|export)\s", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_only_whole_scripts_are_published(built: Path) -> None:
    files = {path: data for path, data in tree_of(built / "site").items() if path.endswith(".js")}
    ours = {p: d for p, d in files.items() if p.startswith("assets/") and "/javascripts/" not in p}
    assert ours == {address: text.encode() for address, text in scripts.texts().items()}
    assert not (built / "site/scripts").exists()


def test_what_every_page_loads_is_small() -> None:
    sizes = [len(gzip.compress(scripts.joined(name).encode(), 9)) for name in EVERY_PAGE]
    assert sum(sizes) <= 7_500, sizes


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_what_every_page_loads_can_be_read_by_browsers_of_2020(name: str) -> None:
    text = scripts.joined(name)
    assert not re.search(r"[?|&]{2}=|\.(?:at|findLast|replaceAll|toSorted)\(", text)


# Style, types, and the parts that need no browser


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The scripts with the settings of their checks, to be spoilt."""
    for name in testing.SCRIPT_CHECKS:
        needed(testing.node_package(ROOT, name), name)
    for setting in ("tsconfig.json", ".oxlintrc.json"):
        shutil.copy(ROOT / setting, tmp_path)
    shutil.copytree(scripts.FOLDER, tmp_path / "hooks/theme/scripts")
    shutil.copytree(ROOT / "tests/scripts", tmp_path / "tests/scripts")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


SPOILT = {
    "oxlint": "export function stop() {\n  debugger;\n}\n",
    "typescript": "export const length = document.querySelector('p').length;\n",
}


def test_the_linter_and_the_type_checker_pass_the_scripts_and_find_what_is_wrong(
    copy: Path,
) -> None:
    commands = dict(zip(testing.SCRIPT_CHECKS, testing.script_checks(copy), strict=True))
    spoilt = copy / "hooks/theme/scripts/spoilt.js"
    for name, command in commands.items():
        spoilt.unlink(missing_ok=True)
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
        spoilt.write_text(SPOILT[name], encoding="utf-8")
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True)
        assert done.returncode != 0, name
        assert "spoilt.js" in done.stdout


def test_without_their_programs_the_scripts_are_not_checked(tmp_path: Path) -> None:
    assert testing.script_checks(tmp_path) == []


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name.removesuffix(".test.js"))
def test_a_part_that_needs_no_browser(path: Path, node: str) -> None:
    run(node, "--test", str(path))
