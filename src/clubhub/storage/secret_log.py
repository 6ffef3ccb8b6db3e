"""The secrets that a poll has had, as the change log wrote them down."""

from sqlalchemy import func, select

from clubhub.domain.answer_keys import FormerSecret
from clubhub.domain.polls import Poll
from clubhub.storage import tables as t
from clubhub.storage.unit_of_work import Reader


def former_secrets(reader: Reader, poll: Poll) -> list[FormerSecret]:
    """All but the one it has, the newest first."""
    parts = t.change_parts.c
    secret = func.json_extract(parts.after, "$.secret").label("secret")
    query = (
        select(secret, t.changes.c.is_undone, t.changes.c.undoes)
        .join(t.changes, t.changes.c.id == parts.change_id)
        .where(parts.table_name == t.polls.name, parts.row_id == poll.id, parts.after.is_not(None))
        .order_by(parts.change_id, parts.position)
    )
    taken_back: dict[str, bool] = {}
    for row in reader.rows(query):
        # a secret belongs to the change that made it: later ones of the same poll carry it along
        if row["secret"] and row["undoes"] is None:
            taken_back.setdefault(row["secret"], row["is_undone"])
    return [
        FormerSecret(secret=one, is_taken_back=is_undone)
        for one, is_undone in reversed(taken_back.items())
        if one != poll.secret
    ]
