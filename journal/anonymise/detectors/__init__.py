"""Who looks: each detector takes a document and says what it saw."""

from __future__ import annotations

from journal.anonymise.detectors import (
    ages,
    belonging,
    contacts,
    context,
    dates,
    durations,
    happenings,
    judgments,
    letters,
    lists,
    lives,
    numbers,
    occasions,
    occupations,
    organisations,
    pets,
    quotes,
    rarities,
    register,
    singular,
    small_places,
    sources,
    word_names,
    writers,
)
from journal.anonymise.finding import Detector

#: All detectors; ``scan`` decides where they disagree, so their order does not matter.
DETECTORS: tuple[Detector, ...] = (
    register.find,
    contacts.find,
    numbers.find,
    dates.find,
    durations.find,
    occasions.find,
    ages.find,
    context.find,
    letters.find,
    organisations.find,
    small_places.find,
    pets.find,
    occupations.find,
    singular.find,
    rarities.find,
    lives.find,
    happenings.find,
    belonging.find,
    quotes.find,
    sources.find,
    lists.find,
    judgments.find,
    writers.find,
    word_names.find,
)
