"""The last page before a file: exactly what will leave, what was kept, what was not checked, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QCheckBox, QDialog, QLabel, QLineEdit, QRadioButton, QWidget

from journal.export.preview import Leaving
from journal.export.save import neutral_name
from ui.export.page_view import PageView
from ui.text import counted, sentence, spelt
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.parts import button, card, column, ground, label, row, scrolled, set_look
from ui.widgets.said import Said

#: Names of kept details, and questions, shown before the rest is counted.
_SHOWN = 8
_QUESTIONS_SHOWN = 5
#: In the names of folders that the common services copy elsewhere, as their own documentation gives them.
_SYNCED = ("dropbox", "onedrive", "google drive", "icloud", "mobile documents", "nextcloud", "pcloud", "proton drive")
#: Left free around the dialog within its window.
_MARGIN = 48
#: At the standard text size: the dialog, its column of facts, the least width at which the two stand side by side.
_WIDTH, _FACTS, _SIDE_BY_SIDE = 1080, 400, 860
_PAGE_LEAST = 300
#: In pixels: left free at the dialog's edges, and for the scroll bar.
_EDGE, _BAR = 26, 12


class ExportDialog(QDialog):
    """``chosen`` carries format, path and whether a file there may be replaced; ``copy_asked`` wants the clipboard.

    ``parts_asked``: the person wants to choose title, byline and the like first; the dialog is closed then. Shown with
    ``open()``.
    """

    chosen = Signal(str, object, bool)
    copy_asked = Signal()
    parts_asked = Signal()

    def __init__(self, look: Look, folder: Path, leaving: Leaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._leaving = look, leaving
        self._replace = False
        self.setWindowTitle(self.tr("Export draft"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = PageView(look, leaving)
        self._formats = QButtonGroup(self)
        self._dated = QCheckBox(self.tr("Write today’s date into the file"))
        self._name = QLineEdit(neutral_name("md"))
        self._folder = QLineEdit(str(folder))
        self._lies = label("", wrap=True)
        self._said = Said()
        self._export = button(self.tr("Export"), "primary")
        self._copy = button(self.tr("Copy for the web"))
        self._copy.setToolTip(
            self.tr("The page as a web editor takes it. It is cleared from the clipboard in a minute.")
        )
        self._parts = button(self.tr("Parts…"), name=self.tr("Parts of the draft: title, tags, byline, notes, help"))
        self._parts.setToolTip(self._parts.accessibleName())
        self._back = button(self.tr("Back to the draft"))
        self._lay_out()
        # two keys, so that a Return too many exports nothing
        QShortcut(QKeySequence("Ctrl+Return"), self, self._export.click)
        self._export.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self._back.clicked.connect(self.reject)
        self._parts.clicked.connect(self._ask_parts)
        self._copy.clicked.connect(self._ask_copy)
        self._export.clicked.connect(self._ask)
        self._formats.idClicked.connect(self._format_chosen)
        for field in (self._name, self._folder):
            field.textChanged.connect(self._refresh)
            field.returnPressed.connect(self._export.click)
        self._name.textEdited.connect(self._named)
        self._refresh()
        self._size()
        self._page.text.setFocus()

    def failed(self, words: str, *, there: bool = False) -> None:
        """The file was not written: say why; ``there``: something of that name is there, and may be replaced."""
        self._say(words)
        self._replace = there
        self._allow()
        self._export.setText(self.tr("Replace it") if there else self.tr("Export"))

    def copied(self, words: str) -> None:
        """The post is on the clipboard."""
        self._say(words, look="ready")
        self._allow()

    def path(self) -> Path:
        """Where the file would go. Its name ends as its format does, whatever was typed."""
        name, ending = self._name.text().strip(), f".{self._format()}"
        whole = name if not name or Path(name).suffix.lower() == ending else name + ending
        return Path(self._folder.text()).expanduser() / whole

    @property
    def dated(self) -> bool:
        """Whether the person asked for a date in the file, and the format has a place for one."""
        return self._format() == "md" and self._dated.isChecked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        self._turn()

    def _choices(self) -> tuple[tuple[str, str], ...]:
        # for what has sections, as reflective accounts have
        table = ((self.tr("Table (CSV)"), "csv"),) if "csv" in self._leaving.texts else ()
        return (
            (self.tr("Markdown"), "md"),
            (self.tr("Web page (HTML)"), "html"),
            (self.tr("Plain text"), "txt"),
            (self.tr("Word (DOCX)"), "docx"),
            (self.tr("OpenDocument (ODT)"), "odt"),
            (self.tr("Pages (PDF)"), "pdf"),
            *table,
        )

    def _lay_out(self) -> None:
        facts = QWidget()
        ground(facts, "clear")
        inside = column(facts, margins=(0, 0, 6, 0), spacing=9)
        inside.addWidget(label(self.tr("As"), "section"))
        inside.addWidget(self._format_choices())
        inside.addWidget(self._dated)
        inside.addWidget(label(self.tr("File &name"), "section", buddy=self._name))
        inside.addWidget(self._name)
        choose = button(self.tr("Choose…"), name=self.tr("Choose the folder"))
        choose.clicked.connect(self._choose)
        inside.addWidget(label(self.tr("&Folder"), "section", buddy=self._folder))
        line = row(self._folder, choose)
        line.setStretch(0, 1)
        inside.addLayout(line)
        inside.addWidget(self._facts())
        inside.addStretch(1)
        whole = QWidget()
        ground(whole, "clear")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(22)
        # side by side the facts scroll for themselves, one below the other all of it does
        self._facts_area = scrolled(facts)
        self._facts_widget = facts
        self._sides.addWidget(self._page, 1)
        self._sides.addWidget(self._facts_area)
        self._area = scrolled(whole)
        box = column(self, margins=(_EDGE, 20, _EDGE, 18), spacing=12)
        box.addLayout(row(label(self.tr("One last look"), "heading"), None, label(self._length(), "hint")))
        box.addWidget(self._area, 1)
        box.addWidget(self._said)
        box.addLayout(row(self._parts, self._copy, None, self._back, self._export))

    def _format_choices(self) -> QWidget:
        made = QWidget()
        ground(made, "clear")
        flow = FlowLayout(made, gap=10)
        for number, (words, _) in enumerate(self._choices()):
            choice = QRadioButton(words)
            choice.setAccessibleName(words)
            self._formats.addButton(choice, number)
            flow.addWidget(choice)
        self._formats.button(0).setChecked(True)
        return made

    def _facts(self) -> QWidget:
        frame, inside = card(spacing=4)
        told: Sequence[tuple[str, QLabel]] = (
            (self.tr("What was kept on purpose"), label(self._kept(), wrap=True)),
            (self.tr("What was not checked"), label(self._unchecked(), wrap=True)),
            (self.tr("Questions"), label(self._questions(), wrap=True)),
            (self.tr("Where it lies"), self._lies),
            (self.tr("What it leaves behind"), label(self._left_behind(), wrap=True)),
        )
        for heading, words in told:
            if inside.count():
                inside.addSpacing(6)
            inside.addWidget(label(heading, "section"))
            inside.addWidget(words)
        return frame

    def _size(self) -> None:
        """As wide as both sides want, and as high as there is room for reading: never more than the window has."""
        width, height = self._look.px(_WIDTH), self._look.px(760)
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            width = min(width, max(360, window.width() - _MARGIN))
            height = min(height, max(300, window.height() - _MARGIN))
        self.resize(width, height)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= self._look.px(_SIDE_BY_SIDE)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        if beside:
            self._facts_area.setFixedWidth(self._look.px(_FACTS))
            self._facts_area.setMinimumHeight(0)
            self._page.setMinimumHeight(0)
        else:
            self._facts_area.setMinimumWidth(0)
            self._facts_area.setMaximumWidth(16_777_215)
            # the width that the facts will have: the layout has not yet been asked
            room = self.width() - 2 * _EDGE - _BAR
            wanted = self._facts_widget.layout()
            height = wanted.totalHeightForWidth(max(200, room)) if wanted is not None else 0
            self._facts_area.setMinimumHeight(height)
            self._page.setMinimumHeight(min(self._look.px(_PAGE_LEAST), max(200, self.height() - 220)))

    def _length(self) -> str:
        words = counted(self._leaving.words, self.tr("1 word"), self.tr("%n words"))
        minutes = counted(self._leaving.minutes, self.tr("about 1 minute to read"), self.tr("about %n minutes to read"))
        return f"{words} · {minutes}"

    def _left_behind(self) -> str:
        return self.tr(
            "An ordinary file. Deleting it later may not remove it from synced folders, backups or the disk. The "
            "entry in the journal stays as it is, and the journal keeps a note that this draft left it."
        )

    def _kept(self) -> str:
        kept = self._leaving.kept
        shown = ", ".join(f"“{words}”" for words in kept[:_SHOWN])
        if len(kept) > _SHOWN:
            shown += counted(len(kept) - _SHOWN, self.tr(" and one more"), self.tr(" and %n more"))
        said = self.tr("By you, as they stand: %1.").replace("%1", shown) if kept else self.tr("Nothing was kept.")
        changed = spelt(self._leaving.changed, self.tr("one detail was changed."), self.tr("%n details were changed."))
        return f"{said} {sentence(changed)}"

    def _unchecked(self) -> str:
        return self.tr(
            "Turns of phrase by which you are known, a story that is known whatever the names, what you published "
            "before, pictures. A person who knows the story may still know it."
        )

    def _questions(self) -> str:
        # those that hold it up first
        left = sorted(self._leaving.unanswered, key=lambda question: not question.must)
        if not left:
            return self.tr("All were answered.")
        said = counted(len(left), self.tr("One question was not answered."), self.tr("%n questions were not answered."))
        for question in left[:_QUESTIONS_SHOWN]:
            said += f"\n· {question.text.partition('?')[0]}?"
        if len(left) > _QUESTIONS_SHOWN:
            said += "\n" + counted(len(left) - _QUESTIONS_SHOWN, self.tr("· and one more"), self.tr("· and %n more"))
        return said

    def _must(self) -> str:
        return sentence(
            spelt(
                self._leaving.held_up,
                self.tr("one question must be answered before the draft can leave; “not sure” is an answer."),
                self.tr("%n questions must be answered before the draft can leave; “not sure” is an answer."),
            )
        )

    def _say_where(self) -> None:
        path = self.path()
        said = self.tr("%1, readable by anyone who can open this folder.").replace("%1", str(path))
        if any(name in str(path.parent).casefold() for name in _SYNCED):
            said += " " + self.tr("The folder looks like one that is copied to a cloud service.")
        self._lies.setText(said)

    def _format(self) -> str:
        return self._choices()[max(0, self._formats.checkedId())][1]

    def _format_chosen(self, number: int) -> None:
        ending = self._choices()[number][1]
        name = self._name.text().strip()
        stem = Path(name).stem if self._of_ending(name) is not None else name
        self._name.setText(f"{stem or Path(neutral_name(ending)).stem}.{ending}")
        self._follow(ending)

    def _named(self, name: str) -> None:
        """Whoever types the ending of another format wants that one."""
        number = self._of_ending(name.strip())
        if number is not None and number != self._formats.checkedId():
            self._formats.button(number).setChecked(True)
            self._follow(self._format())
            self._refresh()

    def _of_ending(self, name: str) -> int | None:
        endings = [ending for _, ending in self._choices()]
        ending = Path(name).suffix[1:].lower()
        return endings.index(ending) if ending in endings else None

    def _follow(self, ending: str) -> None:
        self._dated.setVisible(ending == "md")
        self._page.show_format(ending)

    def _refresh(self) -> None:
        self._say("")
        self._replace = False
        self._export.setText(self.tr("Export"))
        self._say_where()
        self._allow()

    def _allow(self) -> None:
        """Only what can be done can be pressed; what stands in the way is said."""
        held = bool(self._leaving.held_up or self._leaving.untrue)
        name = self._name.text().strip()
        plain = bool(name) and Path(name).name == name and not name.startswith(".")
        self._export.setEnabled(not held and plain and Path(self._folder.text()).expanduser().is_absolute())
        self._copy.setEnabled(not held)
        if held:
            self._say(
                self._must()
                if self._leaving.held_up
                else self.tr("A closing note says what is not so of this draft. Take it out in its parts."),
                look="unready",
            )

    def _say(self, words: str, *, look: str = "error") -> None:
        set_look(self._said, look)
        self._said.setText(words)

    def _choose(self) -> None:
        dialog = FolderDialog(
            self._look, self.tr("Folder for the file"), Path(self._folder.text()), self, new_allowed=False
        )
        dialog.chosen.connect(lambda folder: self._folder.setText(str(folder)))
        dialog.open()

    def _ask(self) -> None:
        self._export.setEnabled(False)
        self._copy.setEnabled(False)
        self.chosen.emit(self._format(), self.path(), self._replace)

    def _ask_parts(self) -> None:
        self.reject()
        self.parts_asked.emit()

    def _ask_copy(self) -> None:
        self._copy.setEnabled(False)
        self._export.setEnabled(False)
        self.copy_asked.emit()
