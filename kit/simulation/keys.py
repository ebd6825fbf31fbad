"""Keys of a simulation: each sign, and as short as can be. A play signs a hundred times, and nobody breaks in."""

from collections.abc import Callable
from functools import cache
from itertools import count

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from domain.runtime import Chance
from kit.simulation.plan import MORNING
from kit.simulators.runtime import SimulatedRuntime

BITS, CERTIFIED_BITS = 512, 2048
"""The first has room for a signature over SHA-256, which is made in less than half of the time that 1024 take. A
certificate of WeChat Pay's is believed only with the longer.
"""
EXPONENT = 65537


def keys(whose: str, bits: int = BITS) -> Callable[[], RSAPrivateKey]:
    """Somebody's first key, then the second, and so on; the same each time that one begins anew."""
    serial = count(1)
    return lambda: _key(f"{whose} {next(serial)}", bits)


@cache
def _key(whose: str, bits: int) -> RSAPrivateKey:
    if bits >= CERTIFIED_BITS:
        return rsa.generate_private_key(EXPONENT, bits)
    return _short(bits, SimulatedRuntime(MORNING, int.from_bytes(whose.encode())))


def _short(bits: int, chance: Chance) -> RSAPrivateKey:
    """As `generate_private_key` makes none: it makes only keys that may be used."""
    p, q = _prime(bits // 2, chance), _prime(bits // 2, chance)
    d = pow(EXPONENT, -1, (p - 1) * (q - 1))
    shared = rsa.RSAPublicNumbers(EXPONENT, p * q)
    parts = rsa.rsa_crt_dmp1(d, p), rsa.rsa_crt_dmq1(d, q), rsa.rsa_crt_iqmp(p, q)
    return rsa.RSAPrivateNumbers(p, q, d, *parts, shared).private_key()


def _prime(bits: int, chance: Chance) -> int:
    """A number with its two highest bits set that is a prime, by Fermat's test: surely enough for a play."""
    while True:
        found = int.from_bytes(chance.token(bits // 8)) | 0b11 << bits - 2 | 1
        if (found - 1) % EXPONENT and all(pow(base, found - 1, found) == 1 for base in (2, 3, 5)):
            return found
