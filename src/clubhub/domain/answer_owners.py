"""Whose an answer to a poll is: a person's of the club, or a guest's, who is known by name alone."""

from collections.abc import Iterable

from clubhub.domain.ids import PersonId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.polls import Answer

Whose = PersonId | str
"""A person, or a guest by plain name."""


def whose(person_id: PersonId | None, guest_name: str) -> Whose:
    """`guest_name` counts where there is no person."""
    return plain_name(guest_name) if person_id is None else person_id


def newest_of_each(answers: Iterable[Answer]) -> dict[Whose, Answer]:
    """The newest answer of each person and of each guest."""
    in_time = sorted(answers, key=lambda answer: answer.answered_at)
    return {whose(answer.person_id, answer.guest_name): answer for answer in in_time}
