"""Settings of a terminal: a TOML file and `KIOSK_` variables, checked before anything is opened.

`models.py` says what there is to be set, a type for each kind of value; a network says with its contract what is to be
set for it (`adapters/payments/contract.py`); `values.py`, `keys.py` and `places.py` what is
wrong with a value; `collisions.py` what does not fit together; `file.py` and `variables.py` where values come from.
"""

from adapters.settings.check import check, read
from adapters.settings.fault import Fault, SettingsError
from adapters.settings.held import Against
from adapters.settings.models import CupsSettings, EscPosSettings, Links, Settings, StaffSettings, whole
from adapters.settings.panel import PanelSettings
from adapters.settings.readers import CardReaderSettings, KeyboardReaderSettings, ReaderSettings, ScannerSettings

__all__ = [
    "Against",
    "CardReaderSettings",
    "CupsSettings",
    "EscPosSettings",
    "Fault",
    "KeyboardReaderSettings",
    "Links",
    "PanelSettings",
    "ReaderSettings",
    "ScannerSettings",
    "Settings",
    "SettingsError",
    "StaffSettings",
    "check",
    "read",
    "whole",
]
