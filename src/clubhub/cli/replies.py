"""Answers that came in as words: what is sure, what is to be checked, what was refused, in lines or as JSON."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clubhub.cli.output import print_json, print_lines, say_dry_run
from clubhub.domain.errors import EnvironmentProblem
from clubhub.domain.replies import Verdict
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.reply_reviews import Review, ReviewItem
    from clubhub.services.bundle import Services

STANDARD_INPUT = "-"
_SURE = frozenset((Verdict.SURE, Verdict.SAME))


@contextmanager
def file_of(path: Path) -> Iterator[Path]:
    """The file itself, or for "-" one with what stands on standard input, which is gone afterwards."""
    if str(path) != STANDARD_INPUT:
        yield path
        return
    content = sys.stdin.buffer.read()
    if not content.strip():
        raise EnvironmentProblem(_("There is nothing on standard input. Nothing was changed."))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "answers.txt"
        copy.write_bytes(content)
        yield copy


@contextmanager
def naming_poll() -> Iterator[None]:
    """Where nothing tells the poll, say which option does."""
    from clubhub.services.answers_in import NoPollNamed

    try:
        yield
    except NoPollNamed as error:
        raise NoPollNamed(_("Nothing in it says which poll it answers: say so with --poll NAME.")) from error


def take_in(club: "Services", review: "Review", *, with_unsigned: bool, dry_run: bool, json: bool) -> None:
    """Write the sure ones, and with `with_unsigned` those that are clear but for a signature; print all."""
    from clubhub.domain.reply_reviews import taken_as_found

    wanted = [item for item in review.items if _is_taken(item, with_unsigned=with_unsigned)]
    if wanted and not dry_run:
        club.answers_in.accept(review, taken_as_found(wanted))
    sure = [item for item in review.items if item in wanted or item.verdict in _SURE]
    unsure = [item for item in review.items if item not in sure and item.can_be_taken]
    refused = [item for item in review.items if item not in sure and not item.can_be_taken]
    if json:
        lists = {"sure": sure, "unsure": unsure, "refused": refused}
        records = {name: [_record(review, item) for item in items] for name, items in lists.items()}
        counts = {"answers": len(wanted), "replaced": sum(item.present is not None for item in wanted)}
        print_json({"poll": review.poll.name, **counts, **records, "talk": review.talk, "dry_run": dry_run})
        return
    _print(review, wanted, _("Sure:"), sure)
    _print(review, wanted, _("To be checked, not counted:"), unsure)
    _print(review, wanted, _("Refused:"), refused)
    print_lines(list(_counts(review, wanted)))
    say_dry_run(dry_run=dry_run)


def _is_taken(item: "ReviewItem", *, with_unsigned: bool) -> bool:
    return item.verdict is Verdict.SURE or (with_unsigned and item.verdict is Verdict.UNSIGNED)


def _counts(review: "Review", wanted: Sequence["ReviewItem"]) -> Iterator[str]:
    yield plural("{count} answer to “{poll}”.", "{count} answers to “{poll}”.", len(wanted), poll=review.poll.name)
    unsigned = sum(item.verdict is Verdict.UNSIGNED and item not in wanted for item in review.items)
    if unsigned:
        yield plural(
            "{count} is clear and only unsigned: if its sender is right, count it with --unsigned.",
            "{count} are clear and only unsigned: if their senders are right, count them with --unsigned.",
            unsigned,
        )
    if review.talk:
        yield plural(
            "{count} message is about something else.", "{count} messages are about something else.", review.talk
        )


def _print(review: "Review", wanted: Sequence["ReviewItem"], heading: str, items: Sequence["ReviewItem"]) -> None:
    if items:
        print_lines([heading, *(f"  {_line(review, item, is_taken=item in wanted)}" for item in items)])


def _line(review: "Review", item: "ReviewItem", *, is_taken: bool) -> str:
    who = item.name or item.message.author or item.message.address or _("Somebody")
    parts = [_("{name}: {answer}").format(name=who, answer=review.words(item) or _("nothing"))]
    if is_taken and item.present:
        parts.append(_("in place of: {answer}").format(answer=review.present_words(item) or _("nothing")))
    if not is_taken:
        parts.append(item.verdict.word.lower())
        parts += item.reasons
    return " — ".join(parts)


def _record(review: "Review", item: "ReviewItem") -> dict[str, Any]:
    labels = {option.id: option.label for option in review.options}
    return {
        "name": item.name or item.message.author,
        "verdict": item.verdict,
        "reasons": item.reasons,
        "marks": {labels[option]: mark for option, mark in item.marks().items() if option in labels},
        "ranking": [labels[option] for option in item.read.ranking],
        "said": item.read.said,
        "comment": item.read.comment,
        "road": item.message.road,
        "sent_at": item.sent_at,
        "signed": item.is_signed,
        "replaces": item.present is not None,
    }
