"""Whether a visitor has another way into the machine than the terminal: what a program can see of it, line by line.

Read from `root`, which is `/` where it is asked about the machine itself. docs/hall.md has the whole list, with what
only people can see: seals, the firmware's password, the order in which it boots.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

UNIT = "shebao-kiosk.service"
SHELLS = re.compile(r"(nologin|false)$")
NOTHING = Path("/dev/null")
SERVERS = ("ssh.service", "sshd.service", "telnet.socket", "vncserver.service", "xrdp.service")
"""Ways in over the net: a terminal is looked after by its bureau, or by somebody who stands there."""
MOUNTERS = ("usr/lib/udisks2/udisksd", "usr/bin/udiskie", "usr/bin/pcmanfm", "usr/bin/nautilus", "usr/bin/thunar")
"""What looks into a stick that is put in."""


@dataclass(frozen=True, slots=True)
class Line:
    """`name` is said in one word of the list; `is_right` looks; `right` is how it should be."""

    name: str
    right: str
    is_right: "Callable[[Machine], bool]"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine's files, below `root`, and who the terminal runs as."""

    root: Path
    user: str = "shebao-kiosk"

    def text(self, *place: str) -> str:
        """What a file says; empty if there is none."""
        try:
            return self.root.joinpath(*place).read_text("utf-8", "replace")
        except (FileNotFoundError, NotADirectoryError):
            return ""

    def said(self, folder: str, pattern: str) -> Iterator[str]:
        """What the files of a folder of settings say, the last of which counts: /usr/lib, /run, /etc."""
        named: dict[str, Path] = {}
        for above in ("usr/lib", "lib", "run", "etc"):
            for file in self.root.joinpath(above, folder).glob(pattern):
                named[file.name] = file
        for name in sorted(named):
            yield named[name].read_text("utf-8", "replace")

    def set(self, text: str, key: str) -> str:
        """The last value of a `key = value` in a text; empty if there is none."""
        found = re.findall(rf"^\s*{re.escape(key)}\s*=\s*(.*?)\s*$", text, re.MULTILINE)
        return str(found[-1]) if found else ""

    def masked(self, unit: str) -> bool:
        """Whether systemd never begins it."""
        link = self.root / "etc/systemd/system" / unit
        return link.is_symlink() and link.readlink() == NOTHING

    def enabled(self, unit: str) -> bool:
        wants = (folder / unit for folder in self.root.glob("etc/systemd/system/*.wants"))
        return any(one.is_symlink() or one.exists() for one in wants)

    def account(self) -> list[str]:
        """The line of /etc/passwd of who the terminal runs as; empty if there is none."""
        lines = (line.split(":") for line in self.text("etc/passwd").splitlines())
        return next((line for line in lines if line[0] == self.user and len(line) == 7), [])

    def groups(self) -> frozenset[str]:
        """Groups that the terminal's user is in beside its own."""
        lines = (line.split(":") for line in self.text("etc/group").splitlines())
        return frozenset(line[0] for line in lines if len(line) == 4 and self.user in line[3].split(","))


def _no_magic_keys(machine: Machine) -> bool:
    return machine.text("proc/sys/kernel/sysrq").strip() == "0"


def _no_restart_by_keys(machine: Machine) -> bool:
    return machine.masked("ctrl-alt-del.target")


def _no_consoles(machine: Machine) -> bool:
    said = "\n".join(machine.said("systemd/logind.conf.d", "*.conf"))
    return machine.set(said, "NAutoVTs") == "0" and machine.set(said, "ReserveVT") == "0"


def _no_other_screen(machine: Machine) -> bool:
    said = machine.text("etc/X11/shebao-kiosk.conf")
    return all(re.search(rf'Option\s+"{name}"\s+"true"', said) for name in ("DontVTSwitch", "DontZap"))


def _never_dark(machine: Machine) -> bool:
    said = machine.text("etc/X11/shebao-kiosk.conf")
    return all(re.search(rf'Option\s+"{name}"\s+"0"', said) for name in ("BlankTime", "StandbyTime", "OffTime"))


def _no_sticks(machine: Machine) -> bool:
    loaded = {line.split()[0] for line in machine.text("proc/modules").splitlines() if line}
    said = "\n".join(machine.said("modprobe.d", "*.conf"))
    refused = re.search(r"^install\s+usb-storage\s+/bin/false\s*$", said, re.MULTILINE)
    return bool(refused) and "usb_storage" not in loaded


def _nobody_mounts(machine: Machine) -> bool:
    return not any(machine.root.joinpath(place).exists() for place in MOUNTERS)


def _no_shell(machine: Machine) -> bool:
    account = machine.account()
    return bool(account) and bool(SHELLS.search(account[6]))


def _no_password(machine: Machine) -> bool:
    lines = (line.split(":") for line in machine.text("etc/shadow").splitlines())
    return any(line[0] == machine.user and line[1][:1] in {"!", "*"} for line in lines)


def _may_not_become_root(machine: Machine) -> bool:
    return bool(machine.account()) and not machine.groups() & {"sudo", "wheel", "adm", "root", "docker", "disk"}


def _no_way_in_by_net(machine: Machine) -> bool:
    return not any(machine.enabled(unit) for unit in SERVERS)


def _memory_stays(machine: Machine) -> bool:
    """What visitors gave is not written to a disk: no swap but what is encrypted or in memory, no core of a program."""
    lines = machine.text("proc/swaps").splitlines()[1:]
    swaps = [line.split()[0] for line in lines if line.strip()]
    core = machine.text("proc/sys/kernel/core_pattern").strip()
    return all(re.match(r"/dev/(zram|dm-)", swap) for swap in swaps) and core in {"", "|/bin/false"}


def _begins_by_itself(machine: Machine) -> bool:
    return machine.enabled(UNIT)


def _boot_is_locked(machine: Machine) -> bool:
    """The boot loader asks for a password before it is told another way to begin."""
    said = machine.text("boot/grub/grub.cfg")
    return "password_pbkdf2" in said and "set superusers=" in said


def _prints_are_gone(machine: Machine) -> bool:
    """CUPS keeps nothing of a job that is over: it was somebody's certificate."""
    said = machine.text("etc/cups/cupsd.conf")
    return not said or bool(re.search(r"^\s*PreserveJobFiles\s+(no|off|0)\s*$", said, re.MULTILINE | re.IGNORECASE))


def _keys_are_nobodys(machine: Machine) -> bool:
    """Settings with their keys are for root and the terminal alone."""
    folder = machine.root / "etc/shebao-kiosk"
    return folder.is_dir() and not any(
        file.stat().st_mode & 0o007 for file in (folder, *folder.rglob("*")) if not file.is_symlink()
    )


LINES = (
    Line("begins by itself", f"{UNIT} is enabled", _begins_by_itself),
    Line("magic keys", "kernel.sysrq is 0", _no_magic_keys),
    Line("restart by keys", "ctrl-alt-del.target is masked", _no_restart_by_keys),
    Line("consoles", "logind begins none (NAutoVTs=0, ReserveVT=0)", _no_consoles),
    Line("other screens", "the display knows no DontVTSwitch or DontZap but true", _no_other_screen),
    Line("never dark", "the display never blanks", _never_dark),
    Line("sticks", "usb-storage cannot be loaded", _no_sticks),
    Line("nothing mounts", "no program looks into what is plugged in", _nobody_mounts),
    Line("no shell", "the terminal's user has none", _no_shell),
    Line("no password", "the terminal's user cannot log in", _no_password),
    Line("not root", "the terminal's user is in no group that becomes root", _may_not_become_root),
    Line("no way in by net", f"none of {', '.join(SERVERS)} begins by itself", _no_way_in_by_net),
    Line("memory stays", "no swap on a disk, no cores", _memory_stays),
    Line("prints are gone", "cupsd.conf says PreserveJobFiles No", _prints_are_gone),
    Line("keys", "/etc/shebao-kiosk is for root and the terminal alone", _keys_are_nobodys),
    Line("boot", "the boot loader asks for a password", _boot_is_locked),
)
"""What is looked at, in the order of docs/hall.md."""


def open_lines(machine: Machine) -> list[Line]:
    """Those that are not as they should be."""
    return [line for line in LINES if not line.is_right(machine)]
