"""A session of a meet with all the points in time that a shift plan counts from, given or estimated."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from clubhub.domain.drafts import SessionDraft
from clubhub.domain.meet_times import session_end
from clubhub.domain.meets import Meet, MeetSession
from clubhub.domain.pool_lanes import Lanes
from clubhub.domain.shift_plans import Anchor, Occasion, PlanRole, Point, ShiftPlan
from clubhub.support.texts import _

WARM_UP_BEFORE_START = timedelta(minutes=60)
MEETING_BEFORE_START = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedSession:
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


def timed_session(meet: Meet, session: MeetSession, lanes: Lanes) -> TimedSession:
    end = session_end(meet, session)
    changes = [(one, two) for one, two in pairwise(meet.sessions) if one.held_on != two.held_on]
    return TimedSession(
        session=session,
        lanes=lanes,
        ends=end.ends,
        end_estimate=end.estimate,
        is_first_of_day=session is meet.sessions[0] or any(session is two for _one, two in changes),
        is_last_of_day=session is meet.sessions[-1] or any(session is one for one, _two in changes),
    )
