"""Asking the people of a poll: their ballots as text and links, the code that signs answers, the answer page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from clubhub.domain.answer_keys import new_secret
from clubhub.domain.ballots import AnswersTo, Asking, Ballot
from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import OptionId, PersonId, PollId
from clubhub.domain.papers import Paper
from clubhub.domain.plain_names import plain_name
from clubhub.services.asked_people import asked_people
from clubhub.services.asked_polls import PAGE_NAME, load_asked, readers_of
from clubhub.services.ballot_files import BallotsWritten, write_ballots, write_sheets
from clubhub.services.files import make_folder, write_file
from clubhub.services.lookup import find_poll, poll_of
from clubhub.services.poll_codes import give_code, with_code
from clubhub.services.poll_invitations import write_invitations
from clubhub.storage import clubs, people, polls
from clubhub.storage.database import Database
from clubhub.storage.poll_records import find_decision
from clubhub.support.texts import _, some_of


class BallotService:
    """Nothing is sent here: what is made, somebody sends, prints or puts on the web."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def id_of(self, name: str) -> PollId:
        """The poll of that name or beginning of one. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return find_poll(reader, name).id

    def ask(
        self,
        poll_id: PollId,
        *,
        rule: str | None = None,
        answers_to: AnswersTo | None = None,
        page: str = "",
    ) -> Asking:
        """Everybody's ballots. Nothing is written, but for the code of a poll of an older file that has none yet.

        `rule` is who is asked (see domain.audiences), None for the poll's own audience. `answers_to` None: the contact
        of the poll's event, else of the latest event that has one. `page` is the address of the club's answer page, ""
        for none. Raises NotFound if the poll is gone, NotFound, Conflict or InvalidInput for the rule.
        """
        from clubhub.formats.ballots.making import ballot

        changes = give_code(self._database, poll_id)
        with self._database.read() as reader:
            poll = poll_of(reader, poll_id)
            asked = load_asked(reader, poll, answers_to, page)
            wanted = asked_people(reader, poll if rule is None else replace(poll, audience=rule))
            readers = readers_of(wanted, people.load_people(reader))
        return Asking(
            asked=asked,
            everybody=ballot(asked),
            ballots=tuple(ballot(asked, person, readers.get(person.id)) for person in wanted),
            changes=changes,
        )

    def ask_named(
        self,
        name: str,
        *,
        rule: str | None = None,
        person: str | None = None,
        mail_to: str | None = None,
        phone_to: str | None = None,
        page: str = "",
    ) -> Asking:
        """As `ask`, for a poll by its name, and with addresses for the answers as somebody types them.

        `person` is the name of the one who is asked. Raises as `ask` does, NotFound or Conflict for a name, and
        InvalidInput for an address or a number that can't be one.
        """
        poll_id = self.id_of(name)
        answers_to = self.answers_to(mail_to, phone_to)
        asking = self.ask(poll_id, rule=rule, answers_to=answers_to, page=page)
        if person is None:
            return asking
        return replace(asking, ballots=(_ballot_of(asking, person),))

    def answers_to(self, mail: str | None, phone: str | None) -> AnswersTo | None:
        """Who takes the answers, as somebody types it; None, for the usual contact, where neither is given.

        What is given replaces the contact altogether. Raises InvalidInput for what can't be an address or a number.
        """
        from clubhub.formats.contacts import read_mail, read_phone

        if mail is None and phone is None:
            return None
        with self._database.read() as reader:
            region = clubs.load_club(reader).region
        return AnswersTo(mail=_checked(read_mail, mail), phone=_checked(partial(read_phone, region=region), phone))

    def write_all(
        self,
        asking: Asking,
        folder: Path,
        *,
        paper: Paper = Paper.A4,
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> BallotsWritten:
        """Texts, links and sheets for everybody and for each person, in a folder, which is made if it is missing.

        Tells `on_progress` how far it is, of how many files. Raises EnvironmentProblem if they can't be written,
        Cancelled after `should_stop` said True: what was written by then stays.
        """
        return write_ballots(asking, folder, paper, on_progress=on_progress, should_stop=should_stop)

    def write_sheets(
        self,
        asking: Asking,
        path: Path,
        *,
        people: Sequence[PersonId] | None = None,
        paper: Paper = Paper.A4,
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> BallotsWritten:
        """A PDF with a sheet for each of these of the asked people, in the order of `asking`, or one for everybody.

        Very many are several files, beside the first. Raises as `write_all` does, and tells of progress like it.
        """
        chosen = None if people is None else [one.person for one in asking.ballots if one.person]
        if chosen is not None and people is not None:
            wanted = set(people)
            chosen = [person for person in chosen if person.id in wanted]
        return write_sheets(asking.asked, chosen, path, paper, on_progress=on_progress, should_stop=should_stop)

    def write_invitations(self, asking: Asking, option_id: OptionId, folder: Path) -> BallotsWritten:
        """A calendar invitation (.ics) to one slot, and a mail draft with it (.eml), for each who reads mail.

        It says that the slot is decided, if it is.

        Raises NotFound if the option is gone, InvalidInput if it has no times or answers have no mail address to go to.
        """
        option = next((option for option in asking.asked.options if option.id == option_id), None)
        if option is None:
            raise NotFound(_("This option is no longer in the poll. Nothing was written: look at the poll again."))
        with self._database.read() as reader:
            decision = find_decision(reader, asking.asked.poll.id)
        is_decided = decision is not None and decision.option_id == option_id
        return write_invitations(asking.asked, option, asking.ballots, folder, is_decided=is_decided)

    def write_page(self, folder: Path) -> Path:
        """The answer page, one file for all polls, to be put on the club's own pages once.

        Raises EnvironmentProblem if it can't be written.
        """
        from clubhub.formats.ballots.answer_page import answer_page

        with self._database.read() as reader:
            club = clubs.load_club(reader)
        make_folder(folder)
        path = folder / PAGE_NAME
        write_file(path, answer_page(club).encode())
        return path

    def renew_secret(self, poll_id: PollId) -> Changes:
        """Take no more answers that are signed with the old ballots: everybody must be asked anew.

        Undo brings the old secret back, and makes void what went out since: the step's name says so, and an answer that
        comes on such a ballot is told to have a key that was taken back. Raises NotFound if the poll is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            work.title = _("make the old ballots of “{poll}” void (undone, the newer ones are)").format(poll=poll.name)
            polls.save_poll(work, replace(with_code(work, poll), secret=new_secret()))
        return work.changes


def _ballot_of(asking: Asking, name: str) -> Ballot:
    """That of the person called so, whole or shortened."""
    wanted = plain_name(name)
    named = [ballot for ballot in asking.ballots if ballot.person and plain_name(ballot.person.name).startswith(wanted)]
    found = [ballot for ballot in named if ballot.person and plain_name(ballot.person.name) == wanted] or named
    if len(found) == 1:
        return found[0]
    if not found:
        missing = _("Nobody whom this poll asks is called “{name}”. Nothing was written: check the name.")
        raise NotFound(missing.format(name=name))
    names = some_of([f"“{ballot.person.name}”" for ballot in found if ballot.person], 8)
    raise Conflict(_("Several are called “{name}”: {names}. Write more of the name.").format(name=name, names=names))


def _checked(read: Callable[[str], str], written: str | None) -> str:
    """What `read` makes of an address; "" for none. Raises InvalidInput for one that it can't read."""
    from clubhub.formats.unreadable import Unreadable

    try:
        return read(written.strip()) if written else ""
    except Unreadable as error:
        raise InvalidInput(_("{reason}. Nothing was written: correct it first.").format(reason=error)) from error
