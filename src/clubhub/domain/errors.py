"""What can go wrong in a way that a person can do something about.

Each message is a translated sentence: what happened, what is safe, what to do next.
Anything that is not a ClubHubError is a fault of the program.
"""

from collections.abc import Sequence

from clubhub.support.texts import _, plural

MOST_DETAILS = 20
"""Nobody mends more at a time."""


class ClubHubError(Exception):
    """A refusal with a message fit for a person."""

    def sentences(self, most: int = MOST_DETAILS) -> list[str]:  # noqa: ARG002  for those that have details
        """The message, and behind it at most so many details, then how many more there are."""
        return [str(self)]


class NotFound(ClubHubError):
    """A name or id that is not in the club."""


class Conflict(ClubHubError):
    """The thing was changed meanwhile, or is used in a way that forbids this change."""


def changed_meanwhile() -> Conflict:
    """For a change of something that isn't any more what the person saw."""
    return Conflict(
        _("Somebody changed this meanwhile, so your change was not written. Look at it again, then repeat it.")
    )


def preview_is_old() -> Conflict:
    """For a file that would do something else than the preview said that a person agreed to."""
    return Conflict(
        _(
            "The club or the file was changed while you looked at this, so nothing was taken in. What would come of it "
            "now is shown below: look at it, then take it in."
        )
    )


class InvalidInput(ClubHubError):
    """Something given can't be used. `details` holds a sentence per bad row or field."""

    def __init__(self, message: str, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.details = tuple(details)

    def sentences(self, most: int = MOST_DETAILS) -> list[str]:
        return [str(self), *self.first_details(most)]

    def first_details(self, most: int = MOST_DETAILS) -> list[str]:
        """The first ones, and how many more there are: a file of another kind may have one in each of 100,000 rows."""
        more = len(self.details) - most
        if more <= 0:
            return list(self.details)
        return [*self.details[:most], plural("And {count} more.", "And {count} more.", more)]


class EnvironmentProblem(ClubHubError):
    """The computer's side: no such file, no rights, disk full, file in use, not a club, from a newer version."""


class Cancelled(ClubHubError):
    """The person stopped a long piece of work; nothing was changed."""
