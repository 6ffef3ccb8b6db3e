"""The forms in which a roster can be handed out, to choose one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from clubhub.support.texts import _
from clubhub.viewmodels.export_forms import ExportForm
from clubhub.widgets import icons
from clubhub.widgets.theme import Theme


class FormList(QListWidget):
    """As wide as its longest word needs."""

    def __init__(self, theme: Theme, forms: Sequence[ExportForm]) -> None:
        super().__init__()
        self.setAccessibleName(_("Form"))
        line = theme.line_height()
        for form in forms:
            item = QListWidgetItem(icons.get(form.icon), form.title)
            item.setToolTip(form.about)
            item.setSizeHint(QSize(0, line + 14))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{form.title}. {form.about}")
            self.addItem(item)
        self.setIconSize(QSize(theme.icon_size(), theme.icon_size()))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        widest = max((self.fontMetrics().horizontalAdvance(form.title) for form in forms), default=0)
        self.setFixedWidth(widest + theme.icon_size() + 3 * line)
