"""What stands on a screen: all that QML reads of a view model, as values that can be compared with those on a sheet.

The sheets lie in `sheets/`, a table for each moment of a screen.
"""

import tomllib
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaProperty, QObject

SHEETS = Path(__file__).with_name("sheets")
EVERYWHERE = {"previousPageText", "nextPageText", "pageOfText"}
"""What is the same on every screen."""
Sheet = dict[str, Any]


def sheets(name: str) -> dict[str, Sheet]:
    """What is to stand at each moment, by what the moment is called."""
    return tomllib.loads((SHEETS / f"{name}.toml").read_text("utf-8"))


def read(model: QObject) -> Sheet:
    """Its properties by name, those of models within it likewise; what says nothing is left out."""
    properties = _properties(model)
    return _telling({name: _plain(_value(model, one)) for name, one in properties.items() if name not in EVERYWHERE})


class Watch:
    """Whoever shows a view model, and reads a property anew when its signal says so: as QML does."""

    def __init__(self, model: QObject) -> None:
        self._model = model
        self._properties = _properties(model)
        self._shown = {name: _value(model, one) for name, one in self._properties.items()}
        self._within: list[Watch] = [Watch(value) for value in self._shown.values() if isinstance(value, QObject)]
        for name, one in self._properties.items():
            if one.hasNotifySignal():
                signal = bytes(one.notifySignal().name().data()).decode()
                getattr(model, signal).connect(partial(self._read_anew, name))

    def stale(self) -> list[str]:
        """What is shown and not so any more."""
        now = {name: _value(self._model, one) for name, one in self._properties.items()}
        mine = [f"{type(self._model).__name__}.{name}" for name, shown in self._shown.items() if shown != now[name]]
        return [*mine, *(name for watch in self._within for name in watch.stale())]

    def _read_anew(self, name: str) -> None:
        self._shown[name] = _value(self._model, self._properties[name])


def _properties(model: QObject) -> dict[str, QMetaProperty]:
    meta = model.metaObject()
    named = ((str(one.name()), one) for one in (meta.property(index) for index in range(meta.propertyCount())))
    return {name: one for name, one in named if name != "objectName"}


def over(*parts: Sheet) -> Sheet:
    """A sheet that is written in parts, each of which adds to those before."""
    whole: Sheet = {}
    for part in parts:
        for name, value in part.items():
            whole[name] = over(whole.get(name, {}), value) if isinstance(value, dict) else value
    return whole


def _value(model: QObject, one: QMetaProperty) -> Any:
    """Models are no values of Qt's own."""
    name = str(one.name())
    return getattr(model, name) if str(one.typeName()).endswith("*") else model.property(name)


def _plain(value: Any) -> Any:
    if isinstance(value, QObject):
        return read(value)
    if isinstance(value, str) and value.startswith("data:image"):
        return "a picture"
    if isinstance(value, list):
        return [line for one in value for line in (_lines(one) if isinstance(one, dict) else (one,))]
    return _telling(value) if isinstance(value, dict) else value


def _telling(values: Sheet) -> Sheet:
    return {name: value for name, value in values.items() if value not in ("", False, 0, None, [], {})}


NAMED_BY_PLACE = ("id", "code", "title", "label", "key", "value")
"""What a row has of these comes first, by itself; all else with its name."""


def _lines(row: Sheet) -> list[str]:
    """A row in one line: `60: 60% 档, amount 878.94, chosen`, `2026: 2026年, not enabled`, `姓名: 张建国`.

    Rows in a group stand under its title.
    """
    if "rows" in row:
        return [f"= {row['title']}", *_plain(row["rows"])]
    first = [str(row[name]) for name in NAMED_BY_PLACE if row.get(name)]
    others = (_named(name, row[name]) for name in sorted(row) if name not in NAMED_BY_PLACE)
    return [", ".join([": ".join(first), *filter(None, others)])]


def _named(name: str, value: Any) -> str:
    if isinstance(value, list):
        return f"{name} [{'; '.join(_plain(value))}]" if value else ""
    if name == "enabled":
        return "" if value else "not enabled"
    return name if value is True else f"{name} {value}" if value else ""
