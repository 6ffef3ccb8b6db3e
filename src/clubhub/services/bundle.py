"""All services on one club, each made when it is first asked for: a command needs one or two of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from clubhub.services.clubs import ClubService
from clubhub.services.history import HistoryService
from clubhub.storage.database import Database

if TYPE_CHECKING:
    from clubhub.services.answer_history import AnswerHistoryService
    from clubhub.services.answer_owners import AnswerOwnerService
    from clubhub.services.answer_sources import AnswerSourceService
    from clubhub.services.answers_in import AnswersInService
    from clubhub.services.ballots import BallotService
    from clubhub.services.bans import BanService
    from clubhub.services.companions import CompanionService
    from clubhub.services.event_editing import EventEditing
    from clubhub.services.events import EventService
    from clubhub.services.exports import ExportService
    from clubhub.services.home import HomeService
    from clubhub.services.ledger import LedgerService
    from clubhub.services.moved_up import MovedUpService
    from clubhub.services.people import PeopleService
    from clubhub.services.places import PlaceService
    from clubhub.services.poll_boards import PollBoardService
    from clubhub.services.poll_changing import PollChangingService
    from clubhub.services.poll_decisions import DecisionService
    from clubhub.services.poll_editing import PollEditingService
    from clubhub.services.poll_forms import PollFormService
    from clubhub.services.poll_making import PollMakingService
    from clubhub.services.poll_outcomes import PollOutcomeService
    from clubhub.services.poll_reminders import ReminderService
    from clubhub.services.polls import PollService
    from clubhub.services.post_exports import PostExportService
    from clubhub.services.posts import PostService
    from clubhub.services.publishing import PublishingService
    from clubhub.services.roles import RoleService
    from clubhub.services.roster_filling import FillService
    from clubhub.services.rosters import RosterService
    from clubhub.services.search import SearchService
    from clubhub.services.travel import TravelService
    from clubhub.services.usual_answers import UsualAnswerService
    from clubhub.services.what_if import WhatIfService
    from clubhub.services.wishes import WishService


class Services:
    """What the command line and the window work with."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def clubs(self) -> ClubService:
        return ClubService(self._database)

    @cached_property
    def history(self) -> HistoryService:
        return HistoryService(self._database)

    @cached_property
    def people(self) -> "PeopleService":
        from clubhub.services.people import PeopleService

        return PeopleService(self._database)

    @cached_property
    def events(self) -> "EventService":
        from clubhub.services.events import EventService

        return EventService(self._database)

    @cached_property
    def polls(self) -> "PollService":
        from clubhub.services.polls import PollService

        return PollService(self._database)

    @cached_property
    def answer_sources(self) -> "AnswerSourceService":
        from clubhub.services.answer_sources import AnswerSourceService

        return AnswerSourceService(self._database)

    @cached_property
    def answers_in(self) -> "AnswersInService":
        from clubhub.services.answers_in import AnswersInService

        return AnswersInService(self._database)

    @cached_property
    def poll_boards(self) -> "PollBoardService":
        from clubhub.services.poll_boards import PollBoardService

        return PollBoardService(self._database)

    @cached_property
    def poll_editing(self) -> "PollEditingService":
        from clubhub.services.poll_editing import PollEditingService

        return PollEditingService(self._database)

    @cached_property
    def poll_making(self) -> "PollMakingService":
        from clubhub.services.poll_making import PollMakingService

        return PollMakingService(self._database)

    @cached_property
    def poll_outcomes(self) -> "PollOutcomeService":
        from clubhub.services.poll_outcomes import PollOutcomeService

        return PollOutcomeService(self._database)

    @cached_property
    def poll_changing(self) -> "PollChangingService":
        from clubhub.services.poll_changing import PollChangingService

        return PollChangingService(self._database)

    @cached_property
    def poll_forms(self) -> "PollFormService":
        from clubhub.services.poll_forms import PollFormService

        return PollFormService(self._database)

    @cached_property
    def usual_answers(self) -> "UsualAnswerService":
        from clubhub.services.usual_answers import UsualAnswerService

        return UsualAnswerService(self._database)

    @cached_property
    def answer_owners(self) -> "AnswerOwnerService":
        from clubhub.services.answer_owners import AnswerOwnerService

        return AnswerOwnerService(self._database)

    @cached_property
    def answer_history(self) -> "AnswerHistoryService":
        from clubhub.services.answer_history import AnswerHistoryService

        return AnswerHistoryService(self._database)

    @cached_property
    def decisions(self) -> "DecisionService":
        from clubhub.services.poll_decisions import DecisionService

        return DecisionService(self._database)

    @cached_property
    def reminders(self) -> "ReminderService":
        from clubhub.services.poll_reminders import ReminderService

        return ReminderService(self._database)

    @cached_property
    def moved_up(self) -> "MovedUpService":
        from clubhub.services.moved_up import MovedUpService

        return MovedUpService(self._database)

    @cached_property
    def ballots(self) -> "BallotService":
        from clubhub.services.ballots import BallotService

        return BallotService(self._database)

    @cached_property
    def places(self) -> "PlaceService":
        from clubhub.services.places import PlaceService

        return PlaceService(self._database)

    @cached_property
    def roles(self) -> "RoleService":
        from clubhub.services.roles import RoleService

        return RoleService(self._database)

    @cached_property
    def wishes(self) -> "WishService":
        from clubhub.services.wishes import WishService

        return WishService(self._database)

    @cached_property
    def companions(self) -> "CompanionService":
        from clubhub.services.companions import CompanionService

        return CompanionService(self._database)

    @cached_property
    def bans(self) -> "BanService":
        from clubhub.services.bans import BanService

        return BanService(self._database)

    @cached_property
    def travel(self) -> "TravelService":
        from clubhub.services.travel import TravelService

        return TravelService(self._database)

    @cached_property
    def ledger(self) -> "LedgerService":
        from clubhub.services.ledger import LedgerService

        return LedgerService(self._database)

    @cached_property
    def rosters(self) -> "RosterService":
        from clubhub.services.rosters import RosterService

        return RosterService(self._database)

    @cached_property
    def editing(self) -> "EventEditing":
        from clubhub.services.event_editing import EventEditing

        return EventEditing(self._database)

    @cached_property
    def filling(self) -> "FillService":
        from clubhub.services.roster_filling import FillService

        return FillService(self._database)

    @cached_property
    def what_ifs(self) -> "WhatIfService":
        from clubhub.services.what_if import WhatIfService

        return WhatIfService(self._database)

    @cached_property
    def publishing(self) -> "PublishingService":
        from clubhub.services.publishing import PublishingService

        return PublishingService(self._database)

    @cached_property
    def posts(self) -> "PostService":
        from clubhub.services.posts import PostService

        return PostService(self._database)

    @cached_property
    def post_exports(self) -> "PostExportService":
        from clubhub.services.post_exports import PostExportService

        return PostExportService(self._database)

    @cached_property
    def home(self) -> "HomeService":
        from clubhub.services.home import HomeService

        return HomeService(self._database)

    @cached_property
    def search(self) -> "SearchService":
        from clubhub.services.search import SearchService

        return SearchService(self._database)

    @cached_property
    def exports(self) -> "ExportService":
        from clubhub.services.exports import ExportService

        return ExportService(self._database)
