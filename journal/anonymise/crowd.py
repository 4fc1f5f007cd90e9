"""How large the crowd is that the standing details leave somebody in, as an order of magnitude with its basis.

Only figures that can be quoted are used. The gazetteer brings numbers of inhabitants with their source (GeoNames, see
``docs/third-party.md``). For shares of age bands, occupations and heritage no table ships: ``Shares`` may be handed
one, and without it the estimate ends at the place and says which details still narrow it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from journal.anonymise.knowledge import GazetteerPlace


def _none() -> Mapping[str, float]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of a population, 0 to 1, by the code of a detail ("age.40-49", "occupation.midwife"); empty as shipped.

    ``source`` is the table that is quoted.
    """

    of: Mapping[str, float] = field(default_factory=_none)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Crowd:
    """``order`` is a power of ten; ``basis`` the codes that went in, ``narrowing`` those known but not counted."""

    order: int
    basis: tuple[str, ...]
    narrowing: tuple[str, ...] = ()


NO_SHARES = Shares()


def crowd_of(places: Iterable[GazetteerPlace], details: Iterable[str] = (), shares: Shares = NO_SHARES) -> Crowd | None:
    """The crowd of somebody of whom the places and the details stand; ``None`` where no place has a figure.

    The smallest place counts: who is of Hexham and of England is of Hexham.
    """
    known = [place.population for place in places if place.population > 0]
    if not known:
        return None
    size = float(min(known))
    counted, narrowing = ["population"], []
    for detail in sorted(set(details)):
        share = shares.of.get(detail)
        if share is None:
            narrowing.append(detail)
        else:
            size *= share
            counted.append(detail)
    return Crowd(_order(size), tuple(counted), tuple(narrowing))


def _order(size: float) -> int:
    """The nearest power of ten, at least one."""
    return int(10 ** max(0, round(math.log10(size)))) if size >= 1 else 1
