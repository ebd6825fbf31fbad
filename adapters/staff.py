"""The staff of a terminal: their PINs are kept as scrypt hashes (RFC 7914). `python -m adapters.staff` makes one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from getpass import getpass
from hashlib import scrypt
from hmac import compare_digest
from secrets import token_bytes
from threading import Lock

from domain.ports import Clock
from domain.staff import SHUT_OUT, TRIES

PATTERN = r"^scrypt\$[0-9a-f]{32}\$[0-9a-f]{64}$"
COST, BLOCK, LANES = 2**14, 8, 1


def pin_hash(pin: str, salt: bytes) -> str:
    """`scrypt$SALT$HASH`, both in hex; a salt has 16 bytes."""
    made = scrypt(pin.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, dklen=32)
    return f"scrypt${salt.hex()}${made.hex()}"


@dataclass(frozen=True, slots=True)
class _Wrong:
    """How many wrong PINs came in a row, and when the last of them."""

    times: int
    at: datetime


class StaffRoll:
    """Implements `StaffKeys`. `hashes` are those of `pin_hash` by number. What was wrong is forgotten at a restart."""

    def __init__(self, hashes: Mapping[str, str], clock: Clock) -> None:
        self._hashes, self._clock = dict(hashes), clock
        # Whoever is not on the roll is calculated for all the same: time does not tell who is.
        self._nobody = f"scrypt${token_bytes(16).hex()}${token_bytes(32).hex()}"
        self._lock = Lock()
        self._wrong: dict[str, _Wrong] = {}

    @property
    def anybody(self) -> bool:
        return bool(self._hashes)

    def admits(self, number: str, pin: str) -> bool:
        """As `StaffKeys` says."""
        with self._lock:
            now, wrong = self._clock(), self._wrong.get(number)
            if wrong and wrong.times >= TRIES:
                if now - wrong.at < SHUT_OUT:
                    return False
                wrong = None
            kept = self._hashes.get(number, self._nobody)
            right = compare_digest(pin_hash(pin, bytes.fromhex(kept.split("$")[1])), kept)
            if right and number in self._hashes:
                self._wrong.pop(number, None)
                return True
            self._wrong[number] = _Wrong(wrong.times + 1 if wrong else 1, now)
            return False


def main() -> None:
    """Ask for a PIN and print its hash, for `pin_hash` of a `[[staff]]` table."""
    pin = getpass("PIN, 4 to 8 digits: ")
    if not (pin.isascii() and pin.isdecimal() and 4 <= len(pin) <= 8):
        raise SystemExit("a PIN has 4 to 8 digits")
    print(pin_hash(pin, token_bytes(16)))


if __name__ == "__main__":
    main()
