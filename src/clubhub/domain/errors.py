"""What can go wrong in a way that a person can do something about.

Each message is a translated sentence: what happened, what is safe, what to do next.
Anything that is not a ClubHubError is a fault of the program.
"""

from collections.abc import Sequence


class ClubHubError(Exception):
    """A refusal with a message fit for a person."""


class NotFound(ClubHubError):
    """A name or id that is not in the club."""


class Conflict(ClubHubError):
    """The thing was changed meanwhile, or is used in a way that forbids this change."""


class InvalidInput(ClubHubError):
    """Something given can't be used. `details` holds a sentence per bad row or field."""

    def __init__(self, message: str, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.details = tuple(details)


class EnvironmentProblem(ClubHubError):
    """The computer's side: no such file, no rights, disk full, file in use, not a club, from a newer version."""


class Cancelled(ClubHubError):
    """The person stopped a long piece of work; nothing was changed."""
