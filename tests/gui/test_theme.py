"""Colours: every text role can be read on every ground it stands on, and no colour is written in code."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import ui
from journal.model import KINDS
from journal.resources import read_text, read_toml
from journal.settings import Settings
from ui.actions import TABLE
from ui.icons import pixmap, svg
from ui.theme import KIND_ROLES, SANS, SERIF, Look, contrast, load_roles, style_sheet

THEMES = ("light", "dark")
TEXT_ROLES = (
    *("ink", "ink-2", "ink-3", "accent", "supervision", "burnout", "dilemma", "free"),
    *("direct", "quasi", "author", "keep"),
)
#: text, ground: where a colour of words stands on another ground than paper and panel.
PAIRS = (
    *(("ink", ground) for ground in ("rail", "accent-soft", "quasi-ground", "direct-ground", "author-ground")),
    ("ink", "keep-ground"),
    *((role, f"{role}-ground") for role in ("direct", "quasi", "author", "keep")),
    *(("paper", role) for role in ("direct", "quasi", "author", "keep")),
    # quotations, list marks and the signs of Markdown, under findings
    *((role, f"{risk}-ground") for role in ("accent", "ink-2") for risk in ("direct", "quasi", "author", "keep")),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("accent", "accent-soft"),
    ("ink-2", "accent-soft"),
    ("ink-2", "rail"),
    ("accent", "rail"),
)
#: WCAG 2.2, 1.4.3 (text) and 1.4.11 (borders of controls, focus).
TEXT_CONTRAST, CONTROL_CONTRAST = 4.5, 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_a_role_file_is_read_as_the_toml_it_is(theme: str) -> None:
    assert load_roles(theme).colours == read_toml(f"themes/{theme}.toml")["roles"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "panel"])
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_text_role_can_be_read_on_paper_and_panel(theme: str, ground: str, role: str) -> None:
    roles = load_roles(theme)
    assert contrast(roles[role], roles[ground]) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("role", "ground"), PAIRS)
def test_words_on_a_coloured_ground_can_be_read(theme: str, role: str, ground: str) -> None:
    roles = load_roles(theme)
    assert contrast(roles[role], roles[ground]) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "panel"])
@pytest.mark.parametrize("role", ["edge", "accent"])
def test_borders_of_controls_and_the_focus_ring_can_be_seen(theme: str, ground: str, role: str) -> None:
    roles = load_roles(theme)
    assert contrast(roles[role], roles[ground]) >= CONTROL_CONTRAST


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_themes_name_the_same_roles() -> None:
    assert set(load_roles("light").colours) == set(load_roles("dark").colours)


def test_every_kind_of_entry_has_a_colour() -> None:
    assert set(KIND_ROLES) == set(KINDS)
    assert set(KIND_ROLES.values()) <= set(load_roles("light").colours)


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_is_filled_in(theme: str) -> None:
    sheet = style_sheet(load_roles(theme), 1.0)
    assert "@" not in sheet.replace("@media", "")
    assert not re.search(r"\d+u\b", sheet)
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path(path).is_file()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("name", "role"),
    [*((f"chevron-{way}", "ink-2") for way in ("down", "up", "left", "right")), ("check", "on-accent")],
)
def test_drawings_of_the_style_sheet_have_their_roles_colour(theme: str, name: str, role: str) -> None:
    assert load_roles(theme)[role] in read_text(f"themes/{theme}/{name}.svg")


def test_no_colour_is_written_in_python() -> None:
    for path in Path(ui.__file__).parent.rglob("*.py"):
        assert not re.search(r"[\"']#[0-9a-fA-F]{3,8}[\"']", path.read_text(encoding="utf-8")), path


def test_a_theme_is_put_on_the_palette(look: Look, qapp: QApplication) -> None:
    look.apply(look.settings._replace(theme="dark"))
    dark = load_roles("dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(dark["paper"])
    look.apply(look.settings._replace(theme="light"))
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(load_roles("light")["paper"])


def test_the_first_look_is_that_of_the_systems_palette_until_the_system_is_asked(qapp: QApplication) -> None:
    palette, sheet, font = qapp.palette(), qapp.styleSheet(), qapp.font()
    dark = QPalette(palette)
    dark.setColor(QPalette.ColorRole.Window, QColor(30, 30, 30))
    qapp.setPalette(dark)
    # as in an application that has no look yet
    qapp.setProperty("fontsLoaded", False)
    first = Look(qapp, Settings(theme="system"))
    try:
        assert first.roles.name == "dark"
        # offscreen there is no system that could be dark
        first.ask_system()
        assert first.roles.name == "light"
        # by now the palette is ours
        assert Look(qapp, Settings(theme="system")).roles.name == "light"
    finally:
        first.deleteLater()
        qapp.setPalette(palette)
        qapp.setFont(font)
        qapp.setStyleSheet(sheet)


def test_sizes_follow_the_text_size(look: Look) -> None:
    assert look.px(13) == 13
    look.apply(look.settings._replace(text_px=36))
    assert look.px(13) == 26
    assert look.serif(18).pixelSize() == 36


def test_our_fonts_are_there(look: Look) -> None:
    assert {SERIF, SANS} <= set(QFontDatabase.families())


def test_the_icons_shipped_are_those_that_are_asked_for() -> None:
    shipped = {path.name.removesuffix(".svg") for path in files("resources").joinpath("icons").iterdir()}
    shipped = {name for name in shipped if not name.startswith("LICENSE")}
    code = "".join(path.read_text(encoding="utf-8") for path in Path(ui.__file__).parent.rglob("*.py"))
    assert {name for name in shipped if f'"{name}"' not in code} == set()
    assert {row.icon for row in TABLE if row.icon} <= shipped


def test_icons_are_tinted(look: Look) -> None:
    colour = load_roles("light")["accent"]
    assert "currentColor" not in svg("lock", colour).decode()
    drawn = pixmap("lock", colour, 20).toImage()
    seen = {
        drawn.pixelColor(x, y).name() for x in range(20) for y in range(20) if drawn.pixelColor(x, y).alpha() == 255
    }
    assert seen == {colour.lower()}


@pytest.mark.parametrize("made", [QLabel, QLineEdit, QPushButton, QPlainTextEdit])
def test_a_path_is_shown_letter_for_letter(qtbot: QtBot, look: Look, made: type[QWidget]) -> None:
    """Inter writes "1440x900" with a multiplication sign, and "->" as an arrow, unless it is told not to."""
    pictures = []
    for told in (False, True):
        widget = made("1440x900 ->")  # type: ignore[arg-type]
        qtbot.addWidget(widget)
        widget.ensurePolished()
        if told:
            font = widget.font()
            font.setFeature(QFont.Tag("calt"), 0)
            widget.setFont(font)
        widget.resize(160, 40)
        pictures.append(widget.grab().toImage())
    assert pictures[0] == pictures[1]
