"""A template of the person's own: a name, the kinds of entry it is for, headings with their hints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from journal.practice.prompts import EntryKind
from journal.practice.unfinished import Unfinished
from journal.practice_model import Section, Template
from ui.theme import Look
from ui.widgets.first_stop import go_to
from ui.widgets.flow import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import button, column, flush, ground, icon_button, label, row

_WIDTH_PX = 600


class _SectionLine(QWidget):
    def __init__(self, look: Look, section: Section) -> None:
        super().__init__()
        ground(self, "clear")
        self._section = section
        self.heading, self._hint = QLineEdit(section.heading), QLineEdit(section.hint)
        self.heading.setPlaceholderText(self.tr("Heading"))
        self.heading.setAccessibleName(self.tr("Heading"))
        self._hint.setPlaceholderText(self.tr("Hint, shown until one writes"))
        self._hint.setAccessibleName(self.tr("Hint for this heading"))
        self.remove = icon_button(look, "x", self.tr("Take this heading away"))
        line = row(self.heading, self._hint, self.remove, spacing=6)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        self.setLayout(line)

    def section(self) -> Section | None:
        heading = self.heading.text().strip()
        return replace(self._section, heading=heading, hint=self._hint.text().strip()) if heading else None


class TemplateDialog(FormDialog):
    """``template`` reads what it says; one of ours becomes a copy."""

    def __init__(
        self, look: Look, template: Template, kinds: Sequence[EntryKind], parent: QWidget | None = None
    ) -> None:
        about = "" if template.own else self.tr("Ours stays as it is; this makes a copy of your own.")
        super().__init__(look, self.tr("A template of my own"), about, parent=parent)
        self._look, self._template = look, template
        self._name, self._about = QLineEdit(template.name), QLineEdit(template.about)
        self.add(self.tr("Name"), self._name)
        self.add(self.tr("What it is for"), self._about)
        self.fields.addWidget(label(self.tr("Offered for"), "section"))
        holder = QWidget()
        ground(holder, "clear")
        flow = FlowLayout(holder, gap=8)
        self._kinds: list[tuple[str, QCheckBox]] = []
        for kind in kinds:
            tick = QCheckBox(kind.name)
            tick.setChecked(kind.id in template.kinds)
            flow.addWidget(tick)
            self._kinds.append((kind.id, tick))
        self.fields.addWidget(holder)
        self.fields.addWidget(label(self.tr("Headings"), "section"))
        lines = QWidget()
        ground(lines, "clear")
        self._rows = column(lines, spacing=6)
        self._lines: list[_SectionLine] = []
        self.fields.addWidget(lines)
        for section in template.sections or (Section("", ""), Section("", "")):
            self._add(section)
        another = button(self.tr("Add a heading"), "link")
        another.clicked.connect(self._another)
        self.fields.addLayout(flush(another))
        self.fit(_WIDTH_PX)

    def template(self) -> Template:
        """What the fields say."""
        sections = tuple(section for line in self._lines if (section := line.section()) is not None)
        return replace(
            self._template,
            name=self._name.text().strip(),
            about=self._about.text().strip(),
            kinds=tuple(id for id, tick in self._kinds if tick.isChecked()),
            sections=sections,
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("template", self.template())

    def _another(self) -> None:
        self._add(Section("", ""))
        go_to(self._lines[-1].heading)

    def _add(self, section: Section) -> None:
        line = _SectionLine(self._look, section)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._rows.addWidget(line)

    def _remove(self, line: _SectionLine) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
