"""What came of each bill, as it is kept: figures and differences as JSON."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select

from domain.money import Fen
from domain.payment.order import Network
from domain.reconciliation.bill import Kind, Tally
from domain.reconciliation.books import Bucket
from domain.reconciliation.report import Difference, Report
from storage.base import upsert
from storage.reconciliation_rows import ReportRow
from storage.sessions import Sessions

_OF_DAY = select(ReportRow).where(ReportRow.day == bindparam("on")).order_by(ReportRow.network)
_ONE = _OF_DAY.where(ReportRow.network == bindparam("of"))

_ROW = upsert(ReportRow)
_KEEP = _ROW.on_conflict_do_update(
    index_elements=[ReportRow.network, ReportRow.day],
    set_={name: _ROW.excluded[name] for name in ("outcome", "at", "why", "tries", "told")},
)


@dataclass(frozen=True, slots=True)
class StoredReports:
    """Implements `Reports`. All methods raise StoreError; safe from several threads."""

    sessions: Sessions

    def get(self, network: Network, day: date) -> Report | None:
        found = self.sessions.look(_ONE, of=network, on=day)
        return _report(found[0]) if found else None

    def of(self, day: date) -> tuple[Report, ...]:
        return tuple(map(_report, self.sessions.look(_OF_DAY, on=day)))

    def keep(self, report: Report) -> None:
        with self.sessions.writing() as session:
            session.connection().execute(
                _KEEP,
                {
                    "network": report.network,
                    "day": report.day,
                    "outcome": report.outcome,
                    "at": report.at,
                    "why": report.why,
                    "tries": report.tries,
                    "told": json.dumps(_told(report), ensure_ascii=False),
                },
            )


def _told(report: Report) -> dict[str, Any]:
    return {
        "buckets": {bucket: _figures(tally) for bucket, tally in report.buckets.items()},
        "ours": _figures(report.ours),
        "billed": _figures(report.billed),
        "own": report.own,
        "differences": [
            [
                *(d.bucket, d.kind, d.number, d.order, d.transaction, d.ours, d.theirs, d.at.isoformat(), d.explained),
                d.reference,
            ]
            for d in report.differences
        ],
    }


def _figures(tally: Tally) -> list[int]:
    return [tally.count, tally.paid, tally.refunded]


def _report(row: Any) -> Report:
    told = json.loads(row.told)
    return Report(
        Network(row.network),
        row.day,
        row.outcome,
        row.at,
        row.why,
        row.tries,
        {Bucket(bucket): _tally(figures) for bucket, figures in told["buckets"].items()},
        _tally(told["ours"]),
        _tally(told["billed"]),
        told["own"],
        tuple(map(_difference, told["differences"])),
    )


def _tally(figures: list[int]) -> Tally:
    count, paid, refunded = figures
    return Tally(count, Fen(paid), Fen(refunded))


def _difference(told: list[Any]) -> Difference:
    bucket, kind, number, order, transaction, ours, theirs, at, explained, *later = told
    return Difference(
        *(Bucket(bucket), Kind(kind), number, order, transaction, ours, theirs, datetime.fromisoformat(at), explained),
        *later,
    )
