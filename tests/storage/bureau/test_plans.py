"""No visitor waits for what others have paid: nothing that is asked of a bureau has to read a table from end to end."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event, text

from storage.store import Store
from tests.storage.test_growth import ASKED, PARTIAL

WALK = re.compile(r"Scan (?:Backward )?(?:using|on) (\w+).*((?:\n +(?:Index|Recheck) Cond)?)")
"""A walk over an index, and what bounds it."""


def plans(store: Store, act: Callable[[Store], object]) -> list[str]:
    """How the server would go about each statement of it, if it reads a table only where it has no other way."""
    asked: list[tuple[str, Any]] = []
    engine = store.sessions.engine

    def note(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        if statement.split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    act(store)
    event.remove(engine, "before_cursor_execute", note)
    assert asked
    with engine.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        explained = [connection.exec_driver_sql(f"EXPLAIN {said}", given).scalars().all() for said, given in asked]
        return ["\n".join(lines) for lines in explained]


@pytest.mark.parametrize("what", ASKED)
def test_nothing_has_to_read_a_table_from_end_to_end(shared: Store, what: str) -> None:
    for plan in plans(shared, ASKED[what]):
        assert "Seq Scan" not in plan, plan
        for index, bound in WALK.findall(plan):
            assert bound or index in PARTIAL, plan
