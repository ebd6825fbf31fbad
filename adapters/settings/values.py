"""The shapes of plain values: numbers that networks give out, web addresses, devices, hashes of PINs."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from adapters.pins import problem_of_hash
from adapters.settings.held import wrong

BLUETOOTH = "(?:[0-9A-F]{2}:){5}[0-9A-F]{2}"
LONGEST_URL = 255
"""Characters that WeChat Pay allows for a `notify_url`; the others allow as many."""
LONGEST_CODE = 80
"""Characters of an address in a code on the screen: with more its squares are too small for old phones."""


def shaped(pattern: str, shape: str) -> AfterValidator:
    """A text that has to match all of `pattern`."""
    compiled = re.compile(pattern)

    def validate(text: str) -> str:
        if not compiled.fullmatch(text):
            raise wrong(f"has to be {shape}")
        return text

    return AfterValidator(validate)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise wrong("has to be an address like https://host/path") from None
    if parts.scheme not in {"http", "https"} or not host or re.search(r"\s", text):
        raise wrong("has to be an address like https://host/path")
    if parts.scheme == "http" and not _is_loopback(host):
        raise wrong("has to be https: by http only this machine itself is spoken to")
    if parts.username is not None or parts.fragment:
        raise wrong("has to be an address without a user or a fragment")
    return text


def _heard(text: str) -> str:
    if len(text) > LONGEST_URL or "?" in text:
        raise wrong(f"has to have no query and {LONGEST_URL} characters at most")
    return text


def _listen_address(text: str) -> str:
    host, _, port = text.rpartition(":")
    try:
        fits = not ip_address(host.removeprefix("[").removesuffix("]")).is_unspecified and 0 < int(port) < 1 << 16
    except ValueError:
        fits = False
    if text and not (fits and port.isascii() and port.isdigit()):
        raise wrong("has to be one address of this machine and a port, like 10.0.0.7:8086")
    return text


def _maybe(text: str) -> str:
    return _web_address(text) if text else text


def _short(text: str) -> str:
    if len(text) > LONGEST_CODE or "?" in text:
        raise wrong(f"has to have no query and {LONGEST_CODE} characters at most")
    return text


def _device(path: Path) -> Path:
    if not path.is_absolute():
        raise wrong("has to be a whole path like /dev/rfcomm0")
    return path


def _pin_hash(text: str) -> str:
    if problem := problem_of_hash(text):
        raise wrong(problem)
    return text


WebAddress = Annotated[str, AfterValidator(_web_address)]
NotifyUrl = Annotated[WebAddress, AfterValidator(_heard)]
"""Where a network tells of payments. It is wanted where nobody listens as well: the network refuses what is none."""
ListenAddress = Annotated[str, AfterValidator(_listen_address)]
"""An address and a port of this machine, or empty."""
Link = Annotated[str, AfterValidator(_maybe)]
"""A web address, or empty."""
PhoneUrl = Annotated[Link, AfterValidator(_short)]
"""A web address to which the secret of a code is added, or empty."""

CupsUri = Annotated[str, shaped(r"ipps?://[^/\s]+/printers/[^/\s]+", "an address like ipp://127.0.0.1/printers/a4")]
Bluetooth = Annotated[str, shaped(BLUETOOTH, "a Bluetooth address like 00:1A:7D:DA:71:13")]
MaybeBluetooth = Annotated[str, shaped(f"({BLUETOOTH})?", "a Bluetooth address like 00:1A:7D:DA:71:13")]
Device = Annotated[Path, AfterValidator(_device)]
Name = Annotated[str, shaped(r".*\S.*", "a name")]

StaffNumber = Annotated[str, shaped("[0-9]{1,8}", "1 to 8 digits")]
PinHash = Annotated[str, AfterValidator(_pin_hash)]
