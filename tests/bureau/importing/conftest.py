"""A bureau's database that knows nobody, and files that are written for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bureau.importing.importer import Imported, import_file
from storage.store import Store
from tests.bureau.importing.files import NOW, OFFICES
from tests.postgres import bureau, bureau_key, cluster, database, template

__all__ = ["bureau", "bureau_key", "cluster", "database", "template"]

Bring = Callable[[str, str | bytes], Imported]


@pytest.fixture
def bring(bureau: Store, tmp_path: Path) -> Bring:
    """Imports what a file of a kind has in it."""

    def bring(kind: str, content: str | bytes) -> Imported:
        file = tmp_path / f"{kind}.csv"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return import_file(bureau, kind, file, OFFICES, NOW)

    return bring
