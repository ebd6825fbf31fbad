"""The log of the cases (`storage.chain`), with who did each step."""

from typing import Any

from storage.chain import Log
from storage.order_log import digest
from storage.reconciliation_rows import CaseEventRow, CaseRow

FACTS = ("network kind reference opened_at why day ours theirs transaction asked_at ended_at how second").split()


def facts(row: CaseRow) -> dict[str, Any]:
    """All that a case says but its number and state."""
    # Later ones only where they say something: logs of before they were there stay whole.
    later = {"proof": row.proof, "reason": digest(row.reason_sealed)}
    return {name: getattr(row, name) for name in FACTS} | {name: value for name, value in later.items() if value}


LOG = Log(CaseEventRow, CaseEventRow.case, CaseRow, facts, "case event", "case", own=("who",))
