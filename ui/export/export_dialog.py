"""Asks where a reviewed post goes, and says what a file outside the journal means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QLineEdit, QRadioButton, QWidget

from journal.export.save import neutral_name
from ui.text import counted, sentence, spelt
from ui.theme import Look
from ui.widgets.fit import fit
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.parts import BOX_EDGE, button, card, column, label, pair, row, scrolled
from ui.widgets.said import Said

#: Names of kept details shown before the rest is counted.
_SHOWN = 8
#: In the names of folders that the common services copy elsewhere, as their own documentation gives them.
_SYNCED = ("dropbox", "onedrive", "google drive", "icloud", "mobile documents", "nextcloud", "pcloud", "proton drive")
#: Left free above and below the dialog within its window.
_MARGIN = 48


class ExportDialog(QDialog):
    """``chosen`` carries format, path and whether a file there may be replaced. Shown with ``open()``."""

    chosen = Signal(str, object, bool)

    def __init__(
        self,
        look: Look,
        folder: Path,
        *,
        kept: Sequence[str] = (),
        decided: int = 0,
        unanswered: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("Export draft"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._formats = QButtonGroup(self)
        choices = row(-BOX_EDGE, spacing=18)
        for number, (words, _) in enumerate(self._choices()):
            choice = QRadioButton(words)
            choice.setAccessibleName(words)
            self._formats.addButton(choice, number)
            choices.addWidget(choice)
        choices.addStretch(1)
        self._formats.button(0).setChecked(True)
        self._name = QLineEdit(neutral_name("md"))
        self._folder = QLineEdit(str(folder))
        choose = button(self.tr("Choose…"), name=self.tr("Choose the folder"))
        self._said = Said()
        self._export = button(self.tr("Export"), "primary")
        cancel = button(self.tr("Cancel"))
        box = column(self, margins=(26, 22, 26, 20), spacing=14)
        box.addWidget(label(self.tr("Export draft"), "heading"))
        box.addLayout(pair(label(self.tr("As"), "section"), choices, spacing=2))
        box.addLayout(pair(label(self.tr("File &name"), "section", buddy=self._name), self._name))
        line = row(self._folder, choose)
        line.setStretch(0, 1)
        box.addLayout(pair(label(self.tr("&Folder"), "section", buddy=self._folder), line))
        frame, inside = card(spacing=4)
        self._lies = label("", wrap=True)
        for heading, told in (
            (self.tr("Where it lies"), self._lies),
            (self.tr("What it leaves behind"), label(self._left_behind(), wrap=True)),
            (self.tr("What was kept"), label(self._kept(kept, decided), wrap=True)),
            (self.tr("What was not checked"), label(self._unchecked(unanswered), wrap=True)),
        ):
            if inside.count():
                inside.addSpacing(6)
            inside.addWidget(label(heading, "section"))
            inside.addWidget(told)
        inside.addStretch(1)
        area = scrolled(frame)
        box.addWidget(area, 1)
        box.addWidget(self._said)
        box.addLayout(row(None, cancel, self._export))
        choose.clicked.connect(self._choose)
        cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self._ask)
        self._formats.idClicked.connect(self._format_chosen)
        self._name.textChanged.connect(self._refresh)
        self._folder.textChanged.connect(self._refresh)
        self._replace = False
        self._refresh()
        self._size(frame, area)
        self._name.setFocus()

    def failed(self, words: str, *, there: bool = False) -> None:
        """The file was not written: say why; ``there``: something of that name is there, and may be replaced."""
        self._said.setText(words)
        self._export.setEnabled(True)
        self._replace = there
        self._export.setText(self.tr("Replace it") if there else self.tr("Export"))

    def path(self) -> Path:
        """Where the file would go."""
        return Path(self._folder.text()).expanduser() / self._name.text().strip()

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Markdown"), "md"),
            (self.tr("Web page (HTML)"), "html"),
            (self.tr("Plain text"), "txt"),
        )

    def _size(self, frame: QWidget, area: QWidget) -> None:
        """As high as all its words, or as the window; then the words about the file scroll."""
        fit(self, self._look, 600)
        layout, words, parent = self.layout(), frame.layout(), self.parentWidget()
        if layout is None or words is None:
            return
        margins = layout.contentsMargins()
        whole = words.totalHeightForWidth(self.width() - margins.left() - margins.right())
        wanted = layout.sizeHint().height() - area.sizeHint().height() + whole
        most = parent.window().height() - _MARGIN if parent is not None else wanted
        self.resize(self.width(), min(wanted, most))

    def _left_behind(self) -> str:
        return self.tr(
            "An ordinary file. Deleting it later may not remove it from synced folders, backups or the disk. The "
            "entry in the journal stays as it is, and the journal keeps a note that this draft left it."
        )

    def _kept(self, kept: Sequence[str], decided: int) -> str:
        shown = ", ".join(f"“{words}”" for words in kept[:_SHOWN])
        if len(kept) > _SHOWN:
            shown += counted(len(kept) - _SHOWN, self.tr(" and one more"), self.tr(" and %n more"))
        said = self.tr("By you, as they stand: %1.").replace("%1", shown) if kept else self.tr("Nothing was kept.")
        changed = spelt(decided, self.tr("one detail was changed."), self.tr("%n details were changed."))
        return f"{said} {sentence(changed)}"

    def _unchecked(self, unanswered: int) -> str:
        said = self.tr(
            "Turns of phrase by which you are known, a story that is known whatever the names, what you published "
            "before, pictures. A person who knows the story may still know it."
        )
        if unanswered:
            said += " " + counted(
                unanswered, self.tr("One question was not answered."), self.tr("%n questions were not answered.")
            )
        return said

    def _say_where(self) -> None:
        path = self.path()
        said = self.tr("%1, readable by anyone who can open this folder.").replace("%1", str(path))
        if any(name in str(path.parent).casefold() for name in _SYNCED):
            said += " " + self.tr("The folder looks like one that is copied to a cloud service.")
        self._lies.setText(said)

    def _format_chosen(self, number: int) -> None:
        ending = self._choices()[number][1]
        self._name.setText(f"{Path(self._name.text()).stem or Path(neutral_name(ending)).stem}.{ending}")

    def _refresh(self) -> None:
        self._said.setText("")
        self._replace = False
        self._export.setText(self.tr("Export"))
        self._say_where()
        name = self._name.text().strip()
        plain = bool(name) and Path(name).name == name and not name.startswith(".")
        self._export.setEnabled(plain and Path(self._folder.text()).expanduser().is_absolute())

    def _choose(self) -> None:
        dialog = FolderDialog(
            self._look, self.tr("Folder for the file"), Path(self._folder.text()), self, new_allowed=False
        )
        dialog.chosen.connect(lambda folder: self._folder.setText(str(folder)))
        dialog.open()

    def _ask(self) -> None:
        self._export.setEnabled(False)
        ending = self._choices()[self._formats.checkedId()][1]
        self.chosen.emit(ending, self.path(), self._replace)
