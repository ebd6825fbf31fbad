"""PINs of staff as argon2id hashes (RFC 9106), with the parameters that OWASP's Password Storage Cheat Sheet gives."""

import re
from functools import cache
from typing import TYPE_CHECKING

from domain.terminal.staff import PIN_LENGTH, is_weak

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB, TIMES, LANES = 19 * 1024, 2, 1
HASH = re.compile(r"\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=\d{1,2}\$[A-Za-z0-9+/]{22,}\$[A-Za-z0-9+/]{43,}")
NOBODY = f"$argon2id$v=19$m={MEMORY_KIB},t={TIMES},p={LANES}${'A' * 22}${'A' * 43}"
"""What a PIN is compared with where there is no such number: it takes as long, and is right for no PIN."""


def problem_of(pin: str) -> str | None:
    """Why this may not become somebody's PIN; None if it may."""
    if not (pin.isascii() and pin.isdecimal() and len(pin) == PIN_LENGTH):
        return f"a PIN has {PIN_LENGTH} digits"
    return "that is one of the PINs that are tried first: take another" if is_weak(pin) else None


def problem_of_hash(text: str) -> str | None:
    """Why this is no hash that a PIN may be kept as; None if it is one. The hash is not repeated."""
    if text.startswith("scrypt$"):
        return "is of an older kind that is no longer taken: make a new one by ./kiosk pin"
    made = HASH.fullmatch(text)
    if not made:
        return "has to be what ./kiosk pin prints"
    if int(made[1]) < MEMORY_KIB or int(made[2]) < TIMES:
        return "was made with too little effort: make a new one by ./kiosk pin"
    return None


def pin_hash(pin: str) -> str:
    """With a salt of its own. Raises ValueError for what may not become a PIN."""
    if problem := problem_of(pin):
        raise ValueError(problem)
    return _hasher().hash(pin)


def is_pin(pin: str, kept: str) -> bool:
    """Whether a hash was made of this PIN. Takes some hundredths of a second and 19 MiB."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(TIMES, MEMORY_KIB, LANES, hash_len=32, salt_len=16)
