"""What SQLite says when the computer is at fault, in sentences for people."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, IntegrityError

from clubhub.domain.errors import Conflict, EnvironmentProblem, InvalidInput
from clubhub.support.texts import _


def _damaged() -> str:
    return _("{path} is damaged. It was left as it is; go back to a copy of it.")


def _sentence(reason: str, path: Path) -> str | None:
    """The sentence for SQLite's own words, or None for a fault of ours."""
    journal = path.with_name(f"{path.name}-journal")
    if "readonly" in reason and journal.exists():  # a copy without it would be half of a change
        return _(
            "A program stopped while it was writing {path}, which can't be put right where it can't be written to. "
            "Copy it together with {journal} to a place where you may write, and open it there."
        ).format(path=path, journal=journal.name)
    damaged = _damaged()
    known = {
        "locked": _("Another program is using {path} just now. Nothing was changed; try again in a moment."),
        "readonly": _("{path} can't be written to. Nothing was changed; check the file's rights, or work on a copy."),
        "is full": _("The disk is full, so nothing was changed in {path}. Free some space and try again."),
        "disk i/o": _("The disk would not take or give the data of {path}. Nothing was changed; check the disk."),
        "unable to open": _("{path} can't be opened. Check that the folder exists and that you may use it."),
        "not a database": _("{path} is not a ClubHub club. It was left as it is."),
        "malformed": damaged,
        "could not decode": damaged,
    }
    return next((text.format(path=path) for key, text in known.items() if key in reason.lower()), None)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns the database's errors into ours; a fault of the program passes through unchanged."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise InvalidInput(
            _("A text holds half a character and can't be kept, so nothing was changed. Type it again.")
        ) from error
    except UnicodeDecodeError as error:  # SQLite's own words about a damaged file may hold its bytes
        raise EnvironmentProblem(_damaged().format(path=path)) from error
    except IntegrityError as error:
        if "FOREIGN KEY" in str(error.orig):
            raise Conflict(
                _(
                    "Something that this needs was removed meanwhile, or something else still depends on it. Nothing "
                    "was changed; look at it again."
                )
            ) from error
        raise
    except DatabaseError as error:
        sentence = _sentence(str(error.orig), path)
        if sentence is None and type(error) is DatabaseError:  # the driver's class for damage, whatever FTS5 calls it
            sentence = _damaged().format(path=path)
        if sentence is None:
            raise
        raise EnvironmentProblem(sentence) from error
