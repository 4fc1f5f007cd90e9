"""Who looks: each detector takes a document and says what it saw."""

from __future__ import annotations

from journal.anonymise.detectors import (
    ages,
    contacts,
    context,
    dates,
    durations,
    letters,
    lists,
    numbers,
    occasions,
    occupations,
    organisations,
    pets,
    quotes,
    register,
    singular,
    sources,
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
    pets.find,
    occupations.find,
    singular.find,
    quotes.find,
    sources.find,
    lists.find,
    writers.find,
)
