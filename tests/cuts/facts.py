"""What a program on a store acknowledged, in lines: what it has done, and how all of the store was then."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text

from storage import Files
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Fact:
    """`did` is what was done, as `moving an order`; `source` is the backup that was restored.

    `content` is a digest of every row of the store, `anchor` what its anchor told, `damage` what it kept in mind; they
    are empty where nobody could look. `backups` are the contents of all backups by their names. `found` is the content
    before it was done, if nobody has acknowledged that.
    """

    did: str
    content: str = ""
    anchor: str = ""
    damage: str = ""
    source: str = ""
    found: str = ""
    backups: Mapping[str, str] = field(default_factory=dict)

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> "Fact":
        return cls(**json.loads(line))


def places(root: Path) -> Files:
    """A store and its key, in folders that are to be made."""
    return Files(root / "var" / "store" / "hall.sqlite", root / "etc" / "hall.key")


def backups(root: Path) -> Path:
    """A folder that is there before there is a store."""
    return root / "backups"


def content(store: Store) -> str:
    """All rows of all tables, in a digest."""
    with store.sessions.reading() as session:
        tables = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).all()
        rows = [sorted(map(repr, session.execute(text(f'SELECT * FROM "{table}"')))) for table in tables]
    return sha256(repr(list(zip(tables, rows, strict=True))).encode()).hexdigest()[:16]
