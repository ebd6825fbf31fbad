"""Settings of a terminal: a TOML file and `KIOSK_` variables, checked before anything is opened.

`models.py` says what there is to be set, a type for each kind of value; `values.py`, `keys.py` and `places.py` what is
wrong with a value; `collisions.py` what does not fit together; `file.py` and `variables.py` where values come from.
"""

from adapters.settings.check import check, read
from adapters.settings.fault import Fault, SettingsError
from adapters.settings.held import Against
from adapters.settings.models import (
    AlipaySettings,
    CupsSettings,
    EscPosSettings,
    Links,
    Settings,
    StaffSettings,
    UnionPaySettings,
    WeChatSettings,
)

__all__ = [
    "Against",
    "AlipaySettings",
    "CupsSettings",
    "EscPosSettings",
    "Fault",
    "Links",
    "Settings",
    "SettingsError",
    "StaffSettings",
    "UnionPaySettings",
    "WeChatSettings",
    "check",
    "read",
]
