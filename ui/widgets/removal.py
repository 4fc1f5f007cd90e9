"""The question before something is removed. Keeping it is what Return and Escape do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_CONTEXT = "removal"


def ask_removal(over: QWidget, title: str, words: str, about: str = "", *, removed: Callable[[], object]) -> None:
    """Ask ``words`` over a dialog or a page, and call ``removed`` if that is what is wanted."""
    box = QMessageBox(over)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setText(words)
    box.setInformativeText(about)
    remove = box.addButton(_tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    remove.clicked.connect(lambda _=False: removed())
    box.open()


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
