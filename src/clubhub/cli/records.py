"""What the command line says of people, events, shifts and polls as JSON. Ids are text; times are to the minute."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clubhub.domain.drafts import EventDraft, SessionDraft
    from clubhub.domain.events import Session
    from clubhub.domain.people import Person
    from clubhub.domain.rosters import Roster, RosterShift
    from clubhub.services.answer_columns import ColumnTaken
    from clubhub.services.people import PeopleDirectory
    from clubhub.services.polls import PollView


def person_record(person: "Person", directory: "PeopleDirectory") -> dict[str, Any]:
    return {
        "id": str(person.id),
        "name": person.name,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "emails": person.emails,
        "phones": person.phones,
        "household": directory.households[person.household_id].name if person.household_id else None,
        "guardian": person.is_guardian,
        "age_band": person.age_band,
        "preferred_channel": person.preferred_channel,
        "groups": [directory.groups[group].name for group in person.groups],
        "skills": [
            {
                "name": directory.skills[grant.skill_id].name,
                "expires_on": grant.expires_on.isoformat() if grant.expires_on else None,
            }
            for grant in person.skills
        ],
        "max_minutes": person.max_minutes,
        "max_minutes_day": person.max_minutes_day,
        "min_rest": person.min_rest,
        "signed_up": [directory.roles[role].name for role in person.signed_up],
        "likes": [directory.roles[role].name for role in person.likes],
        "dislikes": [directory.roles[role].name for role in person.dislikes],
    }


def event_record(roster: "Roster") -> dict[str, Any]:
    required = [entry.place for entry in roster.entries() if entry.place.is_required]
    return {
        "id": str(roster.event.id),
        "name": roster.event.name,
        "starts_on": roster.event.starts_on.isoformat(),
        "ends_on": roster.event.ends_on.isoformat(),
        "time_zone": roster.event.time_zone,
        "city": roster.event.city,
        "lanes": roster.event.lanes,
        "shifts": len(roster.shifts),
        "places": len(required),
        "filled": sum(place.person is not None for place in required),
        "version": roster.publication.number if roster.publication else None,
        "estimates": roster.event.estimates,
        "sessions": [{"id": str(session.id), **session_record(session)} for session in roster.sessions],
    }


def shift_record(roster: "Roster", shift: "RosterShift") -> dict[str, Any]:
    return {
        "id": str(shift.shift.id),
        "name": shift.shift.name,
        "event": roster.event.name,
        "session": shift.session.name if shift.session else None,
        "venue": shift.venue.name if shift.venue else None,
        "starts": _minutes(shift.shift.starts),
        "ends": _minutes(shift.shift.ends),
        "time_zone": roster.event.time_zone,
        "needs": [
            {
                "id": str(need.need.id),
                "role": need.role.name,
                "min": need.need.min_count,
                "max": need.need.max_count,
                "filled": sum(place.person is not None for place in need.places),
                "people": [place.person.name for place in need.places if place.person],
            }
            for need in shift.needs
        ],
    }


def poll_record(view: "PollView") -> dict[str, Any]:
    """`answers` counts those of the club's people; guests are named."""
    return {
        "id": str(view.poll.id),
        "name": view.poll.name,
        "event": view.event.name if view.event else None,
        "options": [option.label for option in view.options],
        "answers": sum(answer.person_id is not None for answer in view.answers),
        "guests": [answer.guest_name for answer in view.answers if answer.person_id is None],
    }


def column_record(column: "ColumnTaken") -> dict[str, Any]:
    """A column of answers with the option that it was taken as; the times of a plain choice are None."""
    option = column.option
    return {
        "id": str(option.id),
        "heading": column.heading,
        "name": option.label,
        "when": column.when,
        "starts": option.starts and _minutes(option.starts),
        "ends": option.ends and _minutes(option.ends),
        "added": column.is_added,
    }


def programme_record(draft: "EventDraft") -> dict[str, Any]:
    return {
        "name": draft.name,
        "starts_on": draft.starts_on.isoformat(),
        "ends_on": draft.ends_on.isoformat(),
        "time_zone": draft.time_zone,
        "lanes": draft.lanes,
        "sessions": [session_record(session) for session in draft.sessions],
        "shifts": len(draft.shifts),
        "places": sum(need.max_count for shift in draft.shifts for need in shift.needs),
        "estimates": draft.estimates,
        "warnings": draft.warnings,
    }


def session_record(session: "Session | SessionDraft") -> dict[str, Any]:
    return {
        "number": session.number,
        "name": session.name,
        "warm_up": session.warm_up and _minutes(session.warm_up),
        "officials_meeting": session.officials_meeting and _minutes(session.officials_meeting),
        "starts": _minutes(session.starts),
        "ends": _minutes(session.ends),
        "ends_is_estimated": session.ends_is_estimated,
    }


def _minutes(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
