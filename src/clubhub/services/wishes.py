"""What several people want at once: their limits, and roles that they sign up for, like or dislike.

One person's are written with all else about the person (services.people).
"""

from collections.abc import Collection
from dataclasses import asdict

from clubhub.domain.changes import Changes
from clubhub.domain.errors import NotFound
from clubhub.domain.ids import PersonId, RoleId
from clubhub.domain.limits import Limits, check_limits
from clubhub.domain.people import RoleWish
from clubhub.services.people_edits import who
from clubhub.storage import events, people, people_bulk
from clubhub.storage.database import Database
from clubhub.support.texts import _

_AGAINST = {RoleWish.LIKES: RoleWish.DISLIKES, RoleWish.DISLIKES: RoleWish.LIKES}


class WishService:
    """Each method is one step of undo; people who are gone are passed over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set_limits(self, person_ids: Collection[PersonId], limits: Limits) -> Changes:
        """Write these limits for each, instead of what they had. Raises InvalidInput."""
        check_limits(limits)
        with self._database.write("") as work:
            listed = people.load_people(work, list(person_ids))
            people_bulk.edit_people(work, [person.id for person in listed], asdict(limits))
            work.title = _("change the limits of {name}").format(name=who(listed))
        return work.changes

    def wish(self, person_ids: Collection[PersonId], role_id: RoleId, wish: RoleWish) -> Changes:
        """Say for each that they signed up for the role, like it or dislike it; a like ends a dislike, and so on.

        Raises NotFound if the role is gone.
        """
        with self._database.write("") as work:
            listed = people.load_people(work, list(person_ids))
            role = next((role for role in events.load_roles(work) if role.id == role_id), None)
            if role is None:
                raise NotFound(_("This role is no longer in the club. Nothing was changed: look at the list again."))
            ids = [person.id for person in listed]
            if wish in _AGAINST:
                people_bulk.drop_wish(work, role_id, _AGAINST[wish], ids)
            people_bulk.add_wish(work, role_id, wish, ids)
            work.title = _title(wish).format(name=who(listed), role=role.name)
        return work.changes

    def drop(self, person_ids: Collection[PersonId], role_id: RoleId, wish: RoleWish) -> Changes:
        """Take back what `wish` says."""
        with self._database.write("") as work:
            listed = people.load_people(work, list(person_ids))
            names = {role.id: role.name for role in events.load_roles(work)}
            people_bulk.drop_wish(work, role_id, wish, [person.id for person in listed])
            work.title = _("change what {name} wants of {role}").format(name=who(listed), role=names.get(role_id, ""))
        return work.changes


def _title(wish: RoleWish) -> str:
    return {
        RoleWish.SIGNED_UP: _("sign {name} up for {role}"),
        RoleWish.LIKES: _("keep that {name} would rather do {role}"),
        RoleWish.DISLIKES: _("keep that {name} would rather not do {role}"),
    }[wish]
