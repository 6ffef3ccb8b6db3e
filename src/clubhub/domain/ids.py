"""Ids: 62-bit random integers made by the program, one type per kind, so that they can't be mixed up."""

import secrets
from typing import NewType

PersonId = NewType("PersonId", int)
HouseholdId = NewType("HouseholdId", int)
GroupId = NewType("GroupId", int)
SkillId = NewType("SkillId", int)
VenueId = NewType("VenueId", int)
RoleId = NewType("RoleId", int)
EventId = NewType("EventId", int)
SessionId = NewType("SessionId", int)
ShiftId = NewType("ShiftId", int)
NeedId = NewType("NeedId", int)
AssignmentId = NewType("AssignmentId", int)
PublicationId = NewType("PublicationId", int)
CompanionsId = NewType("CompanionsId", int)
BanId = NewType("BanId", int)
TravelId = NewType("TravelId", int)
LedgerEntryId = NewType("LedgerEntryId", int)
PollId = NewType("PollId", int)
OptionId = NewType("OptionId", int)
AnswerId = NewType("AnswerId", int)
PollNeedId = NewType("PollNeedId", int)
DecisionId = NewType("DecisionId", int)
ReminderId = NewType("ReminderId", int)
UsualAnswerId = NewType("UsualAnswerId", int)
PostId = NewType("PostId", int)
ChangeId = NewType("ChangeId", int)


def new_id() -> int:
    """A random id of 62 bits, never 0: ids from two clubs don't meet when the clubs are merged."""
    return secrets.randbelow(2**62 - 1) + 1
