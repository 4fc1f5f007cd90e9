"""Colours and fonts by role: one look for the whole window, light, dark or as the system says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from journal.resources import read_text, resource_path
from journal.settings import Settings
from ui import icons

if TYPE_CHECKING:
    from ui.restyling import Restyling

SERIF = "Source Serif 4"
SANS = "Inter"
_FONTS = (
    "Inter-Regular",
    "Inter-Semibold",
    "SourceSerif4-Regular",
    "SourceSerif4-Italic",
    "SourceSerif4-Semibold",
)
_FONTS_LOADED = "fontsLoaded"
#: Set on an application that was told its style when it was made.
_STYLED = "styled"
#: For ``QApplication``'s arguments: ``setStyle`` takes 6 ms more, for Python must then know all of ``QStyle``.
STYLE_ARGUMENTS = ("-style", "fusion")
#: A line of a role file: quicker than importing a reader of TOML, of which these files are the simplest part.
_ROLE = re.compile(r'^([a-z][a-z0-9-]*) = "(#[0-9A-Fa-f]{6})"', re.MULTILINE)
#: What ``style_sheet`` fills in: a size and its unit, or a role; a comment goes.
_TO_FILL = re.compile(r"/\*.*?\*/|\b([0-9]+(?:\.[0-9]+)?)([ur])\b|@([a-z][a-z0-9-]*)", re.DOTALL)
#: The standard writing size that sizes in the style sheet are given for (design: 17-18 px).
STANDARD_TEXT_PX = 18
#: Between the lightness of a light window and that of a dark one, of 255.
_MIDDLE_GREY = 128
#: Words on the rail grow no further than this: at 200 % they would take the room of what is read.
_RAIL_MOST = 1.5

#: kind of entry -> role of its colour (design: relationship is accent, both sides of supervision share one).
KIND_ROLES: Mapping[str, str] = {
    "relationship": "accent",
    "supervisee": "supervision",
    "supervisor": "supervision",
    "wellbeing": "burnout",
    "dilemma": "dilemma",
    "free": "free",
}


def styled(app: QApplication) -> QApplication:
    """``app``, which was made with ``STYLE_ARGUMENTS``."""
    app.setProperty(_STYLED, True)
    return app


class Roles:
    """The colours of one theme, ``#rrggbb`` by role."""

    __slots__ = ("colours", "name")

    def __init__(self, name: str, colours: Mapping[str, str]) -> None:
        self.name, self.colours = name, colours

    def __getitem__(self, role: str) -> str:
        return self.colours[role]


def load_roles(name: str) -> Roles:
    """The role file ``light`` or ``dark``."""
    return Roles(name, dict(_ROLE.findall(read_text(f"themes/{name}.toml"))))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def style_sheet(roles: Roles, scale: float, writing: str = SERIF) -> str:
    """The window's style sheet with colours, sizes and the font for writing filled in."""
    sheet = read_text("themes/window.qss").replace(f'"{SERIF}"', f'"{writing}"')
    values = {**roles.colours, "folder": str(resource_path(f"themes/{roles.name}")).replace("\\", "/")}

    def filled(found: re.Match[str]) -> str:
        size, unit, role = found.groups()
        if role:
            return values[role]
        if unit == "u":
            return f"{max(1, round(float(size) * scale))}px"
        return f"{round(float(size) * min(scale, _RAIL_MOST))}px" if unit else ""

    # in one go, which is half the time of four: each start pays for it
    return _TO_FILL.sub(filled, sheet)


class Look(QObject):
    """What a page asks for by role: colours, fonts, icons, sizes. ``changed`` tells painters to paint anew."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        #: the first page is painted as the system's colours suggest; ``ask_system`` asks
        self._by_palette = not app.property(_FONTS_LOADED)
        if not app.property(_FONTS_LOADED):
            # once for the application: each load keeps another megabyte and a half
            app.setProperty(_FONTS_LOADED, True)
            for font in _FONTS:
                QFontDatabase.addApplicationFont(str(resource_path(f"fonts/{font}.ttf")))
        QFont.insertSubstitution(SERIF, "serif")
        QFont.insertSubstitution(SANS, "sans-serif")
        if not app.property(_STYLED):
            app.setStyle("Fusion")
        self.settings = settings
        self._applied: tuple[str, float, str] | None = None
        self._measured_anew = False
        self._restyling: Restyling | None = None
        self._icons: dict[tuple[str, str, str | None], QIcon] = {}
        self._fonts: dict[tuple[str, int, bool, bool], QFont] = {}
        self.roles = load_roles("light")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.apply(settings)

    @property
    def scale(self) -> float:
        """How much larger than the standard text the person wants it."""
        return self.settings.text_px / STANDARD_TEXT_PX

    @property
    def writing_family(self) -> str:
        """The family that the person chose to write in."""
        chosen = self.settings.writing_font
        if chosen == "system":
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        return SANS if chosen == "sans" else SERIF

    def apply(self, settings: Settings) -> None:
        """Take theme and text size from ``settings`` and put them on the whole window."""
        self.settings = settings
        name = settings.theme
        if name == "system":
            name = "dark" if self._system_is_dark() else "light"
        former, self._applied = self._applied, (name, self.scale, self.writing_family)
        if former != self._applied:
            self._measured_anew = former is not None and former[1:] != self._applied[1:]
            self.roles = load_roles(name)
            self._icons.clear()
            sheet = style_sheet(self.roles, self.scale, self.writing_family)
            if sheet != self._app.styleSheet():
                self._app.setPalette(self._palette())
                if self._app.font() != (font := self.sans(13)):
                    self._app.setFont(font)
                self._put_on(sheet)
        self.changed.emit()

    def ask_system(self) -> None:
        """Ask the system whether it is light or dark: behind the first page, since the answer is one of Qt's names."""
        self._by_palette = False
        self._system_changed()

    def _system_is_dark(self) -> bool:
        if self._by_palette:
            # that answer would cost 15 ms of a start (ui/widgets/named.py); no palette of ours is on the window yet
            return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE_GREY
        return QGuiApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark

    def _put_on(self, sheet: str) -> None:
        if not self._app.styleSheet():
            self._app.setStyleSheet(sheet)
            return
        if self._restyling is None:
            # the first page is painted without it
            from ui.restyling import Restyling  # noqa: PLC0415

            self._restyling = Restyling(self._app)
            self._restyling.finished.connect(self._all_styled)
        self._restyling.put_on(sheet)

    def _all_styled(self) -> None:
        # whoever measured the words of a hidden part did so in the former font
        if self._measured_anew:
            self._measured_anew = False
            self.changed.emit()

    def _system_changed(self) -> None:
        if self.settings.theme == "system":
            self.apply(self.settings)

    def colour(self, role: str) -> QColor:
        """The colour of ``role`` in the present theme."""
        return QColor(self.roles[role])

    def kind_colour(self, kind: str) -> QColor:
        """The colour of a kind of entry."""
        return self.colour(KIND_ROLES.get(kind, "free"))

    def px(self, standard: float) -> int:
        """Pixels for a size given at the standard text size."""
        return max(1, round(standard * self.scale))

    def sans(self, standard_px: float, *, bold: bool = False) -> QFont:
        """The interface's font."""
        return self._font(SANS, standard_px, bold=bold)

    def serif(self, standard_px: float, *, bold: bool = False, italic: bool = False) -> QFont:
        """The font for writing."""
        return self._font(self.writing_family, standard_px, bold=bold, italic=italic)

    def line_percent(self, percent: float) -> float:
        """``percent`` of the writing font's size as Qt counts line heights: in parts of what the font itself asks."""
        font = QFont(self.writing_family)
        font.setPixelSize(100)
        return round(percent * 100 / QFontMetricsF(font).height(), 2)

    def icon(self, name: str, role: str = "ink", checked: str | None = None) -> QIcon:
        """An icon tinted with the colour of ``role``; of ``checked`` while its button is on. Drawn once for a look."""
        which = name, role, checked
        if which not in self._icons:
            on = None if checked is None else self.roles[checked]
            self._icons[which] = icons.icon(name, self.roles[role], self.px(20), checked=on)
        return self._icons[which]

    def window_icon(self) -> QIcon:
        """What stands for the program in title bars and task lists."""
        return icons.window_icon(self.roles["accent"], self.roles["on-accent"])

    def pixmap(self, name: str, role: str, size: int, ratio: float = 1.0, *, filled: bool = False) -> QPixmap:
        """A drawing in ``size`` logical pixels."""
        return icons.pixmap(name, self.roles[role], size, ratio, filled=filled)

    def _font(self, family: str, standard_px: float, *, bold: bool, italic: bool = False) -> QFont:
        which = family, self.px(standard_px), bold, italic
        if which not in self._fonts:
            font = QFont(family)
            font.setPixelSize(which[1])
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setItalic(italic)
            # Inter's contextual alternates write "1440x900" with a multiplication sign and "->" as an arrow
            # (rsms.me/inter, "calt"): a folder, a name, a word found are shown letter for letter
            font.setFeature(QFont.Tag("calt"), 0)
            self._fonts[which] = font
        # a copy shares what Qt has worked out for the first; made anew a painted page of marks took 150 ms
        return QFont(self._fonts[which])

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "paper",
            QPalette.ColorRole.Base: "paper",
            QPalette.ColorRole.AlternateBase: "panel",
            QPalette.ColorRole.Button: "panel",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.ToolTipBase: "paper",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.PlaceholderText: "ink-3",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on-accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.Accent: "accent",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Midlight: "line",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink-3"))
        return palette
