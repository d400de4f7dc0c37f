"""The verb `import`: a file of an office becomes drafts or records. Which, its ending says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from campaign.verbs import ROOT, console, excel

app = typer.Typer()
app.add_typer(excel.app)


@app.command(
    "import",
    help="收进 Word 文件（成草稿）或 Excel 表：先看改动，同意了才写。Take a file in.",
)
def import_file(
    file: Annotated[
        Path, typer.Argument(help="要导入的 .docx、.xlsx，或粘贴成的 .txt 。The file.")
    ],
    kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KIND",
            help="Word 写成 speech、policy、news 还是 experience；Excel 是哪一类。What it becomes.",
            show_default=False,
        ),
    ] = "",
    id: Annotated[
        str, typer.Option(help="编号；不写就由日期和拼音取。Its id.", show_default=False)
    ] = "",
    yes: Annotated[
        bool,
        typer.Option(
            "--yes", help="不询问：整理标点，只填有把握的。Take what is sure; ask nothing."
        ),
    ] = False,
) -> None:
    raise typer.Exit(run(ROOT, file, kind, id, yes))


def run(root: Path, path: Path, kind: str = "", id: str = "", agreed: bool = False) -> int:
    """Take a file in; the exit status to end with.

    `kind` and `id` are empty where they are to be asked; who has `agreed` is asked nothing.
    """
    from campaign.attachments.untrusted import Refused  # a help needs none of these
    from campaign.importing.opening import Sort, sort_of

    try:
        if sort_of(path.name) is Sort.WORKBOOK:
            return excel.run(root, path, kind, agreed)
        _document(root, path, kind, id, agreed)
    except Refused as refused:
        console.say(str(refused), "bold red")
        return 1
    except OSError as error:
        console.say(f"{path} 打不开：{error.strerror}。It cannot be opened.", "bold red")
        return 1
    return 0


def _document(root: Path, path: Path, kind: str, id: str, agreed: bool) -> None:
    """Take a document in; one that is refused is refused before a draft's needs are loaded."""
    from campaign.attachments.untrusted import Refused
    from campaign.importing import opening

    document = opening.document(path)
    from campaign.verbs import import_word
    from campaign.writing.drafting import Refused as NotWritten

    try:
        import_word.run(root, document, path.name, kind, id, agreed)
    except NotWritten as refused:
        raise Refused(str(refused)) from None
