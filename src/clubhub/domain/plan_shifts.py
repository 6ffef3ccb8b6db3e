"""Makes an event with its shifts out of a meet and a shift plan."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from clubhub.domain.draft_checks import clock_notes, zone_and_estimate
from clubhub.domain.drafts import EventDraft, NeedDraft, ShiftDraft
from clubhub.domain.errors import InvalidInput
from clubhub.domain.meets import Meet
from clubhub.domain.pool_lanes import Lanes, lanes_of
from clubhub.domain.shift_plans import TOLERANCE_MINUTES, PlanRole, ShiftPlan
from clubhub.domain.splitting import split_with_handover
from clubhub.domain.timed_sessions import TimedSession, timed_session
from clubhub.domain.wall_time import check_zone
from clubhub.support.texts import _


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
    timed = [timed_session(meet, session, pool) for session, pool in zip(meet.sessions, pools, strict=True)]
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


def _shifts(session: TimedSession, plan: ShiftPlan) -> Iterator[ShiftDraft]:
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


def _parts(session: TimedSession, plan: ShiftPlan, key: str, label: str, roles: list[PlanRole]) -> Iterator[ShiftDraft]:
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
    times = [(starts, ends)]
    if ends - starts > timedelta(minutes=plan.longest_minutes + TOLERANCE_MINUTES):
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
