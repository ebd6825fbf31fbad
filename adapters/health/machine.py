"""What the machine itself says: its disk, the terminal's keys and certificates, its screen, its sound."""

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from domain.health.device import Check, Finding, Kind, State
from domain.health.looks import MONEY, PAPER, WELL
from domain.runtime import HALL_TIME, Clock
from domain.words import Text

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

GIGABYTE = 10**9
SCARCE, FULL = 2 * GIGABYTE, GIGABYTE // 5
"""Bytes that are left on the disk: under the first somebody should see to it, under the second nothing is begun."""
FEW = 10 * GIGABYTE
"""So many are told with a tenth."""
SOON_DAYS = 30
"""So long before its end a certificate is told of."""
KEYS_S, MACHINE_S = 60.0, 5.0
SYSTEM = Path("/sys/class")
CARDS = Path("/proc/asound/cards")
DIRECT = 1 << 1
"""Of an input device's properties (INPUT_PROP_DIRECT, linux/input-event-codes.h): what it points at is below it."""


def disk(folder: Path) -> Check:
    """The disk that a folder is on. `shutil` counts what a user may still write."""

    def look() -> Finding:
        there = next(one for one in (folder, *folder.parents) if one.exists())
        free = shutil.disk_usage(there).free
        left = Text("剩 {gigabytes} GB", gigabytes=f"{free / GIGABYTE:.1f}" if free < FEW else free // GIGABYTE)
        if free < FULL:
            return Finding(State.OUT, Text("磁盘满了"), left)
        return Finding(State.LOW, Text("磁盘快满了"), left) if free < SCARCE else Finding(State.OK, WELL, left)

    return Check("disk", Kind.DISK, Text("磁盘"), look, MONEY | PAPER, MACHINE_S)


def keys(files: Iterable[Path], secrets: Iterable[Path], clock: Clock) -> Check:
    """`files` are certificates and keys that have to be readable, `secrets` those that nobody else may read."""
    readable, hidden = tuple(files), tuple(secrets)

    def look() -> Finding:
        if any(not _is_hidden(file) for file in hidden):
            return Finding(State.WRONG, Text("密钥不能使用"))
        try:
            ends = [end for file in readable if (end := _end(file)) is not None]
        except (OSError, ValueError):
            return Finding(State.WRONG, Text("证书不能使用"))
        return _dated(min(ends), clock()) if ends else Finding(State.OK, WELL)

    return Check("keys", Kind.KEYS, Text("密钥与证书"), look, MONEY, KEYS_S, waits=True)


def _dated(end: datetime, now: datetime) -> Finding:
    until = Text("{day:%Y-%m-%d} 到期", day=end.astimezone(HALL_TIME))
    if end <= now:
        return Finding(State.WRONG, Text("证书过期"), until)
    return (
        Finding(State.LOW, Text("证书快到期"), until)
        if (end - now).days < SOON_DAYS
        else Finding(State.OK, WELL, until)
    )


def _is_hidden(file: Path) -> bool:
    """Whether it is there, and for its owner alone."""
    try:
        return file.stat().st_mode & 0o077 == 0
    except OSError:
        return False


def _end(file: Path) -> datetime | None:
    """Until when a certificate is good; None of a file that has none. Raises OSError, ValueError."""
    pem = file.read_bytes()
    if b"-----BEGIN CERTIFICATE-----" not in pem:
        return None
    from cryptography.x509 import load_pem_x509_certificate

    found: Certificate = load_pem_x509_certificate(pem[pem.index(b"-----BEGIN CERTIFICATE-----") :])
    return found.not_valid_after_utc


def screen(system: Path = SYSTEM) -> Check:
    """A display that is connected, and something to touch on it, as the kernel knows them."""

    def look() -> Finding:
        displays = [file.read_text().strip() for file in system.glob("drm/card*-*/status")]
        if displays and "connected" not in displays:
            return Finding(State.OFFLINE, Text("没有接显示器"))
        return Finding(State.OK, WELL) if any(_touches(system)) else Finding(State.OFFLINE, Text("没有找到触摸屏"))

    return Check("screen", Kind.SCREEN, Text("屏幕与触摸"), look, every_s=MACHINE_S)


def _touches(system: Path) -> Iterator[bool]:
    for file in system.glob("input/event*/device/properties"):
        yield bool(int(file.read_text().split()[-1], 16) & DIRECT)


def sound(cards: Path = CARDS) -> Check:
    """A sound card, by the kernel's list."""

    def look() -> Finding:
        try:
            there = " [" in cards.read_text()
        except OSError:
            there = False
        return Finding(State.OK, WELL) if there else Finding(State.OFFLINE, Text("没有找到声卡"))

    return Check("sound", Kind.SOUND, Text("声音"), look, every_s=MACHINE_S)
