"""Every action of the menus in one table: id, words, shortcut, icon, menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

_CONTEXT = "actions"
Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Row:
    """``keys`` are standard keys or texts, the first shown in the menu; ``open_only``: needs an open journal."""

    id: str
    menu: str
    words: object
    keys: Sequence[Key | str] = ()
    icon: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    open_only: bool = True


#: A row with an empty id is a separator. Standard keys first (product.md, "Shortcuts").
TABLE: Sequence[Row] = (
    Row("new", "file", QT_TRANSLATE_NOOP("actions", "&New entry"), (Key.New,), "plus"),
    Row(
        "new_model",
        "file",
        QT_TRANSLATE_NOOP("actions", "New entry from a &model…"),
        ("Ctrl+Shift+N",),
    ),
    Row("save", "file", QT_TRANSLATE_NOOP("actions", "&Save now"), (Key.Save,)),
    Row("post", "file", QT_TRANSLATE_NOOP("actions", "Make a &blog draft…"), ("Ctrl+Shift+B",), "feather"),
    Row("parts", "file", QT_TRANSLATE_NOOP("actions", "&Parts of the draft…"), ("Ctrl+Shift+P",)),
    Row("", "file", ""),
    Row("open", "file", QT_TRANSLATE_NOOP("actions", "&Open another journal…"), (Key.Open,), "folder", open_only=False),
    Row("backup", "file", QT_TRANSLATE_NOOP("actions", "Back &up now"), (), "hard-drive"),
    Row("", "file", ""),
    Row("end_day", "file", QT_TRANSLATE_NOOP("actions", "&End the day…")),
    Row("lock", "file", QT_TRANSLATE_NOOP("actions", "&Lock"), ("Ctrl+L",), "lock"),
    Row(
        "quit",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Quit"),
        ("Ctrl+Q",),
        role=QAction.MenuRole.QuitRole,
        open_only=False,
    ),
    Row("undo", "edit", QT_TRANSLATE_NOOP("actions", "&Undo"), (Key.Undo,), "undo-2"),
    Row("redo", "edit", QT_TRANSLATE_NOOP("actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    Row("", "edit", ""),
    Row("cut", "edit", QT_TRANSLATE_NOOP("actions", "Cu&t"), (Key.Cut,), open_only=False),
    Row("copy", "edit", QT_TRANSLATE_NOOP("actions", "&Copy"), (Key.Copy,), open_only=False),
    Row("paste", "edit", QT_TRANSLATE_NOOP("actions", "&Paste"), (Key.Paste,), open_only=False),
    Row("select_all", "edit", QT_TRANSLATE_NOOP("actions", "Select &all"), (Key.SelectAll,), open_only=False),
    Row("", "edit", ""),
    Row("search", "edit", QT_TRANSLATE_NOOP("actions", "&Search all entries"), ("Ctrl+K",), "search"),
    Row("find", "edit", QT_TRANSLATE_NOOP("actions", "&Find in the entry"), (Key.Find,), "search"),
    Row("star", "edit", QT_TRANSLATE_NOOP("actions", "Star the e&ntry"), ("Ctrl+D",), "star"),
    Row("bring", "edit", QT_TRANSLATE_NOOP("actions", "&Bring to supervision…"), ("Ctrl+Shift+A",), "users"),
    Row("use_code", "edit", QT_TRANSLATE_NOOP("actions", "Use a co&de instead of a name…"), ("Ctrl+Shift+R",)),
    Row("history", "edit", QT_TRANSLATE_NOOP("actions", "&Earlier texts…"), (), "history"),
    Row("trash", "edit", QT_TRANSLATE_NOOP("actions", "&Move the entry to the trash"), (), "trash-2"),
    Row("", "edit", ""),
    Row(
        "settings",
        "edit",
        QT_TRANSLATE_NOOP("actions", "Settin&gs"),
        ("Ctrl+,",),
        "settings",
        role=QAction.MenuRole.PreferencesRole,
    ),
    Row("bold", "format", QT_TRANSLATE_NOOP("actions", "&Bold"), (Key.Bold,), "bold"),
    Row("italic", "format", QT_TRANSLATE_NOOP("actions", "&Italic"), (Key.Italic,), "italic"),
    Row("heading", "format", QT_TRANSLATE_NOOP("actions", "&Heading"), ("Ctrl+Shift+H",), "heading"),
    Row("list", "format", QT_TRANSLATE_NOOP("actions", "&List"), ("Ctrl+Shift+L",), "list"),
    Row("quotation", "format", QT_TRANSLATE_NOOP("actions", "&Quotation"), ("Ctrl+Shift+.",), "text-quote"),
    Row("link", "format", QT_TRANSLATE_NOOP("actions", "Lin&k"), ("Ctrl+Shift+K",), "link"),
    Row("today", "view", QT_TRANSLATE_NOOP("actions", "&Today"), ("Ctrl+T", "Alt+Home"), "sun"),
    Row("journal", "view", QT_TRANSLATE_NOOP("actions", "&Journal"), ("Ctrl+1",), "book-open"),
    Row("supervision", "view", QT_TRANSLATE_NOOP("actions", "S&upervision"), ("Ctrl+2",), "users"),
    Row("wellbeing", "view", QT_TRANSLATE_NOOP("actions", "&Wellbeing"), ("Ctrl+3",), "activity"),
    Row("drafts", "view", QT_TRANSLATE_NOOP("actions", "&Drafts"), ("Ctrl+4",), "feather"),
    Row("prompts", "view", QT_TRANSLATE_NOOP("actions", "&Prompts"), ("Ctrl+5",), "message-circle"),
    Row("looking_back", "view", QT_TRANSLATE_NOOP("actions", "Looking bac&k"), ("Ctrl+6",), "calendar"),
    Row("learning", "view", QT_TRANSLATE_NOOP("actions", "&CPD and accounts"), ("Ctrl+7",)),
    Row("trash_list", "view", QT_TRANSLATE_NOOP("actions", "The tras&h"), (), "trash-2"),
    Row("", "view", ""),
    Row("previous", "view", QT_TRANSLATE_NOOP("actions", "Entry &above"), ("Ctrl+PgUp",)),
    Row("next", "view", QT_TRANSLATE_NOOP("actions", "Entry &below"), ("Ctrl+PgDown",)),
    Row("side", "view", QT_TRANSLATE_NOOP("actions", "&Questions beside the page"), ("F9",), "panel-right"),
    Row("", "view", ""),
    Row("larger", "view", QT_TRANSLATE_NOOP("actions", "&Larger text"), ("Ctrl++", "Ctrl+="), open_only=False),
    Row("smaller", "view", QT_TRANSLATE_NOOP("actions", "S&maller text"), ("Ctrl+-",), open_only=False),
    Row("standard", "view", QT_TRANSLATE_NOOP("actions", "Sta&ndard text"), ("Ctrl+0",), open_only=False),
    Row("full", "view", QT_TRANSLATE_NOOP("actions", "&Full screen"), ("F11",), open_only=False),
    Row("help", "help", QT_TRANSLATE_NOOP("actions", "&First steps"), (Key.HelpContents,), "info", open_only=False),
    Row("shortcuts", "help", QT_TRANSLATE_NOOP("actions", "&Shortcuts"), ("Ctrl+/",), open_only=False),
    Row("protected", "help", QT_TRANSLATE_NOOP("actions", "What is &protected"), (), open_only=False),
    Row(
        "about",
        "help",
        QT_TRANSLATE_NOOP("actions", "&About"),
        role=QAction.MenuRole.AboutRole,
        open_only=False,
    ),
)


def make_actions(parent: QObject) -> dict[str, QAction]:
    """One ``QAction`` a row, by id."""
    made = {}
    for row in TABLE:
        if row.id:
            action = QAction(QCoreApplication.translate(_CONTEXT, str(row.words)), parent)
            action.setShortcuts([QKeySequence(key) for key in row.keys])
            action.setMenuRole(row.role)
            made[row.id] = action
    return made


def row_words(row: Row) -> str:
    """What an action does, without the mark of its mnemonic."""
    return QCoreApplication.translate(_CONTEXT, str(row.words)).replace("&", "").rstrip("…")
