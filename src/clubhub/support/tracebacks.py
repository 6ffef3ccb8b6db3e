"""An exception's way through the code, without its message: that may hold a name, and the log must not."""

import traceback


def traceback_without_words(error: BaseException) -> str:
    """Each exception of the chain by its kind and its lines of code, the first cause first."""
    parts = []
    cause: BaseException | None = error
    while cause is not None:
        frames = "".join(traceback.format_tb(cause.__traceback__))
        parts.append(f"{frames}{type(cause).__module__}.{type(cause).__qualname__}")
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\nand then\n".join(reversed(parts))
