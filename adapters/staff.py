"""The staff of a terminal: whose PIN is right, and who has to wait because of too many that were not.

Wrong tries are counted by number, whether or not anybody has it, and at the door as a whole. A wait is measured by the
time that the machine has run, which nobody can set, and begins anew when the terminal does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from pathlib import Path
from threading import Lock

from adapters import tries
from adapters.pins import NOBODY, is_pin
from adapters.tries import Tries, TriesUnknown
from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.runtime import Uptime
from domain.terminal.staff import Answer, Verdict

log = Log("kiosk.staff")

FREE, LOCK = 5, 15
"""From this many wrong PINs in a row a number has to wait; from that many it is locked."""
DOOR_FREE = 10
"""From this many at the door everybody has to wait, so that trying many numbers gains nothing."""
FIRST_WAIT_S = 15
DOOR_LONGEST_S = 15 * 60
"""No wait of the whole door is longer: whoever plays with it must not keep the staff out for a day."""
REMEMBERED = 500
"""Numbers that nobody has are forgotten beyond this many, the one that was tried longest ago first."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """How many wrong ones there were when somebody last tried, and when that was."""

    times: int
    at: float


class StaffRoll:
    """Implements `StaffKeys`. `hashes` are those of `pin_hash` by number; `file` keeps the wrong tries.

    A try counts as a wrong one before it is looked at, so that no power cut makes it undone. The file is read each
    time: what is unlocked at the console is unlocked here.
    """

    def __init__(self, hashes: Mapping[str, str], file: Path, uptime: Uptime) -> None:
        self._hashes, self._file, self._uptime = dict(hashes), file, uptime
        self._began = uptime()
        self._seen: dict[str, _Seen] = {}
        self._door = _Seen(0, self._began)
        self._lock = Lock()

    @property
    def anybody(self) -> bool:
        return bool(self._hashes)

    def admits(self, number: str, pin: str) -> Answer:
        """As `StaffKeys` says."""
        with self._lock:
            try:
                return self._admits(number, pin)
            except TriesUnknown as error:
                log.warning(events.NobodyAdmitted(Sentence(error)))
                return Answer(Verdict.CLOSED)

    def _admits(self, number: str, pin: str) -> Answer:
        before = tries.read(self._file)
        self._notice(number, before)
        if before.of(number) >= LOCK:
            log.warning(events.TryWhileLocked(self._named(number)))
            return Answer(Verdict.LOCKED)
        if wait := self._wait(number, before):
            log.warning(events.TryTooEarly(self._named(number)))
            return Answer(Verdict.EARLY, wait)
        after = before.with_one_more(number)
        self._keep(number, after)
        if is_pin(pin, self._hashes.get(number, NOBODY)) and number in self._hashes:
            self._keep(number, before.without(number))
            log.info(events.Admitted(number))
            return Answer(Verdict.ADMITTED)
        times = after.of(number)
        log.warning(events.WrongPin(self._named(number), times))
        if times >= LOCK:
            log.warning(events.Locked(self._named(number)))
            return Answer(Verdict.LOCKED)
        return Answer(Verdict.WRONG, self._wait(number, after))

    def _keep(self, number: str, now: Tries) -> None:
        kept = self._forgetting(now)
        tries.keep(self._file, kept)
        at = self._uptime()
        self._seen = {other: seen for other, seen in self._seen.items() if other in kept.numbers}
        self._seen[number] = _Seen(kept.of(number), at)
        self._door = _Seen(kept.door, at)

    def _forgetting(self, now: Tries) -> Tries:
        strangers = [number for number in now.numbers if number not in self._hashes]
        gone = set(strangers[: max(0, len(strangers) - REMEMBERED)])
        return Tries(now.door, {number: times for number, times in now.numbers.items() if number not in gone})

    def _notice(self, number: str, now: Tries) -> None:
        seen = self._seen.get(number)
        if seen and seen.times >= LOCK > now.of(number):
            log.info(events.Unlocked(self._named(number)))

    def _wait(self, number: str, now: Tries) -> timedelta:
        """Whole seconds, so that nobody who waits them is too early."""
        own, door = now.of(number), now.door
        left = max(
            self._left(_doubled(own - FREE), own, self._seen.get(number)),
            self._left(min(_doubled(door - DOOR_FREE), DOOR_LONGEST_S), door, self._door),
        )
        return timedelta(seconds=ceil(left))

    def _left(self, wait: float, times: int, seen: _Seen | None) -> float:
        """Of a wait that began with the last try; with the terminal, where that was before it."""
        since = seen.at if seen and seen.times == times else self._began
        return max(0.0, wait - (self._uptime() - since))

    def _named(self, number: str) -> Sentence:
        """Who is on the roll is named in the log; what somebody else typed may be anything."""
        return Sentence(number if number in self._hashes else "a number that nobody has")


def _doubled(further: int) -> float:
    """The wait in seconds after the first wrong PIN that costs one, and `further` ones."""
    return FIRST_WAIT_S * 2.0 ** min(further, 32) if further >= 0 else 0.0
