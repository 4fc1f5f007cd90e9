"""A reflective account in the headings of a professional form: own words, and passages chosen from the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from journal.practice.unfinished import Unfinished
from journal.practice_model import ACCOUNT_FORMS, Account, Passage, Section, Template
from ui.theme import Look
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import LINK_EDGE, button, column, flush, ground, icon_button, label, row
from ui.widgets.rows import clear, refilled
from ui.widgets.steady import steady

_WIDTH_PX = 680

#: Letters of a passage that tell it from others when it is named.
_BEGINS = 40


class AccountDialog(FormDialog):
    """``passage_asked`` carries the id of a section; ``post_asked`` that the account is to become a post."""

    passage_asked = Signal(str)
    post_asked = Signal()

    def __init__(self, look: Look, account: Account, models: Sequence[Template], parent: QWidget | None = None) -> None:
        about = self.tr(
            "It leaves the journal only as a blog draft, after the review. People stand in it by role or code."
        )
        super().__init__(look, self.tr("A reflective account"), about, parent=parent)
        self.keep = True
        self._account, self._look = account, look
        self._forms = [one for one in models if one.id in ACCOUNT_FORMS]
        self._passages = list(account.passages)
        self._kept_words = dict(account.words)
        self._title = QLineEdit(account.title)
        self._form = steady(QComboBox())
        for form in self._forms:
            self._form.addItem(form.name, form.id)
        self._form.setCurrentIndex(max(0, self._form.findData(account.form)))
        self.add(self.tr("Title"), self._title)
        self.add(self.tr("Form"), self._form)
        self._caution = label("", "hint", wrap=True)
        self.fields.addWidget(self._caution)
        self._body = QWidget()
        ground(self._body, "clear")
        self._sections = column(self._body, spacing=6)
        hung = row(-LINK_EDGE, self._body, -LINK_EDGE)
        hung.setStretch(1, 1)
        self.fields.addLayout(hung)
        self._edits: dict[str, QPlainTextEdit] = {}
        self._lists: dict[str, QWidget] = {}
        self._fill()
        self.to_post = button(self.tr("Save and review…"), name=self.tr("Save, and make a post of it to review"))
        self.buttons.insertWidget(self.buttons.count() - 1, self.to_post)
        self.to_post.clicked.connect(self.post_asked)
        self._form.activated.connect(self._reform)
        self.remove.setVisible(account.id is not None)
        self.fit(_WIDTH_PX)

    def account(self) -> Account:
        """What the fields say. Words under headings that the form does not have are left out."""
        ids = [section.id for section in self._template().sections]
        words = {**self._kept_words, **{id: edit.toPlainText().strip() for id, edit in self._edits.items()}}
        return replace(
            self._account,
            form=str(self._form.currentData()),
            title=self._title.text().strip(),
            passages=tuple(one for one in self._passages if one.section in ids),
            words=tuple((id, words[id]) for id in ids if words.get(id)),
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("account", self.account())

    def add_passage(self, passage: Passage) -> None:
        """Put a passage under its section."""
        self._passages.append(passage)
        self._list(passage.section)

    def _template(self) -> Template:
        return next(one for one in self._forms if one.id == self._form.currentData())

    def _reform(self) -> None:
        self._kept_words.update({id: edit.toPlainText().strip() for id, edit in self._edits.items()})
        self._fill()

    def _fill(self) -> None:
        clear(self._body)
        self._edits.clear()
        self._lists.clear()
        self._caution.setText(self._template().caution)
        for section in self._template().sections:
            self._sections.addWidget(self._section(section))

    def _section(self, section: Section) -> QWidget:
        made = QWidget()
        ground(made, "clear")
        # room at both sides for the ring around a link whose words stand in line with the field
        box = column(made, margins=(LINK_EDGE, 0, LINK_EDGE, 0), spacing=4)
        edit = QPlainTextEdit(self._kept_words.get(section.id, ""))
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(self._look.px(76))
        edit.setPlaceholderText(section.hint)
        self._edits[section.id] = edit
        box.addWidget(label(section.heading, "section", buddy=edit))
        box.addWidget(edit)
        holder = QWidget()
        ground(holder, "clear")
        column(holder, spacing=4)
        self._lists[section.id] = holder
        box.addWidget(holder)
        name = self.tr("Take a passage for: %1").replace("%1", section.heading)
        take = button(self.tr("Take a passage from an entry…"), "link", name=name)
        take.clicked.connect(lambda: self.passage_asked.emit(section.id))
        box.addLayout(flush(take))
        self._list(section.id)
        return made

    def _list(self, section: str) -> None:
        holder = self._lists.get(section)
        if holder is None:
            return
        box = holder.layout()
        assert box is not None
        with refilled(holder, self._edits[section]):
            for passage in [one for one in self._passages if one.section == section]:
                line = QWidget()
                ground(line, "clear")
                begins = passage.text[:_BEGINS].strip() + ("…" if len(passage.text) > _BEGINS else "")
                away = icon_button(self._look, "x", self.tr("Take this passage away: %1").replace("%1", begins))
                away.clicked.connect(lambda _=False, passage=passage: self._drop(passage))
                shown = row(label(f"“{passage.text}”", "second", wrap=True), away)
                shown.setStretch(0, 1)
                line.setLayout(shown)
                box.addWidget(line)

    def _drop(self, passage: Passage) -> None:
        self._passages.remove(passage)
        self._list(passage.section)
