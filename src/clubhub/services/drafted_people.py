"""Turns people as they are written, in a file or in a form, into people of the club."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import PersonId, RoleId, new_id
from clubhub.domain.limits import Limits, check_limits
from clubhub.domain.people import Person, SkillGrant
from clubhub.domain.person_drafts import PersonDraft, SkillDraft
from clubhub.domain.plain_names import plain_name
from clubhub.services.catalogue import Catalogue
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


def checked(draft: PersonDraft, *, region: str) -> PersonDraft:
    """A typed draft in its normal form: names in one line, mails and phones as they are kept, blanks left out.

    `region` is the country (FI) of phone numbers without a country code. Raises InvalidInput with the reason.
    """
    from clubhub.formats.contacts import read_mails, read_phones
    from clubhub.formats.person_cells import read_name
    from clubhub.formats.unreadable import Unreadable

    try:
        written = replace(
            draft,
            given_name=read_name(draft.given_name),
            family_name=read_name(draft.family_name),
            emails=_each_once(mail for text in draft.emails for mail in read_mails(text)),
            phones=_each_once(phone for text in draft.phones for phone in read_phones(text, region)),
            household=read_name(draft.household),
            groups=_each_once(map(read_name, draft.groups)),
            skills=tuple(
                SkillDraft(name=name, expires_on=skill.expires_on)
                for skill in draft.skills
                if (name := read_name(skill.name))
            ),
            note=draft.note.strip(),
        )
    except Unreadable as reason:
        raise InvalidInput(_("This can't be kept: {reason}. Nothing was changed.").format(reason=reason)) from reason
    _check_rules(draft)
    if not (written.given_name or written.family_name):
        raise InvalidInput(_("A person needs a name. Nothing was changed."))
    return written if written.given_name else replace(written, given_name=written.family_name, family_name="")


def _check_rules(draft: PersonDraft) -> None:
    check_limits(Limits(max_minutes=draft.max_minutes, max_minutes_day=draft.max_minutes_day, min_rest=draft.min_rest))
    liked = {plain_name(role) for role in draft.likes}
    for role in draft.dislikes:
        if plain_name(role) in liked:
            raise InvalidInput(_("“{role}” can't be both liked and disliked. Nothing was changed.").format(role=role))


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


class DraftResolver:
    """Turns drafts into people: names become ids. Households, groups and skills that are new are made, roles are not.

    Raises InvalidInput for a role that the club doesn't have.
    """

    def __init__(self, work: UnitOfWork, drafts: Sequence[PersonDraft]) -> None:
        catalogue = Catalogue(work)
        self._households = catalogue.households(draft.household for draft in drafts if draft.household)
        self._groups = catalogue.groups(name for draft in drafts for name in draft.groups)
        self._skills = catalogue.skills(skill.name for draft in drafts for skill in draft.skills)
        self._roles = catalogue.known_roles(
            name for draft in drafts for name in (*draft.signed_up, *draft.likes, *draft.dislikes)
        )

    def person(self, draft: PersonDraft) -> Person:
        grants = {self._skills[skill.name]: skill.expires_on for skill in draft.skills}
        return Person(
            id=PersonId(new_id()),
            given_name=draft.given_name,
            family_name=draft.family_name,
            emails=draft.emails,
            phones=draft.phones,
            preferred_channel=draft.preferred_channel,
            age_band=draft.age_band,
            language=draft.language,
            household_id=self._households[draft.household] if draft.household else None,
            is_guardian=draft.is_guardian,
            groups=tuple(sorted({self._groups[name] for name in draft.groups})),
            skills=tuple(SkillGrant(skill_id=skill, expires_on=day) for skill, day in sorted(grants.items())),
            note=draft.note,
            max_minutes=draft.max_minutes,
            max_minutes_day=draft.max_minutes_day,
            min_rest=draft.min_rest,
            signed_up=self._role_ids(draft.signed_up),
            likes=self._role_ids(draft.likes),
            dislikes=self._role_ids(draft.dislikes),
        )

    def _role_ids(self, names: Iterable[str]) -> tuple[RoleId, ...]:
        return tuple(sorted({self._roles[name] for name in names}))
