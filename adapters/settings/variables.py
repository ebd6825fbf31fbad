"""Settings by the environment: `KIOSK_CITY`, and `KIOSK_WECHAT__MCHID` for a key of a table."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from adapters.settings.fault import Fault, Where

PREFIX, BETWEEN = "KIOSK_", "__"
NOT_SETTINGS = frozenset({"KIOSK_VNC_PORT"})
"""What the window is told, and what it tells the programs that it starts."""


@dataclass(frozen=True, slots=True)
class Variables:
    """`names` are the variables by the key that each sets."""

    names: Mapping[Where, str]
    values: Mapping[Where, object]
    faults: tuple[Fault, ...]

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Variables":
        """Those that are settings. A list or a table is JSON, everything else is a text."""
        names: dict[Where, str] = {}
        values: dict[Where, object] = {}
        faults = []
        for name in sorted(environ):
            if not name.startswith(PREFIX) or name in NOT_SETTINGS:
                continue
            where = tuple(name.removeprefix(PREFIX).lower().split(BETWEEN))
            try:
                value = json.loads(environ[name]) if environ[name].lstrip()[:1] in {"[", "{"} else environ[name]
            except ValueError:
                faults.append(Fault(name, "", "begins like JSON and is none"))
                continue
            names[where], values[where] = name, value
        return cls(names, values, tuple(faults))

    def over(self, data: Mapping[str, object]) -> dict[str, object]:
        """What a file says, with these instead of its own."""
        whole = dict(data)
        for where, value in self.values.items():
            table = whole
            for key in where[:-1]:
                inner = table.get(str(key))
                table[str(key)] = inner = dict(inner) if isinstance(inner, dict) else {}
                table = inner
            table[str(where[-1])] = value
        return whole

    def name(self, where: Where) -> str | None:
        """The variable that sets a key, or the value that it is part of."""
        return next((self.names[where[:n]] for n in range(len(where), 0, -1) if where[:n] in self.names), None)


def variable(where: Where) -> str:
    """The variable that would set a key."""
    return PREFIX + BETWEEN.join(str(key).upper() for key in where)
