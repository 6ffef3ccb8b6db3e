"""Calendar invitations for one slot of a poll, as files in a folder."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from clubhub.domain.ballots import AskedPoll, Ballot
from clubhub.domain.errors import InvalidInput
from clubhub.domain.people import Channel
from clubhub.domain.polls import Option
from clubhub.domain.reach import Recipient
from clubhub.services.ballot_files import MOST_NAMED, BallotsWritten
from clubhub.services.files import make_folder, write_file
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural, some_of


class NoAddressForAnswers(InvalidInput):
    """Nobody is known who takes answers by mail."""


def write_invitations(
    asked: AskedPoll, option: Option, ballots: Iterable[Ballot], folder: Path, *, is_decided: bool
) -> BallotsWritten:
    """A calendar invitation and a mail draft that holds it for each person with a mail address.

    Raises InvalidInput for an option without times, without an address for the answers, or if nobody reads mail.
    """
    from clubhub.formats.ballots.invitations import Slot, invitation, invitation_draft
    from clubhub.formats.file_names import file_names

    listed = list(ballots)
    check_invitations(asked, option, [ballot.reader for ballot in listed])
    invited = {
        ballot.person.id: (ballot.person, reader)
        for ballot in listed
        if ballot.person and (reader := _by_mail(ballot.reader))
    }
    make_folder(folder)
    names = file_names([person for person, _reader in invited.values()], "")
    slot, paths = Slot(asked=asked, option=option, made_at=utc_now(), is_decided=is_decided), []
    for person, reader in invited.values():
        for suffix, content in (
            (".ics", invitation(slot, person, reader.address)),
            (".eml", invitation_draft(slot, person, reader)),
        ):
            paths.append(folder / f"{names[person.id]}{suffix}")
            write_file(paths[-1], content)
    left_out = [ballot.person.name for ballot in listed if ballot.person and ballot.person.id not in invited]
    note = plural(
        "{names} has no mail address.",
        "{count} people have no mail address: {names}.",
        len(left_out),
        names=some_of(left_out, MOST_NAMED),
    )
    return BallotsWritten(paths=tuple(paths), notes=(note,) if left_out else ())


def check_invitations(asked: AskedPoll, option: Option, readers: Iterable[Recipient | None]) -> None:
    """Raises InvalidInput for what `write_invitations` refuses; `readers` are those of the ballots."""
    from clubhub.formats.mail_addresses import mail_address

    if option.starts is None or option.ends is None:
        raise InvalidInput(
            _("“{option}” has no time, so a calendar can’t ask about it. Nothing was written.").format(
                option=option.label
            )
        )
    if not mail_address(asked.answers_to.mail):
        raise NoAddressForAnswers(
            _("Answers from calendars come by mail: say to which address they go. Nothing was written.")
        )
    if not any(map(_by_mail, readers)):
        raise InvalidInput(_("None of them has a mail address, so no invitation was written. Ask them by ballot."))


def _by_mail(reader: Recipient | None) -> Recipient | None:
    """Who reads the ballot, at the first address that mail can go to, whatever their usual road."""
    from clubhub.formats.mail_addresses import mail_address

    emails = reader.person.emails if reader else ()
    address = next((email for email in emails if mail_address(email)), None)
    return replace(reader, channel=Channel.MAIL, address=address) if reader and address else None
