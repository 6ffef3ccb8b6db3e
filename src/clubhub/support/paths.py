"""Where ClubHub keeps what it writes: clubs and logs, in the places each system has for them."""

from pathlib import Path

import platformdirs

CLUB_SUFFIX = ".clubhub"


def default_club_folder() -> Path:
    """Where a new club's file is offered: "ClubHub" in the person's documents."""
    return Path(platformdirs.user_documents_dir()) / "ClubHub"


def plan_folder() -> Path:
    """Where a coordinator keeps own shift plans."""
    return Path(platformdirs.user_data_dir("ClubHub", appauthor=False)) / "plans"


def log_folder() -> Path:
    return Path(platformdirs.user_log_dir("ClubHub", appauthor=False))
