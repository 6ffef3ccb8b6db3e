"""Makes an event with its shifts out of a meet and a shift plan."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from clubhub.domain.draft_checks import clock_notes, zone_and_estimate
from clubhub.domain.drafts import EventDraft, NeedDraft, SessionDraft, ShiftDraft
from clubhub.domain.errors import InvalidInput
from clubhub.domain.meet_times import session_end
from clubhub.domain.meets import Meet, MeetSession
from clubhub.domain.pool_lanes import Lanes, lanes_of
from clubhub.domain.shift_plans import Anchor, Occasion, PlanRole, Point, ShiftPlan
from clubhub.domain.splitting import split_with_handover
from clubhub.domain.wall_time import check_zone
from clubhub.support.texts import _

WARM_UP_BEFORE_START = timedelta(minutes=60)
MEETING_BEFORE_START = timedelta(minutes=30)


def draft_event(
    meet: Meet, plan: ShiftPlan, *, lanes: int | None = None, zone: str | None = None, club_zone: str
) -> EventDraft:
    """The event that the plan makes of the meet, with a sentence for everything that the meet doesn't say.

    `lanes` and `zone`, when given, go before the file's and the club's. A shift's key is made of the session's number
    and the plan's own words, so it stays when times move. Raises InvalidInput for lanes or a zone that can't be, and
    for a plan whose times make no shift in this meet.
    """
    event_zone, estimates = zone_and_estimate(check_zone(zone) if zone else None, club_zone)
    pools, lane_estimates = lanes_of(meet, lanes)
    timed = [_timed(meet, session, pool) for session, pool in zip(meet.sessions, pools, strict=True)]
    shifts = tuple(shift for session in timed for shift in _shifts(session, plan))
    return EventDraft(
        name=meet.name,
        city=meet.city,
        starts_on=min(session.held_on for session in meet.sessions),
        ends_on=max(session.held_on for session in meet.sessions),
        time_zone=event_zone,
        lanes=max(pool.count for pool in pools),
        sessions=tuple(session.draft() for session in timed),
        shifts=shifts,
        estimates=(*estimates, *lane_estimates, *(text for session in timed for text in session.estimates(plan))),
        warnings=(*meet.warnings, *clock_notes(shifts, event_zone)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _TimedSession:
    """A session with all its points in time, and its place in the day."""

    session: MeetSession
    lanes: Lanes
    ends: datetime
    end_estimate: str
    is_first_of_day: bool
    is_last_of_day: bool

    def at(self, anchor: Anchor) -> datetime:
        return self._point(anchor.point) + timedelta(minutes=anchor.offset_minutes)

    def _point(self, point: Point) -> datetime:
        session = self.session
        if point is Point.WARM_UP:
            return session.warm_up or session.starts - WARM_UP_BEFORE_START
        if point is Point.OFFICIALS_MEETING:
            return session.officials_meeting or session.starts - MEETING_BEFORE_START
        return session.starts if point is Point.START else self.ends

    def needs(self, role: PlanRole) -> bool:
        """True if the role is needed at this session of the day."""
        if role.occasion is Occasion.EVERY_SESSION:
            return True
        return self.is_first_of_day if role.occasion is Occasion.FIRST_OF_DAY else self.is_last_of_day

    def draft(self) -> SessionDraft:
        return SessionDraft(
            number=self.session.number,
            name=self.session.label,
            starts=self.session.starts,
            ends=self.ends,
            warm_up=self.session.warm_up,
            officials_meeting=self.session.officials_meeting,
            ends_is_estimated=bool(self.end_estimate),
        )

    def estimates(self, plan: ShiftPlan) -> Iterator[str]:
        """Sentences on the end, and on points that the plan uses and the file doesn't give."""
        used = {anchor.point for role in plan.roles if self.needs(role) for anchor in (role.begins, role.ends)}
        label, starts = self.session.label, self.session.starts
        if Point.WARM_UP in used and not self.session.warm_up:
            sentence = _("{session} has no warm-up in the file: {time}, an hour before the start, was taken.")
            yield sentence.format(session=label, time=f"{starts - WARM_UP_BEFORE_START:%H:%M}")
        if Point.OFFICIALS_MEETING in used and not self.session.officials_meeting:
            sentence = _(
                "{session} has no officials' meeting in the file: {time}, half an hour before the start, was taken."
            )
            yield sentence.format(session=label, time=f"{starts - MEETING_BEFORE_START:%H:%M}")
        if self.end_estimate:
            yield self.end_estimate


def _timed(meet: Meet, session: MeetSession, lanes: Lanes) -> _TimedSession:
    end = session_end(meet, session)
    changes = [(one, two) for one, two in pairwise(meet.sessions) if one.held_on != two.held_on]
    return _TimedSession(
        session=session,
        lanes=lanes,
        ends=end.ends,
        end_estimate=end.estimate,
        is_first_of_day=session is meet.sessions[0] or any(session is two for _one, two in changes),
        is_last_of_day=session is meet.sessions[-1] or any(session is one for one, _two in changes),
    )


def _shifts(session: _TimedSession, plan: ShiftPlan) -> Iterator[ShiftDraft]:
    """One shift, or its parts, for all roles that share a name, a place and their times."""
    groups: dict[tuple[str, str, str], list[PlanRole]] = {}
    for role in plan.roles:
        if session.needs(role) and role.people(session.lanes.count):
            times = f"{role.begins} to {role.ends}"
            groups.setdefault((role.shift or role.name, role.venue, times), []).append(role)
    same_words = Counter((label, venue) for label, venue, _times in groups)
    for (label, venue, times), roles in groups.items():
        # The plan's times stand in the key only where nothing else tells two shifts apart: so editing them moves a
        # shift instead of making a new one.
        words = (label, venue, times) if same_words[label, venue] > 1 else (label, venue)
        key = "/".join((f"session {session.session.number}", *words))
        yield from _parts(session, plan, key, label, roles)


def _parts(
    session: _TimedSession, plan: ShiftPlan, key: str, label: str, roles: list[PlanRole]
) -> Iterator[ShiftDraft]:
    starts, ends = session.at(roles[0].begins), session.at(roles[0].ends)
    if ends <= starts:
        raise InvalidInput(
            _(
                "In the shift plan “{plan}”, “{role}” would end at {ends}, not after its start at {starts}, in "
                "{session}. Change its “from” or “until”. Nothing was changed."
            ).format(
                plan=plan.name,
                role=roles[0].name,
                session=session.session.label,
                starts=f"{starts:%H:%M}",
                ends=f"{ends:%H:%M}",
            )
        )
    times = split_with_handover(
        starts, ends, longest_minutes=plan.longest_minutes, handover_minutes=plan.handover_minutes
    )
    needs = tuple(_need(role, session.lanes) for role in roles)
    for part, (begin, end) in enumerate(times, start=1):
        yield ShiftDraft(
            key=f"{key}/{part}",
            name=_("{session}: {shift}").format(session=session.session.label, shift=label),
            starts=begin,
            ends=end,
            needs=needs,
            venue=roles[0].venue,
            session_number=session.session.number,
            part=part,
        )


def _need(role: PlanRole, lanes: Lanes) -> NeedDraft:
    people = role.people(lanes.count)
    return NeedDraft(
        role=role.name,
        min_count=people,
        max_count=max(people, role.at_most or 0),
        skills=role.skills,
        minimum_age=role.minimum_age,
        note=role.note,
        bring=role.bring,
        priority=role.priority,
        is_per_lane=role.is_per_lane,
        first_lane=lanes.first if role.is_per_lane else 1,
    )
