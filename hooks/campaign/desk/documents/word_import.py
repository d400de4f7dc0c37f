"""A document at the desk: what was recognised is shown, confirmed, and written as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from campaign.desk import finding, wording
from campaign.desk.desk import Desk
from campaign.desk.documents.import_views import WORD, PrivateView, RecognisedView, WordView
from campaign.desk.documents.parcels import Parcel
from campaign.desk.names import SiteNames
from campaign.desk.rendering import render
from campaign.desk.speaking import in_chinese
from campaign.importing import changes, private
from campaign.importing.private import Private
from campaign.importing.word.model import Document
from campaign.importing.word.recognising import Found
from campaign.importing.word.taking import KINDS, Draft, Taken, Taking
from campaign.kinds import BY_NAME
from campaign.model.controls import Control, controls
from campaign.privacy.personal import masked
from campaign.writing import drafting
from campaign.writing.drafting import Refused

FIELD = "field."
"""How the name of an answer begins, before the field's own."""
WRITE = "write"
NUMBER, REASON = "number.", "reason."
HIDE, ALLOW = "hide", "allow"
NO_KIND = "请选这份稿子是什么。"
UNDECIDED = "请选要不要整理标点和空格，再按一次。"
UNSETTLED = "稿子里有个人号码，还没有写成草稿：请逐个选遮住还是公开，再按一次。"
ASKS = NO_KIND, UNDECIDED, UNSETTLED
"""What is asked for before a draft can be written; nothing is wrong."""
NO_REASON = "请写明 {} 为什么可以公开：是谁的号码，谁同意公开。"
NOT_HIDDEN = "这些号码遮不住，请在原稿里改好，再导入：{}"
IN_ID = "编号里有个人号码（{}），请换一个编号。"
DONE = "已从“{}”写成草稿，没填的请补上，写好再交稿。"
NOT_WRITTEN = "没有写成：{}。请检查磁盘，再按一次。"
MOST_ALIKE = 100
"""How many entries may go by the same words before somebody has to name the next."""
UNNAMED = "word"
Said = Mapping[str, str]


class WordImport:
    """A document that somebody has brought, and what they say of it."""

    def __init__(self, desk: Desk, parcel: Parcel, document: Document, said: Said) -> None:
        self._desk, self._parcel, self._said = desk, parcel, said
        self._root = desk.resident.root
        self._names = SiteNames(desk.site)
        self._taking = Taking(desk.site, parcel.name, document)
        kind = said.get("kind", self._taking.said.kind)
        self._kind = kind if kind in KINDS else ""

    def answer(self) -> Markup | str:
        """The page; or where to go when the draft is written."""
        if not self._kind:
            return self._page([NO_KIND] if self._said else [])
        faults = []
        if self._said.get("do") == WRITE:
            written = self._written()
            if not isinstance(written, list):
                return written
            faults = written
        return self._page(faults)

    def _written(self) -> str | list[str]:
        """Where the draft's form is, or why it was not written."""
        try:
            made = self._draft(self._said.get("id", "").strip() or self._proposed())
        except Refused as refused:
            return [in_chinese(str(refused))]
        choice = self._said.get("tidy", "")
        if made.tidied != made.text and choice not in ("yes", "no"):
            return [UNDECIDED]
        text = made.tidied if choice == "yes" else made.text
        if faults := self._unsettled(made, text):
            return faults
        try:
            files = self._taking.written(self._root, made, made.settled(text, self._reasons(text)))
        except private.Unsettled as left:
            return [NOT_HIDDEN.format(left)]
        except OSError as error:
            return [NOT_WRITTEN.format(error.strerror)]
        return self._noted(made, files)

    def _noted(self, made: Draft, files: list[str]) -> str:
        """Write the new draft into the history, and open its form."""
        folders = [str(Path(path).parent.as_posix()) for path in files[1:]]
        subject = f"{KINDS[self._kind]} {made.title} 从 Word 稿导入"
        unnoted = self._desk.write_down([files[0], *folders], subject)
        self._desk.changed(files)
        origins = self._desk.site.origins.items()
        id = next(id for (_, id), origin in origins if origin.path == files[0])
        told = [in_chinese(words) for words in made.pictures.remarks]
        self._desk.tell(self._kind, id, [DONE.format(self._parcel.name), *told, *unnoted])
        self._desk.parcels.drop(self._parcel.key)
        return finding.url_of(self._kind, id)

    def _draft(self, id: str) -> Draft:
        return self._taking.draft(self._root, self._kind, id, self._taken, None)

    @property
    def _taken(self) -> Taken:
        """What was recognised, as somebody has confirmed it."""
        offered = self._taking.offered(self._kind)
        known = (item._replace(value=self._meant(item).strip()) for item in offered)
        return {item.field: item for item in known if item.value}

    def _shown(self, item: Found) -> str:
        control = self._control(item.field)
        return wording.shown(control, item.value, self._names) if control else item.value

    def _typed(self, item: Found) -> str:
        """What the form says of it: as it was recognised, until somebody says something else."""
        is_shown = self._said.get("shown") == self._kind
        return self._said.get(f"{FIELD}{item.field}", "") if is_shown else self._shown(item)

    def _meant(self, item: Found) -> str:
        control, typed = self._control(item.field), self._typed(item)
        return (wording.meant(control, typed, self._names) or "") if control else typed

    def _control(self, key: str) -> Control | None:
        found = controls(BY_NAME[self._kind].model)
        return next((control for control in found if control.key == key), None)

    def _proposed(self) -> str:
        """An id that nothing has yet, from what is known."""
        words = self._taking.proposed(self._kind, self._taken)
        names = (words if number == 1 else f"{words}-{number}" for number in range(1, MOST_ALIKE))
        return next(filter(self._is_free, names), UNNAMED)

    def _is_free(self, id: str) -> bool:
        try:
            drafting.free_path(self._root, self._kind, id)
        except Refused:
            return False
        return True

    # Numbers of people

    def _unsettled(self, made: Draft, text: str) -> list[str]:
        """Why the draft may not be written yet: a number of a person waits for a word."""
        name = made.target.name
        if masked(name) != name:
            return [IN_ID.format(masked(name))]
        numbers = private.found(text)
        if any(self._choice(item) not in (HIDE, ALLOW) for item in numbers):
            return [UNSETTLED]
        reasons = self._reasons(text)
        lacking = (item for item in numbers if self._choice(item) == ALLOW)
        return [
            NO_REASON.format(item.masked)
            for item in lacking
            if not private.is_reason(reasons[item.key])
        ]

    def _reasons(self, text: str) -> dict[str, str]:
        """Why each number may be public that somebody does not want to be hidden."""
        return {
            item.key: self._said.get(f"{REASON}{item.key}", "").strip()
            for item in private.found(text)
            if self._choice(item) == ALLOW
        }

    def _choice(self, item: Private) -> str:
        return self._said.get(f"{NUMBER}{item.key}", "")

    # The page

    def _page(self, faults: list[str]) -> Markup:
        kind, said = self._kind, self._said
        made = self._draft(self._proposed()) if kind else None
        mends = changes.told(made.text, made.tidied) if made else ()
        view: WordView = {
            "token": self._desk.token,
            "name": self._parcel.name,
            "faults": [words for words in faults if words not in ASKS],
            "asks": [words for words in faults if words in ASKS],
            "kinds": [
                {"value": name, "label": label, "is_chosen": name == kind}
                for name, label in KINDS.items()
            ],
            "kind": kind,
            "issuer": self._taking.unknown_issuer(kind) if kind else "",
            "fields": [self._view(item) for item in self._taking.offered(kind)] if kind else [],
            "id": said.get("id", ""),
            "proposed": self._proposed() if kind else "",
            "private": [self._asked(item) for item in private.found(made.text)] if made else [],
            "mends": [words.strip() for words in mends],
            "is_tidied": said.get("tidy", ""),
            "told": [in_chinese(told.words) for told in self._taking.report(made)] if made else [],
            "text": made.text.partition("\n---\n")[2].strip() if made else "",
        }
        return render(WORD, view)

    def _asked(self, item: Private) -> PrivateView:
        return {
            "key": item.key,
            "what": item.what,
            "masked": item.masked,
            "around": item.around,
            "choice": self._choice(item),
            "reason": self._said.get(f"{REASON}{item.key}", ""),
        }

    def _view(self, item: Found) -> RecognisedView:
        control = self._control(item.field)
        return {
            "name": f"{FIELD}{item.field}",
            "label": control.title if control else item.field,
            "value": self._typed(item),
            "where": item.where,
            "is_sure": item.sure,
        }


def page_of(desk: Desk, parcel: Parcel, document: Document, said: Said) -> Markup | str:
    """The page of a document; or where to go. Raises `drafting.Refused` where it may not come."""
    return WordImport(desk, parcel, document, said).answer()
