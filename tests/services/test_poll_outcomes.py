"""What polls of every kind come to, with needs and decisions as they stand in the club's file."""

from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import NeedDraft, PollDraft, PollSettings
from clubhub.domain.polls import Mark, PollKind
from clubhub.services.bundle import Services

PEOPLE = (
    "Given name,Family name,Group,Skills\nAnna,Lind,Seniors,Starter\nOtto,Berg,Juniors,\nTuuli,Aho,Juniors,Starter\n"
)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """A club of three people."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    made = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki", region="FI"))
    made.people.import_file(path, dry_run=False)
    return made


def ids(services: Services) -> dict[str, int]:
    return {person.given_name: person.id for person in services.people.overview().directory.people}


def make(services: Services, **draft) -> PollId:
    return services.poll_editing.create(PollDraft(name="Trip", labels=("A", "B", "C"), **draft)).poll_id


def answer(services: Services, poll_id: PollId, name: str, marks: str = "", **further) -> None:
    found = services.poll_outcomes.outcome(poll_id)
    signs = {"Y": Mark.YES, "M": Mark.IF_NEED_BE, "N": Mark.NO}
    said = {option.id: signs[sign] for option, sign in zip(found.options, marks, strict=False) if sign in signs}
    services.poll_editing.record_answer(poll_id, person_id=ids(services)[name], marks=said, **further)


def test_only_those_whom_the_poll_asks_are_silent(services):
    poll_id = make(services, settings=PollSettings(audience="group: Juniors"))
    answer(services, poll_id, "Anna", "YNN")
    found = services.poll_outcomes.outcome(poll_id)
    assert [person.given_name for person in found.silent] == ["Tuuli", "Otto"]
    assert [one.counts.silent for one in found.outcome.options] == [2, 2, 2]
    assert [person.person.given_name for person in services.poll_outcomes.missing("Trip")] == ["Tuuli", "Otto"]


def test_people_and_groups_that_are_needed_decide(services):
    directory = services.people.overview().directory
    juniors = next(group.id for group in directory.groups.values() if group.name == "Juniors")
    needs = (NeedDraft(person_id=ids(services)["Anna"]), NeedDraft(group_id=juniors, count=2))
    poll_id = make(services, settings=PollSettings(needs=needs))
    for name, marks in (("Anna", "YNY"), ("Otto", "YYM"), ("Tuuli", "NYY")):
        answer(services, poll_id, name, marks)
    found = services.poll_outcomes.outcome(poll_id)
    assert [one.need_sentence for one in found.outcome.options] == [
        "one of “Juniors” short",
        "without Anna Lind",
        "",
    ]
    assert [one.option.label for one in found.best] == ["C"]


@pytest.mark.parametrize("kind", [PollKind.ONE, PollKind.SEVERAL])
def test_who_chose_something_did_not_choose_the_rest(services, kind):
    poll_id = make(services, kind=kind)
    answer(services, poll_id, "Anna", "Y")
    counts = [one.counts for one in services.poll_outcomes.outcome(poll_id).outcome.options]
    assert [(one.yes, one.no, one.silent) for one in counts] == [(1, 0, 2), (0, 1, 2), (0, 1, 2)]


def test_rankings_come_to_points(services):
    poll_id = make(services, kind=PollKind.RANKED)
    assert services.poll_outcomes.outcome(poll_id).best == ()
    order = [option.id for option in services.poll_outcomes.outcome(poll_id).options]
    answer(services, poll_id, "Anna", ranking=(order[1], order[0], order[2]))
    answer(services, poll_id, "Otto", ranking=(order[1], order[2]))
    found = services.poll_outcomes.outcome(poll_id)
    assert [one.option.label for one in found.best] == ["B"]
    assert "most points" in found.why


def test_a_decision_stands_beside_what_is_best(services):
    poll_id = make(services)
    answer(services, poll_id, "Anna", "YYN")
    found = services.poll_outcomes.outcome(poll_id)
    assert found.decided is None
    services.decisions.decide(poll_id, found.options[2].id)
    decided = services.poll_outcomes.outcome(poll_id)
    assert decided.decided == found.options[2]
    assert [one.option.label for one in decided.chosen] == ["C"]
    assert [one.option.label for one in decided.outcome.best] == ["A", "B"]


@pytest.mark.parametrize(("kind", "said"), [(PollKind.NUMBER, "3"), (PollKind.TEXT, "bread")])
def test_questions_without_options_are_told_as_they_were_answered(services, tmp_path, kind, said):
    poll_id = services.poll_editing.create(PollDraft(name="What?", kind=kind)).poll_id
    services.poll_editing.record_answer(poll_id, person_id=ids(services)["Anna"], marks={}, said=said)
    found = services.poll_outcomes.outcome(poll_id)
    assert (found.best, found.why, [answer.said for answer in found.answers]) == ((), "", [said])
    path = tmp_path / "what.html"
    services.exports.poll("What?", path)
    assert said in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [PollKind.ONE, PollKind.RANKED])
@pytest.mark.parametrize("suffix", [".pdf", ".html", ".png"])
def test_every_kind_of_poll_leaves_as_a_file(services, tmp_path, kind, suffix):
    poll_id = make(services, kind=kind)
    order = [option.id for option in services.poll_outcomes.outcome(poll_id).options]
    further = {"ranking": tuple(order)} if kind is PollKind.RANKED else {"marks": "Y"}
    answer(services, poll_id, "Anna", **further)
    path = tmp_path / f"trip{suffix}"
    assert services.exports.poll("Trip", path).warnings == ()
    assert path.stat().st_size > 1000


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_choices_keeps_what_was_chosen_alone(services, tmp_path):
    poll_id = make(services, kind=PollKind.ONE)
    services.polls.import_answers(table(tmp_path, "Name,A,B,C\nAnna Lind,no,yes,\n"), poll="Trip")
    [given] = services.poll_outcomes.outcome(poll_id).answers
    assert list(given.marks.values()) == [Mark.YES]
    with pytest.raises(InvalidInput) as refused:
        services.polls.import_answers(table(tmp_path, "Name,A,B,C\nOtto Berg,yes,yes,\n"), poll="Trip")
    assert "Row 2: Only one can be chosen in this poll." in refused.value.details[0]


@pytest.mark.parametrize(("kind", "said"), [(PollKind.RANKED, ""), (PollKind.NUMBER, "3"), (PollKind.TEXT, "=bread")])
def test_other_kinds_leave_as_tables_and_do_not_come_in_as_such(services, tmp_path, kind, said):
    labels = ("A", "B", "C") if kind is PollKind.RANKED else ()
    poll_id = services.poll_editing.create(PollDraft(name="Trip", kind=kind, labels=labels)).poll_id
    order = tuple(reversed([option.id for option in services.poll_outcomes.outcome(poll_id).options]))
    services.poll_editing.record_answer(poll_id, person_id=ids(services)["Anna"], ranking=order, said=said)
    path = tmp_path / "trip.csv"
    services.exports.poll("Trip", path)
    services.exports.poll("Trip", path.with_suffix(".xlsx"))
    row = path.read_text("utf-8-sig").splitlines()[1]
    assert row == ("Anna Lind,3,2,1," if labels else f"Anna Lind,{said.replace('=', chr(39) + '=')},")
    with pytest.raises(InvalidInput, match="isn't answered with yes and no"):
        services.polls.import_answers(path, poll="Trip")
