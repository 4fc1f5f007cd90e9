"""What is protected and what is not, in plain words; and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.parts import button, column, ground, label, row, scrolled


class HelpDialog(QDialog):
    """Headed paragraphs."""

    def __init__(self, title: str, parts: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        ground(inside, "page")
        box = column(inside, margins=(28, 24, 28, 12), spacing=9)
        box.addWidget(label(title, "heading", wrap=True))
        for head, words in parts:
            if head:
                box.addWidget(label(head, "section", wrap=True))
            box.addWidget(label(words, wrap=True))
        box.addStretch(1)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        whole = column(self)
        whole.addWidget(scrolled(inside), 1)
        foot = row(None, close)
        foot.setContentsMargins(28, 8, 28, 18)
        whole.addLayout(foot)
        self.resize(600, 560)
        close.setFocus()


class Help(QWidget):
    """Makes the dialogs; a widget so that its words can be translated."""

    def protected(self, parent: QWidget) -> HelpDialog:
        """What is protected, and what is not."""
        return HelpDialog(
            self.tr("What is protected, and what is not"),
            [
                (
                    self.tr("A locked journal"),
                    self.tr(
                        "is noise to anyone without the passphrase or the recovery words, whether they have the "
                        "folder, the whole disk or a backup. Titles, tags and names are encrypted like the text."
                    ),
                ),
                (
                    self.tr("An open journal"),
                    self.tr(
                        "is as private as this computer. A program that watches the screen or the keys, or an "
                        "administrator who does, sees what you see. Lock it when you leave: Ctrl+L."
                    ),
                ),
                (
                    self.tr("An exported draft"),
                    self.tr(
                        "is an ordinary file. The review finds what it can and you decide; no program can tell you "
                        "that nobody will recognise a story."
                    ),
                ),
                (
                    self.tr("If passphrase and words are both lost"),
                    self.tr("nobody can open the journal, and neither can we."),
                ),
                (
                    self.tr("Courts and employers"),
                    self.tr(
                        "can sometimes require reflective notes. Write so that a patient could not be picked out, and "
                        "keep clinical facts in the clinical record."
                    ),
                ),
                (
                    self.tr("Swap and hibernation"),
                    self.tr("files may hold text of an open journal. Full-disk encryption covers them; turn it on."),
                ),
            ],
            parent,
        )

    def about(self, parent: QWidget) -> HelpDialog:
        """What this program is."""
        return HelpDialog(
            self.tr("Congruence"),
            [
                ("", self.tr("A private place to think about the work.")),
                ("", self.tr("It keeps everything on this computer, encrypted, and never uses the network.")),
                (
                    self.tr("With thanks"),
                    self.tr(
                        "Source Serif 4 and Inter (SIL Open Font Licence), Lucide icons (ISC), SQLCipher, Qt. Their "
                        "licences are in docs/third-party.md."
                    ),
                ),
            ],
            parent,
        )
