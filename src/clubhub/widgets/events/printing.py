"""From pages as images to a printer. Runs off the window's thread: Qt paints on printers and images anywhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from clubhub.domain.errors import EnvironmentProblem
from clubhub.domain.papers import Paper
from clubhub.support.texts import _

DOTS_PER_INCH = 300


def images_of(pages: Sequence[bytes]) -> list[QImage]:
    """PNG bytes as images; made in a job, since decoding takes some 20 ms a page.

    The format is named: to guess it Qt asks its SVG reader too, which connects signals while the job holds Python's
    lock. The window's thread held Qt's and waited for Python's, and both stood still for good.
    """
    return [QImage.fromData(page, "PNG") for page in pages]  # type: ignore[arg-type]  # PySide's stub says bytes, and refuses them


def new_printer(paper: Paper) -> QPrinter:
    """The computer's printer, set to that paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if paper == Paper.LETTER else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, images: Sequence[QImage], should_stop: Callable[[], bool]) -> int:
    """Each image fills a page, turned as the image is; how many were printed. Raises EnvironmentProblem."""
    painter = QPainter()
    printed = 0
    for image in images:
        if should_stop():
            break
        is_wide = image.width() > image.height()
        orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(orientation)
        if not (printer.newPage() if printed else painter.begin(printer)):
            raise EnvironmentProblem(_("The printer didn't take the pages. Save them as a PDF and print that."))
        _draw(painter, printer, image)
        printed += 1
    if painter.isActive():
        painter.end()
    return printed


def _draw(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    whole = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    size = image.size().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(0, 0, size.width(), size.height())
    place.moveCenter(QRect(0, 0, whole.width(), whole.height()).center())
    painter.drawImage(place, image)
