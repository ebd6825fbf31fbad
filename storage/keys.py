"""The one key file, and the keys that are derived from it (HKDF, RFC 5869): one for each use."""

import stat
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage import files
from storage.errors import StoreError
from storage.trouble import by_errno

LENGTH = 32


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """Keys of 32 bytes: for the whole file, for sealed fields, for the digests beside them, and for the anchor."""

    file: bytes
    seal: bytes
    digest: bytes
    anchor: bytes

    @classmethod
    def of(cls, master: bytes) -> "Keys":
        """The keys that follow from the content of the key file."""
        uses = (b"store file", b"sealed fields", b"look-up digests", b"anchor")
        return cls(*(_derived(master, use) for use in uses))


def read_key(path: Path) -> bytes:
    """The content of a key file. Raises StoreError if others could read it, or if it is not a key."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text("ascii").strip()
    except OSError as error:
        raise by_errno(error, f"the key file {path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise StoreError(f"the key file {path} is damaged: it must hold 64 hexadecimal digits") from None
    if mode & 0o077:
        raise StoreError(f"the key file {path} has mode {mode:04o}: others may read it; it must be 0600")
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != LENGTH:
        raise StoreError(f"the key file {path} is damaged: it must hold 64 hexadecimal digits")
    return key


def write_key(path: Path, key: bytes) -> None:
    """Make a key file of mode 0600, whole or not at all. Raises OSError."""
    files.write(path, key.hex().encode() + b"\n")


def _derived(master: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), LENGTH, salt=None, info=b"shebao-kiosk " + use).derive(master)
