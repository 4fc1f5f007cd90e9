"""The words of the help pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "help"


def said(words: object) -> str:
    """Words of this file in the person's language."""
    return QCoreApplication.translate(_CONTEXT, str(words)) if words else ""


#: Head and words of each paragraph.
FIRST_STEPS: Sequence[tuple[object, object]] = (
    (
        QT_TRANSLATE_NOOP("help", "Begin anywhere"),
        QT_TRANSLATE_NOOP(
            "help",
            "Ctrl+N begins an entry. One honest sentence is a complete one. It saves itself a moment after you stop "
            "typing; the line at the foot says when.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Ask Carl"),
        QT_TRANSLATE_NOOP(
            "help",
            "The panel beside the page holds a question for the kind of entry you are writing. Answer puts it into the "
            "text as a quotation to write under. You can skip every one. Prompts, in the rail, shows all of them.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "A code instead of a name"),
        QT_TRANSLATE_NOOP(
            "help",
            "Settings can underline likely names while you write, in the title and in the text. Ctrl+Shift+R then "
            "offers a code in the place of one, and remembers the person in your register. Nothing changes by itself.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Find it again"),
        QT_TRANSLATE_NOOP(
            "help",
            "Ctrl+K searches all entries while you type: every word must be there, the last may be unfinished, and "
            "words in quotation marks stand together. The chips under it narrow the list by kind, star, tag and day.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Share a part of it"),
        QT_TRANSLATE_NOOP(
            "help",
            "Blog draft makes a copy of an entry in which every name, place and number is looked at and decided by "
            "you before anything can leave. The entry never changes.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Leave it"),
        QT_TRANSLATE_NOOP(
            "help",
            "Ctrl+L locks at once, whatever is open; nothing is lost. It also locks when you are away, and when the "
            "computer sleeps. Unlocking brings you back to where you were.",
        ),
    ),
)

PROTECTED: Sequence[tuple[object, object]] = (
    (
        QT_TRANSLATE_NOOP("help", "A locked journal"),
        QT_TRANSLATE_NOOP(
            "help",
            "It is noise to anyone without the passphrase or the recovery words, whether they have the folder, the "
            "whole disk or a backup. Titles, tags and names are encrypted like the text.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "An open journal"),
        QT_TRANSLATE_NOOP(
            "help",
            "It is as private as this computer. A program that watches the screen or the keys, or an administrator "
            "who does, sees what you see. Lock it when you leave: Ctrl+L.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "An exported draft"),
        QT_TRANSLATE_NOOP(
            "help",
            "It is an ordinary file. The review finds what it can and you decide; no program can tell you that "
            "nobody will recognise a story.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Old backups"),
        QT_TRANSLATE_NOOP(
            "help",
            "They are encrypted like the journal. They open with the passphrase they were made with, and still hold "
            "what you deleted since.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "If passphrase and words are both lost"),
        QT_TRANSLATE_NOOP("help", "Nobody can open the journal, and neither can we."),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Courts and employers"),
        QT_TRANSLATE_NOOP(
            "help",
            "They can sometimes require reflective notes. Write so that a patient could not be picked out, and keep "
            "clinical facts in the clinical record.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Swap and hibernation"),
        QT_TRANSLATE_NOOP(
            "help", "These files may hold text of an open journal. Full-disk encryption covers them; turn it on."
        ),
    ),
)

ABOUT: Sequence[tuple[object, object]] = (
    ("", QT_TRANSLATE_NOOP("help", "Congruence. A private place to think about the work.")),
    ("", QT_TRANSLATE_NOOP("help", "It keeps everything on this computer, encrypted, and never uses the network.")),
    (
        QT_TRANSLATE_NOOP("help", "With thanks"),
        QT_TRANSLATE_NOOP(
            "help",
            "Source Serif 4 and Inter (SIL Open Font Licence), Lucide icons (ISC), SQLCipher, Qt. Their licences are "
            "in docs/third-party.md.",
        ),
    ),
)

#: Keys that hold in one place and so stand in no menu: key and what it does.
IN_PLACES: Sequence[tuple[object, Sequence[tuple[object, object]]]] = (
    (
        QT_TRANSLATE_NOOP("help", "In the list of entries"),
        (
            (QT_TRANSLATE_NOOP("help", "Up, Down"), QT_TRANSLATE_NOOP("help", "The entry above or below")),
            (QT_TRANSLATE_NOOP("help", "Page Up, Page Down"), QT_TRANSLATE_NOOP("help", "A screenful further")),
            (QT_TRANSLATE_NOOP("help", "Home, End"), QT_TRANSLATE_NOOP("help", "The newest, the oldest")),
            (QT_TRANSLATE_NOOP("help", "Enter"), QT_TRANSLATE_NOOP("help", "Go into the text")),
            (QT_TRANSLATE_NOOP("help", "Delete"), QT_TRANSLATE_NOOP("help", "Move the entry to the trash")),
            (QT_TRANSLATE_NOOP("help", "Esc"), QT_TRANSLATE_NOOP("help", "Take search and filters away")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "In the search field"),
        (
            (QT_TRANSLATE_NOOP("help", "Enter"), QT_TRANSLATE_NOOP("help", "Open the first one found")),
            (QT_TRANSLATE_NOOP("help", "Down"), QT_TRANSLATE_NOOP("help", "Go to the list")),
            (QT_TRANSLATE_NOOP("help", "Esc"), QT_TRANSLATE_NOOP("help", "Clear it and go back to the list")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "In a blog draft"),
        (
            (
                QT_TRANSLATE_NOOP("help", "F8, Shift+F8"),
                QT_TRANSLATE_NOOP("help", "The next open decision, the one before"),
            ),
            (QT_TRANSLATE_NOOP("help", "Ctrl+Enter"), QT_TRANSLATE_NOOP("help", "Accept what is shown, from anywhere")),
            (QT_TRANSLATE_NOOP("help", "F7"), QT_TRANSLATE_NOOP("help", "The selected words identify someone")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "In the list of findings"),
        (
            (QT_TRANSLATE_NOOP("help", "J, P"), QT_TRANSLATE_NOOP("help", "On, and back")),
            (QT_TRANSLATE_NOOP("help", "N"), QT_TRANSLATE_NOOP("help", "On to the next open one")),
            (QT_TRANSLATE_NOOP("help", "Enter or A"), QT_TRANSLATE_NOOP("help", "Accept what is shown")),
            (QT_TRANSLATE_NOOP("help", "Shift+A"), QT_TRANSLATE_NOOP("help", "Accept all of this kind")),
            (QT_TRANSLATE_NOOP("help", "C"), QT_TRANSLATE_NOOP("help", "Change: words of your own")),
            (QT_TRANSLATE_NOOP("help", "K"), QT_TRANSLATE_NOOP("help", "Keep as it is, and say why")),
            (QT_TRANSLATE_NOOP("help", "T"), QT_TRANSLATE_NOOP("help", "Choose another treatment")),
            (QT_TRANSLATE_NOOP("help", "U"), QT_TRANSLATE_NOOP("help", "Take the decision back")),
            (QT_TRANSLATE_NOOP("help", "Right, Left"), QT_TRANSLATE_NOOP("help", "Show each place, or put them away")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Everywhere"),
        (
            (
                QT_TRANSLATE_NOOP("help", "Tab, Shift+Tab"),
                QT_TRANSLATE_NOOP("help", "The next control, the one before"),
            ),
            (QT_TRANSLATE_NOOP("help", "Alt and a letter"), QT_TRANSLATE_NOOP("help", "Open a menu")),
        ),
    ),
)
