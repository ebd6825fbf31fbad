"""What stands on a screen: all that QML reads of a view model, as values that can be compared with those on a sheet.

The sheets lie in `sheets/`, a table for each moment of a screen.
"""

import tomllib
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaProperty, QObject

SHEETS = Path(__file__).with_name("sheets")
EVERYWHERE = {"objectName", "previousPageText", "nextPageText", "pageOfText"}
"""What is the same on every screen."""
Sheet = dict[str, Any]


def sheets(name: str) -> dict[str, Sheet]:
    """What is to stand at each moment, by what the moment is called."""
    return tomllib.loads((SHEETS / f"{name}.toml").read_text("utf-8"))


def read(model: QObject) -> Sheet:
    """Its properties by name, those of models within it likewise; what says nothing is left out."""
    meta = model.metaObject()
    seen = [meta.property(index) for index in range(meta.propertyCount())]
    named = {str(one.name()): one for one in seen}
    return _telling({name: _plain(_value(model, one)) for name, one in named.items() if name not in EVERYWHERE})


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
