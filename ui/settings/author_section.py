"""What would give the writer away: looked for in each blog draft, kept in the journal and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.model import AuthorProfile
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.settings.store import SettingsStore
from ui.widgets.parts import column, label, pair


class AuthorSection(QWidget):
    """Each field is saved when one leaves it; every word is optional."""

    said = Signal(object)

    def __init__(self, store: SettingsStore, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._lane = store, lane
        self._saved = AuthorProfile()
        self._name, self._aliases, self._employer = QLineEdit(), QLineEdit(), QLineEdit()
        self._job, self._places, self._hidden = QLineEdit(), QLineEdit(), QLineEdit()
        box = column(self, spacing=14)
        box.addWidget(
            label(
                self.tr("Looked for in each blog draft, so that you are not named by accident. All of it is optional."),
                "second",
                wrap=True,
            )
        )
        for words, field in (
            (self.tr("Your &name"), self._name),
            (self.tr("Other names and &initials, with commas"), self._aliases),
            (self.tr("E&mployer, service or practice"), self._employer),
            (self.tr("Job &title"), self._job),
            (self.tr("&Places of work, with commas"), self._places),
            (self.tr("Other words that give you &away, with commas"), self._hidden),
        ):
            box.addLayout(pair(label(words, "second", wrap=True, buddy=field), field))
            field.editingFinished.connect(self._save)

    def load(self) -> None:
        """Ask for the profile."""
        self._lane.run(self._store.author, owner=self, topic="author", done=self._show, failed=self._failed)

    def empty(self) -> None:
        """Drop what is shown."""
        self._show(AuthorProfile())

    def _show(self, profile: AuthorProfile) -> None:
        self._saved = profile
        self._name.setText(profile.name)
        self._aliases.setText(", ".join(profile.aliases))
        self._employer.setText(profile.employer)
        self._job.setText(profile.job_title)
        self._places.setText(", ".join(profile.places))
        self._hidden.setText(", ".join(profile.hidden))

    def _save(self) -> None:
        profile = AuthorProfile(
            name=self._name.text().strip(),
            aliases=parts_of(self._aliases.text()),
            employer=self._employer.text().strip(),
            job_title=self._job.text().strip(),
            places=parts_of(self._places.text()),
            hidden=parts_of(self._hidden.text()),
        )
        if profile == self._saved:
            return
        self._saved = profile
        store = self._store
        self._lane.run(lambda: store.set_author(profile), owner=self, failed=self._not_saved, work=Work.WRITE)

    def _not_saved(self, error: Exception) -> None:
        self._saved = AuthorProfile(name="\0")  # nobody's: the next look tries again
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))


def parts_of(text: str) -> tuple[str, ...]:
    """What stands between commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
