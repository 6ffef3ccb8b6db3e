"""The list of answers that came in: what each says, against what stands there, and which of them are ticked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from clubhub.domain.replies import Verdict
from clubhub.domain.reply_reviews import Review, ReviewItem, Taken
from clubhub.support.texts import _, plural
from clubhub.viewmodels.table_model import Column, Index, RowTableModel

WHO, VERDICT, SAYS, STANDS = range(4)
LONGEST_SHOWN = 300
"""Letters of a message that are shown beside the list."""

_LOOKS = {
    Verdict.SURE: ("ok", "ok"),
    Verdict.SAME: ("ok", "info"),
    Verdict.UNSIGNED: ("info", "info"),
    Verdict.REPLACED: ("turn", "info"),
    Verdict.OLDER: ("history", "warning"),
    Verdict.LATE: ("time", "warning"),
    Verdict.UNSURE: ("warning", "warning"),
    Verdict.FOREIGN: ("warning", "danger"),
    Verdict.CONTRADICTORY: ("warning", "danger"),
    Verdict.UNKNOWN_PERSON: ("guest", "warning"),
    Verdict.OTHER_POLL: ("danger", "danger"),
    Verdict.NOT_AN_ANSWER: ("danger", "info"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """`says` and `stands` are answers in few words; `is_ticked`: shall be counted."""

    item: ReviewItem
    says: str
    stands: str
    is_ticked: bool

    @property
    def who(self) -> str:
        item = self.item
        return item.name or item.message.author or item.message.address or _("Nobody known")

    @property
    def can_be_ticked(self) -> bool:
        return self.item.can_be_taken and bool(self.item.name)

    @property
    def sign(self) -> str:
        return _LOOKS[self.item.verdict][0]

    @property
    def look(self) -> str:
        return _LOOKS[self.item.verdict][1]


class ReviewModel(RowTableModel[ReviewRow]):
    """Only the sure ones are ticked from the beginning."""

    ticked = Signal()
    """Another number of answers shall be counted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda row: row.item.number, parent)
        self._review: Review | None = None

    def set_review(self, review: Review) -> None:
        """What has to be looked at stands first, then what is sure, then the rest."""
        self._review = review
        rows = [self._row(item, is_ticked=item.verdict is Verdict.SURE) for item in review.items]
        self.set_rows(sorted(rows, key=_place))
        self.ticked.emit()

    def exchange(self, item: ReviewItem) -> None:
        """An item is somebody else's now, which a person decided: it is ticked."""
        row = self._row(item, is_ticked=item.can_be_taken)
        self.set_rows([row if item.number == other.item.number else other for other in self.rows])
        self.ticked.emit()

    def tick(self, numbers: Iterable[int], *, is_ticked: bool) -> None:
        wanted = set(numbers)
        self.set_rows(
            [
                replace(row, is_ticked=is_ticked) if row.item.number in wanted and row.can_be_ticked else row
                for row in self.rows
            ]
        )
        self.ticked.emit()

    def clear_ones(self) -> list[int]:
        """The numbers of those that only lack a signature."""
        return [row.item.number for row in self.rows if row.item.verdict is Verdict.UNSIGNED and row.can_be_ticked]

    def taken(self) -> list[Taken]:
        """The ticked ones in the order in which they came."""
        return [
            Taken(
                number=row.item.number,
                person_id=row.item.person.id if row.item.person else None,
                guest_name=row.item.guest_name,
            )
            for row in sorted(self.rows, key=lambda row: row.item.number)
            if row.is_ticked
        ]

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        is_box = row is not None and row.can_be_ticked and index.column() == WHO
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable if is_box else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.row(index)
        if row is not None and role == Qt.ItemDataRole.CheckStateRole:
            has_box = index.column() == WHO and row.can_be_ticked
            return (Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked) if has_box else None
        if row is not None and role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(row.item.reasons) or None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.CheckStateRole or not row.can_be_ticked:
            return False
        self.tick([row.item.number], is_ticked=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _row(self, item: ReviewItem, *, is_ticked: bool) -> ReviewRow:
        review = self._review
        return ReviewRow(
            item=item,
            says=review.words(item) if review else "",
            stands=review.present_words(item) if review else "",
            is_ticked=is_ticked,
        )


def review_summary(review: Review) -> str:
    """How many answers there are, and how many of them are sure."""
    answers = [item for item in review.items if item.can_be_taken]
    if not answers:
        return _("No answer to “{poll}” was found.").format(poll=review.poll.name)
    said = plural("{count} answer to “{poll}”", "{count} answers to “{poll}”", len(answers), poll=review.poll.name)
    sure = len(review.of(Verdict.SURE))
    return _("{said}: {sure} sure, {others} to be checked.").format(said=said, sure=sure, others=len(answers) - sure)


def talk_words(review: Review) -> str:
    """How many messages were passed over; "" for none."""
    if not review.talk:
        return ""
    return plural("{count} message is about something else.", "{count} messages are about something else.", review.talk)


def accept_words(number: int) -> str:
    return plural("Take in {count} answer", "Take in {count} answers", number)


def details(row: ReviewRow) -> str:
    """Why it got its verdict, what was written, and the comment that would be kept."""
    text = row.item.message.text.strip() or row.item.message.quoted.strip()
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]} …"
    parts = ["\n".join(f"• {reason}" for reason in row.item.reasons), shown]
    if row.item.read.comment:
        parts.append(_("Comment: {comment}").format(comment=row.item.read.comment))
    return "\n\n".join(part for part in parts if part)


def _place(row: ReviewRow) -> tuple[int, int]:
    rank = 1 if row.item.verdict is Verdict.SURE else 0 if row.item.can_be_taken else 2
    return rank, row.item.number


def _columns() -> list[Column[ReviewRow]]:
    return [
        Column(key="who", heading=_("Who"), text=lambda row: row.who, spoken=_spoken),
        Column(key="verdict", heading=_("Verdict"), text=lambda row: row.item.verdict.word),
        Column(key="says", heading=_("Says"), text=lambda row: row.says or _("nothing")),
        Column(key="stands", heading=_("Stands there now"), text=lambda row: row.stands or _("nothing")),
    ]


def _spoken(row: ReviewRow) -> str:
    parts = [row.who, row.item.verdict.word, row.says]
    if row.can_be_ticked:
        parts.append(_("will be counted") if row.is_ticked else _("will not be counted"))
    return ", ".join(part for part in parts if part)
