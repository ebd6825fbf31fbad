"""No visitor waits for what others have paid: nothing that is asked of a bureau has to read a table from end to end."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import text

from storage.store import Store
from tests.storage.test_growth import ASKED, PARTIAL, asked_by

WALK = re.compile(r"Scan (?:Backward )?(?:using|on) (\w+).*((?:\n +(?:Index|Recheck) Cond)?)")
"""A walk over an index, and what bounds it."""


def plans(store: Store, act: Callable[[Store], object]) -> list[str]:
    """How the server would go about each statement of it, if it reads a table only where it has no other way."""
    asked = asked_by(store, act)
    with store.sessions.engine.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        explained = [connection.exec_driver_sql(f"EXPLAIN {said}", given).scalars().all() for said, given in asked]
        return ["\n".join(lines) for lines in explained]


@pytest.mark.parametrize("what", ASKED)
def test_nothing_has_to_read_a_table_from_end_to_end(shared: Store, what: str) -> None:
    for plan in plans(shared, ASKED[what]):
        assert "Seq Scan" not in plan, plan
        for index, bound in WALK.findall(plan):
            assert bound or index in PARTIAL, plan
