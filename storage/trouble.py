"""What the errors of the engine and of the system mean for the store."""

import errno
import sqlite3

from storage.errors import StoreError, StoreUnavailable, StoreUnsound

PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
"""SQLite's primary result codes (sqlite.org/rescode.html) of what may pass by itself."""
UNSOUND = frozenset(
    {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_IOERR_CORRUPTFS,
        sqlite3.SQLITE_IOERR_SHORT_READ,
        sqlite3.SQLITE_IOERR_DATA,
        sqlite3.SQLITE_READONLY_DBMOVED,
    }
)
"""Codes, primary or extended, of what does not pass: the file itself is wrong, or gone."""
PASSING_ERRNO = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EROFS,
        errno.EIO,
        errno.EBUSY,
        errno.EAGAIN,
        errno.EMFILE,
        errno.ENFILE,
        errno.ENOMEM,
        errno.ESTALE,
        errno.ETIMEDOUT,
    }
)


def by_code(code: int, message: str) -> StoreError:
    """The error that a result code of SQLite stands for."""
    if {code, code & 0xFF} & UNSOUND:
        return StoreUnsound(message)
    return StoreUnavailable(message) if code & 0xFF in PASSING else StoreError(message)


def by_errno(error: OSError, message: str) -> StoreError:
    """The error that the system's own stands for."""
    return (StoreUnavailable if error.errno in PASSING_ERRNO else StoreError)(message)
