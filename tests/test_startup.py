"""What a verb imports: a check starts without the builder, a help without the content."""

from __future__ import annotations

from pathlib import Path

from campaign.kinds.gallery.record import People
from campaign.verbs import photos
from campaign.writing.drafting import CHOICES
from sites import build_site, run

HEAVY = {
    *("mkdocs", "material", "opencc", "xlsxwriter", "icalendar", "selectolax", "segno"),
    *("pypinyin", "nh3", "markdown", "pymdownx", "jinja2", "rich", "starlette", "uvicorn"),
    "rjieba",
}
CONTENT = {"pydantic", "campaign.model", "campaign.site", "campaign.build"}
IMPORTED = """\
import runpy, sys
sys.argv = {arguments!r}
try:
    runpy.run_path("build_site.py", run_name="__main__")
except SystemExit as ended:
    status = ended.code
print(*sys.modules, status, file=sys.stderr)
"""


def imported(project: Path, *words: str) -> set[str]:
    """The modules that the command has imported when it ends."""
    code = IMPORTED.format(arguments=["build_site.py", *words])
    done = run(project, "-c", code)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_a_check_imports_nothing_of_a_build(project: Path) -> None:
    for _ in range(2):  # with nothing kept, and with everything
        seen = imported(project, "--no-bootstrap", "check")
        assert "campaign.checks" in seen
        assert packages(seen) & HEAVY == set()
        assert "campaign.build" not in seen


def test_a_check_of_a_site_without_pictures_leaves_pillow_alone(project: Path) -> None:
    assert "PIL" in imported(project, "--no-bootstrap", "check")
    for picture in project.glob("showcases/galleries/*/*.jpg"):
        picture.unlink()
    assert "PIL" not in imported(project, "--no-bootstrap", "check")


def test_help_imports_none_of_the_content(project: Path) -> None:
    seen = imported(project, "--no-bootstrap", "--help")
    assert "campaign.cli" in seen
    assert seen & CONTENT == set()


def test_the_help_of_new_lists_the_kinds(built: Path) -> None:
    words = "".join(build_site(built, "new", "--help").stdout.split())
    assert "|".join(CHOICES)[:20] in words
    refused = build_site(built, "new", "nothing", "a")
    assert refused.returncode != 0
    assert "community" in refused.stderr


def test_people_are_named_as_the_model_names_them() -> None:
    assert f"[{'|'.join(People)}]" == photos.PEOPLE
