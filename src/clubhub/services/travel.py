"""How long people are on their way between venues."""

from dataclasses import dataclass, replace

from clubhub.domain.changes import Changes
from clubhub.domain.club_rules import LONGEST_WAY, Travel, in_order
from clubhub.domain.errors import InvalidInput, NotFound
from clubhub.domain.events import Venue
from clubhub.domain.ids import TravelId, VenueId, new_id
from clubhub.services.lookup import find_venue
from clubhub.storage import club_rules, events
from clubhub.storage.database import Database
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelTable:
    """`venues` by name; a pair without a row takes no time. A way is as long in both directions."""

    venues: tuple[Venue, ...]
    ways: tuple[Travel, ...]


class TravelService:
    """Ways between the club's venues."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def table(self) -> TravelTable:
        with self._database.read() as reader:
            return TravelTable(venues=tuple(events.load_venues(reader)), ways=tuple(club_rules.load_travel(reader)))

    def find(self, name: str) -> Venue:
        """The venue of that name or beginning. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return find_venue(reader, name)

    def set_way(self, one_id: VenueId, other_id: VenueId, minutes: int) -> Changes:
        """Write how long the way takes, there and back alike; 0 takes the entry away. One step of undo.

        Raises InvalidInput for one venue twice or for more than a day, NotFound if a venue is gone.
        """
        if one_id == other_id:
            raise InvalidInput(_("Name two different venues. Nothing was changed."))
        if not 0 <= minutes <= LONGEST_WAY:
            raise InvalidInput(_("A way takes from 0 minutes to a day. Nothing was changed."))
        with self._database.write("") as work:
            names = {venue.id: venue.name for venue in events.load_venues(work)}
            if not {one_id, other_id} <= names.keys():
                raise NotFound(_("One of the venues is no longer in the club. Nothing was changed."))
            row = club_rules.find_travel(work, one_id, other_id)
            if minutes:
                club_rules.put_travel(work, replace(row or _new_way(one_id, other_id), minutes=minutes))
            elif row:
                club_rules.delete_travel(work, [row.id])
            work.title = _("set the way between {one} and {other}").format(one=names[one_id], other=names[other_id])
        return work.changes


def _new_way(one: VenueId, other: VenueId) -> Travel:
    first, second = in_order(one, other)
    return Travel(id=TravelId(new_id()), one_id=VenueId(first), other_id=VenueId(second), minutes=0)
