"""What a combo box shows, by the value behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox


def choose(box: QComboBox, value: object) -> None:
    """Show the choice that stands for ``value``, the first where none does.

    Not by Qt's ``findData``, which takes two equal values for different ones unless Qt itself knows their type: an id
    that was read a second time would not be found.
    """
    box.setCurrentIndex(next((at for at in range(box.count()) if box.itemData(at) == value), 0))
