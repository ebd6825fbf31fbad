"""A day as its page tells it: lanes and their bars, refunds and papers, and the four buckets."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo

from domain.desk.day_end import DayEnd, Lane
from domain.flows.channels import CHANNELS
from domain.money import NONE, Fen, yuan
from domain.reconciliation.books import Bucket
from domain.reconciliation.report import Outcome
from domain.times import at
from domain.words import NOTHING, Text, joined
from viewmodels.words import channels

SCALE = Text("数字是最高一小时的金额，几行同一把尺")
BUCKETS = {
    Bucket.MATCH: Text("两边相符"),
    Bucket.OURS_ONLY: Text("只有我方"),
    Bucket.THEIRS_ONLY: Text("只有对方"),
    Bucket.DIFFERS: Text("金额不同"),
}
PRINTED = Text("重打 {again}，未确认 {unsure}")
ELSEWHERE = Text("由局里结")
NO_BILL = {
    Outcome.NOT_READY: Text("还没有账单"),
    Outcome.BROKEN: Text("收到的账单不可信"),
    Outcome.SILENT: Text("对方没有应答"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """`part` of the highest bar of all lanes, 0 to 1. `ahead`: that hour has not come. `highest` of its lane."""

    part: float
    ahead: bool
    highest: bool


@dataclass(frozen=True, slots=True)
class LaneRow:
    """`most` is what was taken in the highest hour, in whole yuan; empty if nothing was."""

    id: str
    glyph: Text
    title: Text
    count: Text
    amount: str
    most: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Hour:
    """`now`: it has begun, and is not over."""

    title: str
    now: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A figure with what it is of, and a remark."""

    icon: str
    title: Text
    figure: Text
    caption: Text


@dataclass(frozen=True, slots=True)
class BucketRow:
    """`tone` is good, doubt, or plain where there is nothing in it."""

    id: str
    title: Text
    count: Text
    amount: Text
    tone: str


def named(day: date) -> Text:
    """A day of this year or another one."""
    return Text("{month}月{day}日", month=day.month, day=day.day)


def count(number: int) -> Text:
    return Text("{count} 笔", count=number)


def lanes(day: DayEnd) -> Iterable[LaneRow]:
    """In the order of Home."""
    highest = max((sum.fen for lane in day.lanes for sum in lane.hours), default=NONE)
    return (_lane(lane, day, Fen(max(highest, 1))) for lane in day.lanes)


def hours(day: DayEnd) -> Iterable[Hour]:
    now = _now(day)
    return (Hour(str(hour), hour == now) for hour in day.open_hours)


def boxes(day: DayEnd) -> tuple[Box, ...]:
    """Refunds, slips, certificates."""
    slips = Text("{count} 张", count=day.slips.out)
    told = Box("receipt", Text("凭条"), slips, PRINTED.of(again=day.slips.again, unsure=day.slips.unsure))
    return (_refunds(day), told, _certificates(day))


def reconciled(day: DayEnd, on: date, zone: tzinfo | None) -> Text:
    """Of which day, and since when; which networks have no bill that can be believed."""
    lacking = [network for network in day.networks if not _final(day, network)]
    newest = max((report.at for report in day.reports if report.is_final), default=None)
    done = Text("{at} 对完", at=at(newest, zone)) if newest else NOTHING
    same = {str(_why(day, one)) for one in lacking}
    if not done and len(same) == 1:
        return joined("，", (named(on), _why(day, lacking[0])))
    missing = (Text("{network}{why}", network=channels.name(one), why=_why(day, one)) for one in lacking)
    return joined("，", filter(None, (named(on), done, *missing)))


def buckets(day: DayEnd) -> tuple[BucketRow, ...]:
    """Always all four."""
    return tuple(_bucket(day, bucket, title) for bucket, title in BUCKETS.items())


def _lane(lane: Lane, day: DayEnd, highest: Fen) -> LaneRow:
    known, now = CHANNELS.get(lane.channel), _now(day)
    best = max(range(len(lane.hours)), key=lambda hour: lane.hours[hour].fen)
    most = lane.hours[best].fen
    bars = tuple(
        Bar(lane.hours[hour].fen / highest, now is not None and hour > now, bool(most) and hour == best)
        for hour in day.open_hours
    )
    glyph = known.glyph if known else NOTHING
    amount = f"{round(most / 100):,}" if most else ""
    name = channels.name(lane.channel)
    return LaneRow(lane.channel, glyph, name, count(lane.taken.count), yuan(lane.taken.fen), amount, bars)


def _now(day: DayEnd) -> int | None:
    """The hour that is not over yet; None if the day is."""
    return day.until.hour if day.until.date() == day.day else None


def _refunds(day: DayEnd) -> Box:
    if day.refunding is None:
        return Box("refund", Text("退费"), ELSEWHERE, NOTHING)
    figure = Text("{count} 笔 {amount} 元", count=day.refunded.count, amount=yuan(day.refunded.fen))
    return Box("refund", Text("退费"), figure, Text("在办 {count} 笔", count=day.refunding.count))


def _certificates(day: DayEnd) -> Box:
    if day.prints is None:
        return Box("document", Text("证明"), ELSEWHERE, NOTHING)
    issued = sum(one.issued for one in day.prints)
    again, unsure = sum(one.again for one in day.prints), sum(one.unsure for one in day.prints)
    told = PRINTED.of(again=again, unsure=unsure)
    return Box("document", Text("证明"), Text("{count} 份", count=issued), told)


def _final(day: DayEnd, network: str) -> bool:
    return any(report.network == network and report.is_final for report in day.reports)


def _why(day: DayEnd, network: str) -> Text:
    found = next((report for report in day.reports if report.network == network), None)
    return NO_BILL.get(found.outcome, NOTHING) if found else NO_BILL[Outcome.NOT_READY]


def _bucket(day: DayEnd, bucket: Bucket, title: Text) -> BucketRow:
    tally = day.bucket(bucket)
    tone = "plain" if not tally.count else "good" if bucket is Bucket.MATCH else "doubt"
    return BucketRow(bucket, title, count(tally.count), Text("{amount} 元", amount=yuan(tally.net)), tone)
