"""Random walks through a club: after any mix of changes, undos and redos the file is as it was at that step."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.storage.club_samples import MOMENT, Meet, everyone, indexed, person, poll_with_options, redo, state, undo

from clubhub.domain.clubs import Club
from clubhub.domain.ids import new_id
from clubhub.domain.people import Household
from clubhub.domain.polls import Answer, Mark
from clubhub.storage import change_log, database, events, integrity, people, polls, rosters, tables

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAILS = st.lists(st.from_regex(r"[a-z]{1,5}@example\.org", fullmatch=True), max_size=3, unique=True).map(tuple)
INDEXES = st.integers(min_value=0, max_value=10**6)


class ClubWalk(RuleBasedStateMachine):
    """`before` holds the state before each change that can be undone, `after` that after each that can be redone."""

    @initialize()
    def start(self):
        self.folder = tempfile.TemporaryDirectory()
        self.club = database.create(
            Path(self.folder.name) / "walk.clubhub", Club(name="Walk", time_zone="Europe/Helsinki"), actor="Tuva"
        )
        self.meet = Meet(self.club, places=4, helpers=4)
        self.poll, self.options = poll_with_options(self.club, event_id=self.meet.event.id)
        self.before, self.after = [None, None], []

    def change(self, write):
        earlier = state(self.club)
        with self.club.write("walk on") as work:
            write(work)
        if work.changes:
            self.before.append(earlier)
            self.after = []

    def some_person(self, index):
        listed = everyone(self.club)
        return listed[index % len(listed)]

    @rule(name=NAMES, mails=MAILS, with_household=st.booleans())
    def add_person(self, name, mails, with_household):
        household = Household(id=new_id(), name=name)
        newcomer = person(name, emails=mails, household_id=household.id if with_household else None)

        def write(work):
            people.insert_households(work, [household] if with_household else [])
            people.insert_people(work, [newcomer])

        self.change(write)

    @rule(index=INDEXES, name=NAMES, mails=MAILS, again=st.booleans())
    def edit_person(self, index, name, mails, again):
        value = self.some_person(index)

        def write(work):
            people.save_person(work, replace(value, given_name=name, emails=mails))
            if again:
                (current,) = people.load_people(work, [value.id])
                people.save_person(work, replace(current, note=f"{name}!"))

        self.change(write)

    @rule(indexes=st.lists(INDEXES, max_size=4))
    def fill_the_roster_anew(self, indexes):
        helpers = {value.id: value for value in (self.some_person(index) for index in indexes)}
        placed = [self.meet.assignment(value, place) for place, value in enumerate(helpers.values(), start=1)]

        def write(work):
            rosters.delete_assignments(work, rosters.load_assignments(work, self.meet.event.id))
            rosters.insert_assignments(work, placed)

        self.change(write)

    @rule()
    def rotate_the_roster(self):
        def write(work):
            listed = rosters.load_assignments(work, self.meet.event.id)
            places = [value.place for value in listed]
            for value in listed:
                rosters.save_assignment(work, replace(value, place=value.place + 100))
            for value, place in zip(listed, places[1:] + places[:1], strict=True):
                rosters.save_assignment(work, replace(value, place=place, version=value.version + 1))

        self.change(write)

    @rule(index=INDEXES, marks=st.lists(st.sampled_from([*Mark, None]), min_size=3, max_size=3))
    def answer(self, index, marks):
        given = {option.id: mark for option, mark in zip(self.options, marks, strict=True) if mark}
        value = Answer(
            id=new_id(),
            poll_id=self.poll.id,
            person_id=self.some_person(index).id,
            marks=given,
            answered_at=MOMENT,
        )
        self.change(lambda work: polls.insert_answers(work, [value]))

    @rule(index=INDEXES)
    def remove_person(self, index):
        """With all that points at the person, mails to assignments."""
        value = self.some_person(index)
        if len(everyone(self.club)) == 1:
            return

        def write(work):
            for table in (tables.assignments, tables.answers, tables.person_emails):
                rows = work.rows(table.select().where(table.c.person_id == value.id))
                work.delete(table, [row["id"] for row in rows])
            work.delete(tables.people, [value.id])

        self.change(write)

    @rule(count=st.integers(1, 9))
    def change_the_need(self, count):
        def write(work):
            (need,) = events.load_needs(work, self.meet.event.id)
            events.save_need(work, replace(need, min_count=count))

        self.change(write)

    @precondition(lambda self: len(self.before) > 2)
    @rule(steps=st.integers(1, 4))
    def go_back(self, steps):
        for _step in range(min(steps, len(self.before) - 2)):
            self.after.append(state(self.club))
            undo(self.club)
            assert state(self.club) == self.before.pop()

    @precondition(lambda self: self.after)
    @rule(steps=st.integers(1, 4))
    def go_forth(self, steps):
        for _step in range(min(steps, len(self.after))):
            self.before.append(state(self.club))
            redo(self.club)
            assert state(self.club) == self.after.pop()

    @invariant()
    def the_search_index_is_in_step(self):
        held, wanted = indexed(self.club)
        assert held == wanted

    def teardown(self):
        if not hasattr(self, "club"):
            return
        with self.folder:
            self.go_forth(len(self.after))
            with self.club.read() as reader:
                assert change_log.next_redo(reader) is None
            self.go_back(len(self.before))
            assert integrity.find_damage(self.club) == []


ClubWalk.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
test_any_walk_leads_back_and_forth = ClubWalk.TestCase
