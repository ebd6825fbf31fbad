"""A machine on which nobody has another way in; and for each line of the list, one on which somebody has."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.machine.locked import LINES, Machine, open_lines

PACKAGING = Path(__file__).parents[3] / "packaging"
INSTALLED = {
    "logind.conf": "usr/lib/systemd/logind.conf.d/50-shebao-kiosk.conf",
    "modprobe.conf": "usr/lib/modprobe.d/shebao-kiosk.conf",
    "xorg.conf": "etc/X11/shebao-kiosk.conf",
}
"""What the package brings, and where."""
FILES = {
    "etc/passwd": "root:x:0:0:root:/root:/bin/bash\nshebao-kiosk:x:990:990::/var/lib/shebao-kiosk:/usr/sbin/nologin\n",
    "etc/shadow": "root:*:20000::::::\nshebao-kiosk:!*:20000::::::\n",
    "etc/group": "sudo:x:27:\ndialout:x:20:shebao-kiosk\n",
    "etc/shebao-kiosk/kiosk.toml": "",
    "etc/cups/cupsd.conf": "LogLevel warn\nPreserveJobFiles No\n",
    "proc/sys/kernel/sysrq": "0\n",
    "proc/sys/kernel/core_pattern": "|/bin/false\n",
    "proc/modules": "usbcore 1 0\n",
    "proc/swaps": "Filename Type Size Used Priority\n/dev/zram0 partition 1 0 100\n",
    "boot/grub/grub.cfg": 'set superusers="root"\npassword_pbkdf2 root grub.pbkdf2.sha512.1\n',
}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for name, place in INSTALLED.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACKAGING / name, tmp_path / place)
    for place, text in FILES.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, "utf-8")
    for at in (tmp_path / "etc/shebao-kiosk", tmp_path / "etc/shebao-kiosk/kiosk.toml"):
        at.chmod(0o750)
    units = tmp_path / "etc/systemd/system"
    (units / "multi-user.target.wants").mkdir(parents=True)
    (units / "multi-user.target.wants/shebao-kiosk.service").symlink_to("/lib/systemd/system/shebao-kiosk.service")
    (units / "ctrl-alt-del.target").symlink_to("/dev/null")
    return Machine(tmp_path)


def test_what_the_package_brings_is_locked(machine: Machine) -> None:
    assert open_lines(machine) == []


def _says(place: str, text: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text, "utf-8")

    return write


def _is_gone(place: str) -> Callable[[Path], None]:
    return lambda root: (root / place).unlink()


WAYS_IN: list[tuple[str, Callable[[Path], None]]] = [
    ("begins by itself", _is_gone("etc/systemd/system/multi-user.target.wants/shebao-kiosk.service")),
    ("magic keys", _says("proc/sys/kernel/sysrq", "438\n")),
    ("restart by keys", _is_gone("etc/systemd/system/ctrl-alt-del.target")),
    ("consoles", _says("etc/systemd/logind.conf.d/99-mine.conf", "[Login]\nNAutoVTs=6\n")),
    ("consoles", _is_gone(INSTALLED["logind.conf"])),
    ("other screens", _says(INSTALLED["xorg.conf"], 'Option "DontZap" "true"\nOption "BlankTime" "0"\n')),
    ("never dark", _says(INSTALLED["xorg.conf"], 'Option "DontVTSwitch" "true"\nOption "DontZap" "true"\n')),
    ("sticks", _is_gone(INSTALLED["modprobe.conf"])),
    ("sticks", _says("proc/modules", "usb_storage 1 0\n")),
    ("nothing mounts", _says("usr/bin/nautilus", "")),
    ("no shell", _says("etc/passwd", "shebao-kiosk:x:990:990::/var/lib/shebao-kiosk:/bin/bash\n")),
    ("no password", _says("etc/shadow", "shebao-kiosk:$y$j9T$x:20000::::::\n")),
    ("not root", _says("etc/group", "sudo:x:27:me,shebao-kiosk\n")),
    ("no way in by net", _says("etc/systemd/system/multi-user.target.wants/ssh.service", "")),
    ("memory stays", _says("proc/swaps", "Filename Type\n/swapfile file\n")),
    ("memory stays", _says("proc/sys/kernel/core_pattern", "core\n")),
    ("prints are gone", _says("etc/cups/cupsd.conf", "LogLevel warn\n")),
    ("keys", lambda root: (root / "etc/shebao-kiosk/kiosk.toml").chmod(0o644)),
    ("boot", _says("boot/grub/grub.cfg", "set timeout=5\n")),
]


@pytest.mark.parametrize(("line", "happens"), WAYS_IN)
def test_each_way_in_is_seen(machine: Machine, line: str, happens: Callable[[Path], None]) -> None:
    happens(machine.root)
    assert line in {one.name for one in open_lines(machine)}


def test_every_line_has_a_way_in_that_was_tried() -> None:
    assert {line.name for line in LINES} == {name for name, _ in WAYS_IN}
