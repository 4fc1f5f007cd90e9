"""Values of Qt's own enumerations put on a widget by their names.

Python makes all 93 enumerations of ``Qt`` when the first of them is asked for, 15 ms of processor time: a tenth of a
start. The first page is painted without them (docs/performance.md); what it is made of asks for them by
``QtCore.Qt`` where it needs one, later.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


def put(on: QObject, **values: str) -> None:
    """Set properties of ``on`` to values by their names in Qt: ``put(area, focusPolicy="NoFocus")``."""
    for name, value in values.items():
        if not on.setProperty(name, value):
            raise ValueError(f"{name}: {value}")
