"""An audience in words for people: "34 volunteers of Kvarken Games", "9 people: skill First aid"."""

from clubhub.domain.audiences import Audience, AudienceKind, AudiencePart
from clubhub.support.texts import _, listed, plural


def audience_words(audience: Audience, count: int) -> str:
    """Who is meant and how many they are (`count` people)."""
    only = audience.parts[0] if len(audience.parts) == 1 else None
    if only is not None and not only.is_excluded:
        if only.kind == AudienceKind.EVERYBODY:
            return plural("everybody, {count} person", "everybody, {count} people", count)
        return _of_one_kind(only, count)
    people = plural("{count} person", "{count} people", count)
    return _("{people}: {rule}").format(people=people, rule=_rule_words(audience))


def _of_one_kind(part: AudiencePart, count: int) -> str:
    name = part.name
    match part.kind:
        case AudienceKind.ROLE:
            return plural("{count} person as {name}", "{count} people as {name}", count, name=name)
        case AudienceKind.SKILL:
            return plural("{count} person with {name}", "{count} people with {name}", count, name=name)
        case AudienceKind.EVENT:
            return plural("{count} volunteer of {name}", "{count} volunteers of {name}", count, name=name)
        case AudienceKind.SHIFT:
            return plural("{count} volunteer on {name}", "{count} volunteers on {name}", count, name=name)
        case AudienceKind.SILENT:
            return plural(
                "{count} person who has not answered {name}",
                "{count} people who have not answered {name}",
                count,
                name=name,
            )
        case _:
            return plural("{count} person of {name}", "{count} people of {name}", count, name=name)


def _rule_words(audience: Audience) -> str:
    wanted = listed([_words(part) for part in audience.parts if not part.is_excluded]) or _("everybody")
    unwanted = listed([_words(part) for part in audience.parts if part.is_excluded])
    return _("{wanted}, but not {unwanted}").format(wanted=wanted, unwanted=unwanted) if unwanted else wanted


def _words(part: AudiencePart) -> str:
    if part.kind == AudienceKind.EVERYBODY:
        return _("everybody")
    return {
        AudienceKind.GROUP: _("group “{name}”"),
        AudienceKind.ROLE: _("role “{name}”"),
        AudienceKind.SKILL: _("skill “{name}”"),
        AudienceKind.EVENT: _("event “{name}”"),
        AudienceKind.SHIFT: _("shift “{name}”"),
        AudienceKind.SILENT: _("who have not answered “{name}”"),
    }[part.kind].format(name=part.name)
