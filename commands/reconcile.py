"""Hold the networks' bills of a day against the books: again it says the same, and it may run beside the terminal.

0: both sides agree, or what differed has been explained; 1: something differs and waits for somebody; 2: nobody can
tell (a bill that is broken, no answer, no store); 3: a bill is not ready yet. The demonstration's networks live in its
terminal, which does it by itself: what it found is shown.
"""

import gc
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from commands.house import House, takes_settings
from commands.places import open_store
from domain.runtime import HALL_TIME

if TYPE_CHECKING:
    from adapters.settings import Settings
    from domain.reconciliation.bill import Tally
    from domain.reconciliation.report import Difference, Report

AGREES, DIFFERS, UNKNOWN, NOT_READY = 0, 1, 2, 3


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--date", type=date.fromisoformat, required=True, metavar="D", help="2026-11-23")
    parser.add_argument("--network", metavar="N", help="one network's bill only")
    parser.add_argument("--json", action="store_true")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from domain.ports import ForStaff

    try:
        settings = read(args.config, profile=args.profile)
        found = _shown(settings, args) if settings.profile == "demo" else _reconciled(settings, args, house)
    except ForStaff as error:
        if args.json:
            print(json.dumps({"date": f"{args.date}", "why": str(error)}, ensure_ascii=False))
        else:
            print(f"kiosk: {error}", file=sys.stderr)
        return UNKNOWN
    if args.json:
        told = {"date": f"{args.date}", "networks": [_as_json(report) for report in found]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _print(found)
    return code(found)


def code(found: "Sequence[Report]") -> int:
    """The exit code: what somebody has to do comes first."""
    from domain.reconciliation.report import Outcome

    if any(report.unexplained for report in found):
        return DIFFERS
    outcomes = {report.outcome for report in found}
    if not outcomes or outcomes & {Outcome.BROKEN, Outcome.SILENT}:
        return UNKNOWN
    return NOT_READY if Outcome.NOT_READY in outcomes else AGREES


def _reconciled(settings: "Settings", args: Namespace, house: House) -> "list[Report]":
    from commands.till import till
    from domain.ports import ForStaff
    from domain.reconciliation.bill import sources
    from domain.reconciliation.reconciler import Reconciler

    with till(settings, house.runtime) as at, _rarely_collecting():
        given = {name: source for name, source in sources(at.networks).items() if args.network in (None, name)}
        if not given:
            raise ForStaff(f"{args.network or 'no network'} gives bills here")
        books, reports, cases = at.store.books, at.store.reports, at.store.cases
        reconciler = Reconciler(books, reports, cases, given, at.cashier.claimed, house.runtime.now, settings.terminal)
        return [reconciler.reconcile(network, args.date).since(cases) for network in given]


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Very many rows, and no cycle among them: Python need not look for one all the time."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _shown(settings: "Settings", args: Namespace) -> "list[Report]":
    with closing(open_store(settings)) as store:
        told = (report.since(store.cases) for report in store.reports.of(args.date))
        found = [report for report in told if args.network in (None, report.network)]
    if not found:
        print("kiosk: the demonstration reconciles by itself, from 10:00 of the next day on", file=sys.stderr)
    return found


def _print(found: "Sequence[Report]") -> None:
    from domain.money import yuan
    from domain.reconciliation.books import Bucket

    for report in found:
        print(f"{report.network:9} {report.day} {report.outcome.replace('_', ' ')}{report.why and ': '}{report.why}")
        if not report.is_final:
            continue
        for bucket in Bucket:
            tally = report.of(bucket)
            print(f"    {bucket.replace('_', ' '):12} {tally.count:7} {yuan(tally.net):>18}")
        said = "the bill's own" if report.own else "of the rows: the bill tells none of its own"
        over = f"{yuan(report.over)} over ours" if report.over else "agrees with ours"
        print(f"    total        {report.billed.count:7} {yuan(report.billed.net):>18}  {said}; {over}")
        for one in report.differences:
            print(f"    {_line(one)}")


def _line(one: "Difference") -> str:
    from domain.money import yuan

    ours, theirs = ("none" if fen is None else yuan(fen) for fen in (one.ours, one.theirs))
    state = "explained" if one.explained else "waits for somebody"
    if one.settled:
        state = f"settled by two of the staff: {one.settled.replace('_', ' ')}"
    return (
        f"{one.bucket.replace('_', ' ')}: {one.kind} {one.number or '-'}, theirs {one.transaction or '-'}, "
        f"{_clock(one.at)}, ours {ours}, theirs {theirs}: {state}"
    )


def _as_json(report: "Report") -> dict[str, Any]:
    """Amounts in fen."""
    from domain.reconciliation.books import Bucket

    return {
        "network": report.network,
        "outcome": report.outcome,
        "why": report.why,
        "at": _clock(report.at),
        "buckets": {bucket: _figures(report.of(bucket)) for bucket in Bucket},
        "ours": _figures(report.ours),
        "bill": _figures(report.billed),
        "own_totals": report.own,
        "over": report.over,
        "unexplained": report.unexplained,
        "differences": [
            {
                "bucket": one.bucket,
                "kind": one.kind,
                "number": one.number,
                "order": one.order,
                "transaction": one.transaction,
                "ours": one.ours,
                "theirs": one.theirs,
                "at": _clock(one.at),
                "explained": one.explained,
                "settled": one.settled,
            }
            for one in report.differences
        ],
    }


def _clock(at: datetime) -> str:
    """The hall's."""
    return at.astimezone(HALL_TIME).isoformat(timespec="seconds")


def _figures(tally: "Tally") -> dict[str, int]:
    return {"count": tally.count, "paid": tally.paid, "refunded": tally.refunded, "net": tally.net}
