"""A printer's queue in CUPS, made as the terminal wants it (`adapters.printing.cups`), by CUPS's own commands."""

import subprocess
from collections.abc import Mapping

PATIENCE_S = 60.0
DRIVERLESS = "everywhere"
"""IPP Everywhere: the printer itself says what it can."""
OPTIONS = {
    # A job that the printer fails at is over: the terminal tells the visitor, and prints anew.
    "printer-error-policy": "abort-job",
    "media": "iso_a4_210x297mm",
    "sides": "one-sided",
    "printer-is-shared": "false",
    # No sheets with names on before or after.
    "job-sheets-default": "none,none",
}


class QueueFailed(Exception):
    """CUPS could not do it; its own words."""


def devices(environment: Mapping[str, str]) -> list[str]:
    """URIs of the printers that CUPS can see. Raises QueueFailed."""
    found = _say(environment, "lpinfo", "-v")
    uris = [line.split(maxsplit=1)[1] for line in found.splitlines() if " " in line]
    return [uri for uri in uris if ":" in uri]


def make(name: str, device: str, environment: Mapping[str, str], model: str = DRIVERLESS) -> str:
    """A queue for a printer, in place of one of that name; its URI for the settings. The printer has to be switched on.

    Raises QueueFailed.
    """
    options = [word for key, value in OPTIONS.items() for word in ("-o", f"{key}={value}")]
    _say(environment, "lpadmin", "-p", name, "-E", "-v", device, "-m", model, *options)
    _say(environment, "lpadmin", "-d", name)
    return f"ipp://127.0.0.1/printers/{name}"


def _say(environment: Mapping[str, str], *words: str) -> str:
    try:
        done = subprocess.run(
            words, env={**environment, "LC_ALL": "C"}, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except FileNotFoundError:
        raise QueueFailed(f"there is no {words[0]} here: install cups-client and cups-daemon") from None
    except subprocess.TimeoutExpired:
        raise QueueFailed(f"{words[0]} did not end within {PATIENCE_S:.0f} s") from None
    if done.returncode:
        raise QueueFailed(f"{words[0]}: {' '.join((done.stderr or done.stdout).split())}")
    return done.stdout
