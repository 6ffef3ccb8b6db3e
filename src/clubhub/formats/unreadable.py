"""How every reader of cells, rows and entries refuses what it can't take."""


class Unreadable(ValueError):
    """A cell, row or entry that can't be taken: the reason in a person's words, which the caller tells with its place.

    Readers whose caller words the refusal (`written_dates`, `written_times`) raise a plain ValueError instead.
    """
