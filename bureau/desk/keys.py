"""What one signs in by: a passphrase (argon2id, with the parameters that staff's PINs have) and codes by the phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hmac import compare_digest
from typing import TYPE_CHECKING

from adapters.pins import LANES, MEMORY_KIB, NOBODY, TIMES, is_pin
from domain.certificates.numbers import LETTERS
from domain.runtime import Chance
from domain.words import Text

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST, VARIED = 12, 128, 6
STEP_S, WINDOW = 30, 1
"""Of the codes (RFC 6238), and how many stretches a phone's clock may be off."""
SECRET_BYTES = 20
ISSUER = "Shebao Bureau"


def problem_of(passphrase: str, number: str) -> Text | None:
    """Why this may not become somebody's passphrase; None if it may."""
    if not SHORTEST <= len(passphrase) <= LONGEST:
        return Text("口令要 {shortest} 到 {longest} 个字", shortest=SHORTEST, longest=LONGEST)
    if number in passphrase or len(set(passphrase)) < VARIED:
        return Text("口令太容易猜：不要有工号，也不要总是那几个字")
    return None


def passphrase_hash(passphrase: str) -> str:
    """With a salt of its own."""
    return _hasher().hash(passphrase)


def is_passphrase(passphrase: str, kept: str | None) -> bool:
    """Whether a hash was made of this; of nobody's none was, which takes as long to say."""
    return is_pin(passphrase, kept or NOBODY) and kept is not None


def once(chance: Chance) -> str:
    """A passphrase that is good once: 80 bits, in four groups that can be read out."""
    letters = "".join(LETTERS[chance.below(len(LETTERS))] for _ in range(16))
    return "-".join(letters[n : n + 4] for n in range(0, 16, 4))


def new_secret(chance: Chance) -> str:
    """Of a second factor: base32, as the phones' apps take it."""
    from base64 import b32encode

    return b32encode(chance.token(SECRET_BYTES)).decode()


def address_of(secret: str, number: str) -> str:
    """What a phone's app scans."""
    import pyotp

    return pyotp.TOTP(secret, interval=STEP_S).provisioning_uri(name=number, issuer_name=ISSUER)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Of which stretch of time this is the code, now or just before or after; None if of none."""
    import pyotp

    codes, typed = pyotp.TOTP(secret, interval=STEP_S), "".join(code.split()).encode()
    return next((step for step in _near(now) if compare_digest(codes.generate_otp(step).encode(), typed)), None)


def _near(now: datetime) -> Iterator[int]:
    step = int(now.timestamp()) // STEP_S
    yield step
    for off in range(1, WINDOW + 1):
        yield from (step - off, step + off)


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(TIMES, MEMORY_KIB, LANES, hash_len=32, salt_len=16)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A QR code as the path of an SVG, `side` modules wide with its quiet zone."""

    path: str
    side: int


def drawn(text: str) -> Drawn:
    """A code to be scanned, drawn in the page itself: it is nowhere to be asked for, and no policy has to allow it."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    rows = code.get_matrix()
    dark = ((x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Drawn("".join(f"M{x} {y}h1v1h-1z" for x, y in dark), len(rows))
