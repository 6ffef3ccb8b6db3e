"""The one excepthook: whatever nobody caught is logged, and told with a way to copy the report.

Nothing is half-written: the data are as the last transaction left them.
"""

import logging
import platform
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from clubhub import __doc__ as about
from clubhub.support.logs import todays_log
from clubhub.support.texts import _
from clubhub.support.tracebacks import traceback_without_words

_log = logging.getLogger(__name__)
_is_telling = False


def install_excepthook() -> None:
    sys.excepthook = tell_fault


def tell_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log a fault and tell of it, once at a time."""
    global _is_telling  # noqa: PLW0603  a fault while telling of one is only logged
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.error("fault in the window", exc_info=(kind, error, trace))
    if _is_telling or QApplication.instance() is None:
        return
    _is_telling = True
    try:
        _show(report(error))
    finally:
        _is_telling = False


def report(error: BaseException) -> str:
    """What a person may copy and send: a fault's kind and its way through the code, since its words may be names."""
    where = f"{about}\n{platform.platform()}, Python {platform.python_version()}"
    return f"{where}\n\n{traceback_without_words(error)}\n"


def _show(text: str) -> None:
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("ClubHub made a mistake"))
    box.setText(_("ClubHub made a mistake. Your club is as it was after the last change that was saved."))
    box.setInformativeText(_("You can go on. {log} says more.").format(log=todays_log()))
    copy = box.addButton(_("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.exec()
    if box.clickedButton() is copy:
        QApplication.clipboard().setText(text)
