"""Reconciliation: a day's four buckets, its rows, and a row with both its sides."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import waiting
from bureau.desk.frame import framed, names
from bureau.desk.pages import goes_to
from bureau.desk.routes.signatures import Sheet, signed
from bureau.desk.signing import Matter
from bureau.desk.who import AtWork, Fields, NotThere, NotYours, Worker
from bureau.desk.words import bills, common
from bureau.desk.words.common import Tile
from domain.desk.deeds import HadAsked
from domain.desk.member import Role
from domain.money import Fen, total, yuan
from domain.payment.numbers import terminal_of
from domain.payment.order import Network
from domain.people.person import Masked
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import CaseState, Subject
from domain.reconciliation.office import BillCase
from domain.reconciliation.problems import CaseProblem
from domain.reconciliation.report import Difference, Report
from domain.reconciliation.telling import happened, why
from domain.times import lasting
from domain.words import NOTHING, Text

router = APIRouter()
READY_AT = 10
"""From this hour on the bill of the day before can be there."""


@dataclass(frozen=True, slots=True)
class Box:
    """A bucket: how many are in it, how much, what it means."""

    bucket: Bucket
    name: Text
    meaning: Text
    count: int
    fen: Fen


@dataclass(frozen=True, slots=True)
class Line:
    """A network's bill of the day."""

    tile: Tile
    is_final: bool
    outcome: Text
    counts: tuple[int, ...]
    matched: Fen
    agrees: bool
    own: Text


@dataclass(frozen=True, slots=True)
class Row:
    tile: Tile
    at: Text
    number: str
    terminal: str
    kind: Text
    fen: Fen
    over: bool
    state: Text
    subject: Subject

    @property
    def path(self) -> str:
        return waiting.case_path(self.subject.number)


@router.get("/reconciliation")
def by_day(at_work: AtWork, day: date | None = None, bucket: Bucket | None = None) -> Response:
    desk, today = at_work.desk, at_work.desk.now().date()
    newest = today - timedelta(days=1)
    shown = max(min(day or newest, newest), common.EARLIEST)
    store = desk.parts.store
    reports = {one.network: one.since(store.cases) for one in store.reports.of(shown)}
    boxes = [_box(bucket, reports.values()) for bucket in bills.BUCKETS]
    chosen = bucket if bucket in bills.BUCKETS else _to_look_at(boxes)
    after = shown + timedelta(days=1)
    rows = [
        _row(report.network, one) for report in reports.values() for one in report.differences if one.bucket is chosen
    ]
    return framed(
        at_work,
        "reconciliation.html",
        "reconciliation",
        day=shown,
        day_told=common.whole_day(shown),
        weekday=common.MONDAY_FIRST[shown.weekday()],
        before=shown - timedelta(days=1),
        after=after if after <= newest else None,
        not_yet=Text("{day}的账单，明天 {hour}:00 以后才有", day=common.day(after), hour=READY_AT),
        newest=newest,
        boxes=boxes,
        chosen=chosen,
        lines=[_line(network, reports.get(network)) for network in _networks(at_work, reports)],
        rows=rows,
        first=_first(at_work, rows),
        finished=[report for report in reports.values() if report.is_final],
        elsewhere=sum(report.of(Bucket.ELSEWHERE).count for report in reports.values()),
    )


@router.get("/reconciliation/differences.csv")
def differences(at_work: AtWork, day: date) -> Response:
    """All that is not the same on both sides, as a table for a spreadsheet: amounts in yuan, nobody in it."""
    store = at_work.desk.parts.store
    reports = (report.since(store.cases) for report in store.reports.of(day))
    rows = [_told(report.network, one) for report in reports for one in report.differences]
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow("network bucket kind number order transaction ours theirs at state".split())
    writer.writerows([_plain(value) for value in row] for row in rows)
    name = f'attachment; filename="differences-{day}.csv"'
    return Response(f"\ufeff{out.getvalue()}", media_type="text/csv", headers={"Content-Disposition": name})


@router.get("/cases/{network}/{kind}/{reference:path}")
def case_of_a_bill(at_work: AtWork, network: str, kind: Kind, reference: str) -> Response:
    case = _case(at_work, network, kind, reference)
    at_work.opens(case.case.number)
    return _page(at_work, case)


@router.post("/cases/{network}/{kind}/ask")
def ask(at_work: AtWork, network: str, kind: Kind, fields: Fields) -> Response:
    """Moves nothing by itself, so it takes one."""
    if not at_work.member.may(Role.DECIDE, Role.PAY):
        raise NotYours
    case = _case(at_work, network, kind, fields.get("reference", ""))
    made = at_work.desk.cases(at_work.number).ask(case.case.number)
    if isinstance(made, CaseProblem):
        at_work.say(made.sentence, True)
    else:
        at_work.did(HadAsked(), case.case.number)
        at_work.say(Text("问过了，答复在“每一步”里"))
    return goes_to(at_work.request, waiting.case_path(case.case.number))


@router.post("/cases/{network}/{kind}/sign")
def sign(at_work: AtWork, network: str, kind: Kind, fields: Fields) -> Response:
    case = _case(at_work, network, kind, fields.get("reference", ""))
    if problem := signed(at_work, Matter.case(case), fields):
        return _page(at_work, case, 422, problem=problem, typed=fields)
    return goes_to(at_work.request, waiting.case_path(case.case.number))


@dataclass(frozen=True, slots=True)
class First:
    """The first row that waits for somebody, with both its sides: what there is to be done about the day."""

    row: Row
    happened: Text
    why: Text
    sides: tuple[bills.Side, ...]


def _first(at_work: Worker, rows: Iterable[Row]) -> First | None:
    for row in rows:
        case = None if row.over else at_work.desk.cases(at_work.number).case(row.subject.number)
        if case is not None:
            because, sides = why(case, bills.network(case)), bills.sides(case, _insured(at_work, case))
            return First(row, happened(case), because, sides)
    return None


def _insured(at_work: Worker, case: BillCase) -> Masked | None:
    """Whose insurance it pays, masked."""
    return at_work.desk.parts.store.tax.masked(case.order.bills[0].person) if case.order else None


def _page(at_work: Worker, case: BillCase, status: int = 200, **told: object) -> Response:
    desk, told_case, known = at_work.desk, case.case, names(at_work)
    number, subject = told_case.number, told_case.subject
    is_open = told_case.state is CaseState.OPEN
    network, path = bills.network(case), f"/cases/{subject.network}/{subject.kind}"
    return framed(
        at_work,
        "case.html",
        "reconciliation",
        status,
        case=case,
        subject=subject,
        tile=common.tile(subject.network),
        network=network,
        happened=happened(case) or Text("问过"),
        why=why(case, network) if is_open else NOTHING,
        state=bills.STATES[told_case.state],
        is_open=is_open,
        day=common.whole_day(told_case.day) if told_case.day else NOTHING,
        opened=common.time(told_case.opened_at),
        lasting=lasting(desk.now() - told_case.opened_at) if is_open else NOTHING,
        sides=bills.sides(case, _insured(at_work, case)),
        facts=bills.facts(case),
        log=common.in_order(
            bills.steps(case, known),
            common.from_desk(desk.staff.about(number), known),
            ahead=bills.what_follows(case),
        ),
        may_ask=is_open and case.can_be_asked and at_work.member.may(Role.DECIDE, Role.PAY),
        sheet=Sheet.of(at_work, Matter.case(case), known, path, subject.reference),
        **told,
    )


def _case(at_work: Worker, network: str, kind: Kind, reference: str) -> BillCase:
    case = at_work.desk.cases(at_work.number).case(Subject(Network(network), kind, reference).number)
    if case is None:
        raise NotThere
    return case


def _told(network: Network, one: Difference) -> tuple[str, ...]:
    """A row of the table: amounts in yuan, empty for a side that has nothing of it."""
    ours, theirs = (yuan(fen).replace(",", "") if fen is not None else "" for fen in (one.ours, one.theirs))
    state = "settled" if one.settled else "explained" if one.explained else "waits"
    numbers = (one.number, one.order, one.transaction)
    return network, one.bucket, one.kind, *numbers, ours, theirs, one.at.isoformat(), state


def _plain(value: str) -> str:
    """What a network has written is no formula to a spreadsheet."""
    return f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t"} else value


def _networks(at_work: Worker, reports: Iterable[Network]) -> tuple[Network, ...]:
    """Those in use, and those that have had a bill that day."""
    used = tuple(at_work.desk.parts.networks)
    return (*used, *(network for network in reports if network not in used))


def _box(bucket: Bucket, reports: Iterable[Report]) -> Box:
    name, meaning = bills.BUCKETS[bucket]
    tallies = [report.of(bucket) for report in reports]
    moved = total(tuple(Fen(one.paid + one.refunded) for one in tallies))
    return Box(bucket, name, meaning, sum(one.count for one in tallies), moved)


def _to_look_at(boxes: Iterable[Box]) -> Bucket:
    """The first that is not as it should be."""
    return next((box.bucket for box in boxes if box.count and box.bucket is not Bucket.MATCH), Bucket.MATCH)


def _line(network: Network, report: Report | None) -> Line:
    final = report is not None and report.is_final
    agrees, own = bills.own_total(report)
    counts = tuple(report.of(bucket).count if report and final else 0 for bucket in bills.BUCKETS)
    matched = report.of(Bucket.MATCH).net if report else Fen(0)
    return Line(common.tile(network), final, bills.outcome(report), counts, matched, agrees, own)


def _row(network: Network, one: Difference) -> Row:
    over, state = bills.standing(one)
    subject = Subject(network, one.kind, one.reference or one.number or one.transaction)
    return Row(
        common.tile(network),
        common.time(one.at),
        one.transaction or one.number,
        terminal_of(one.order or one.number) or "—",
        bills.KINDS[one.kind],
        one.theirs if one.theirs is not None else one.ours or Fen(0),
        over,
        state,
        subject,
    )
