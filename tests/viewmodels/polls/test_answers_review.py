"""The list of answers that came in: which are ticked, what each says, what becomes of a correction."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from clubhub.domain.ids import OptionId, PersonId, PollId
from clubhub.domain.people import Person
from clubhub.domain.polls import Mark, Option, Poll, Road
from clubhub.domain.replies import Message, ReplyRead, Verdict
from clubhub.domain.reply_reviews import Review, ReviewItem, Taken
from clubhub.viewmodels.polls.answers_review import (
    SAYS,
    VERDICT,
    WHO,
    ReviewModel,
    accept_words,
    details,
    review_summary,
    talk_words,
)

AINO = Person(id=PersonId(1), given_name="Aino", family_name="Berg")
ONNI = Person(id=PersonId(2), given_name="Onni", family_name="Lind")
OPTIONS = tuple(
    Option(id=OptionId(10 + position), poll_id=PollId(1), position=position, label=label)
    for position, label in enumerate(("Soup", "Tea"))
)


def item(number: int, verdict: Verdict, person: Person | None = AINO, text: str = "1 2?") -> ReviewItem:
    read = ReplyRead(marks={OptionId(10): Mark.YES, OptionId(11): Mark.IF_NEED_BE}, comment="late")
    return ReviewItem(
        number=number,
        message=Message(text=text, road=Road.CHAT, author="Somebody"),
        read=read if verdict is not Verdict.NOT_AN_ANSWER else ReplyRead(),
        verdict=verdict,
        reasons=("Because.",),
        person=person,
    )


@pytest.fixture
def review() -> Review:
    items = (
        item(0, Verdict.SURE),
        item(1, Verdict.UNSIGNED, ONNI),
        item(2, Verdict.UNKNOWN_PERSON, None),
        item(3, Verdict.NOT_AN_ANSWER),
    )
    poll = Poll(id=PollId(1), name="Lunch")
    return Review(poll=poll, options=OPTIONS, items=items, talk=2, people=(AINO, ONNI))


@pytest.fixture
def model(review, qapp) -> ReviewModel:
    assert qapp is not None
    made = ReviewModel()
    made.set_review(review)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def numbers(model):
    return [taken.number for taken in model.taken()]


def test_what_has_to_be_looked_at_stands_first_and_only_the_sure_are_ticked(model):
    assert [row.item.number for row in model.rows] == [1, 2, 0, 3]
    assert model.taken() == [Taken(number=0, person_id=AINO.id)]


def test_a_box_ticks_and_one_that_cant_be_counted_has_none(model, qtbot):
    box = model.index(0, WHO)
    assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    with qtbot.waitSignal(model.ticked):
        assert model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert numbers(model) == [0, 1]
    for place in (1, 3):
        assert model.index(place, WHO).data(Qt.ItemDataRole.CheckStateRole) is None
        assert not model.setData(model.index(place, WHO), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert numbers(model) == [0, 1]


def test_all_that_only_lack_a_signature_are_ticked_at_once(model):
    model.tick(model.clear_ones(), is_ticked=True)
    assert numbers(model) == [0, 1]
    model.tick([0, 1], is_ticked=False)
    assert model.taken() == []


def test_an_item_that_is_given_to_somebody_is_ticked(model, review):
    model.exchange(replace(review.items[2], person=ONNI))
    assert Taken(number=2, person_id=ONNI.id) in model.taken()


def test_each_row_is_told_with_its_verdict_and_whether_it_counts(model):
    spoken = model.index(2, WHO).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Aino Berg, Sure, 1 yes; 2 if need be, will be counted"
    assert model.index(2, VERDICT).data() == "Sure"
    assert model.index(2, SAYS).data() == "1 yes; 2 if need be"
    assert model.index(1, WHO).data() == "Somebody"


def test_the_sentences_count(model, review):
    assert review_summary(review) == "3 answers to “Lunch”: 1 sure, 2 to be checked."
    assert talk_words(review) == "2 messages are about something else."
    assert (accept_words(1), accept_words(2)) == ("Take in 1 answer", "Take in 2 answers")
    assert details(model.rows[0]) == "• Because.\n\n1 2?\n\nComment: late"
