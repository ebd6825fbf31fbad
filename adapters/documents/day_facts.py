"""What the template of a day-end report (日结单) is given: words and figures as they stand on its paper."""

from datetime import date, datetime, timedelta, tzinfo

from domain.desk.day_end import DayEnd, Ended, Prints, Slips, Unfinished
from domain.desk.stuck import Stuck
from domain.desk.takings import Sum
from domain.flows import beginnings
from domain.flows.channels import CHANNELS
from domain.flows.hurdles import hurdle, screen
from domain.money import NONE, Fen, yuan
from domain.payment.order import Network
from domain.reconciliation.books import Bucket
from domain.reconciliation.report import FINAL, Outcome, Report
from domain.terminal.outages import Outage
from domain.terminal.suspensions import Suspension

NOTHING = "—"
WEEKDAYS = "一二三四五六日"
BUCKETS = (Bucket.MATCH, Bucket.OURS_ONLY, Bucket.THEIRS_ONLY, Bucket.DIFFERS)
NO_BILL = {
    None: "还没有账单",
    Outcome.NOT_READY: "还没有账单",
    Outcome.BROKEN: "收到的账单不可信",
    Outcome.SILENT: "对方没有应答",
}
MOST_STUCK = 5
"""So many screens are told, where most were given up first."""
GROUP = 4
"""Digits of a digest that stand together, and how many such groups of it."""


def facts_of_day(day: DayEnd, printed: datetime, zone: tzinfo) -> dict[str, object]:
    """Ready for JSON."""
    return {
        "hall": day.hall,
        "terminal": day.terminal,
        "day": f"{_day(day.day)}　星期{WEEKDAYS[day.day.weekday()]}",
        "until": f"{_until(day, zone)}　第 {day.serial} 号",
        "staff": day.staff,
        "net": yuan(day.net),
        "taken": _sum(day.taken),
        "refunded": _sum(day.refunded) if day.refunding is not None else None,
        "waiting": len(day.unfinished),
        "lanes": [
            [str(CHANNELS[lane.channel].glyph), str(CHANNELS[lane.channel].name), *_flows(lane.taken, lane.refunded)]
            if lane.channel in CHANNELS
            else ["", lane.channel, *_flows(lane.taken, lane.refunded)]
            for lane in day.lanes
        ],
        "total": _flows(day.taken, day.refunded),
        "hours": [_hour(hour, day.hours[hour]) for hour in day.open_hours],
        "unfinished": [_unfinished(one, zone) for one in day.unfinished],
        "moved": f"到 {_time(day.until, day.day, zone)} 还没有了结的，移到明天",
        "ended": [_ended(one, zone) for one in day.ended],
        "slips": _slips(day.slips),
        "prints": None if day.prints is None else [_prints(one) for one in day.prints],
        "before": _day(day.day - timedelta(days=1)),
        "networks": [_network(network, day.report(network), zone) for network in day.networks],
        "buckets": _buckets(day),
        "known": _known(day, zone),
        "outages": _out(day, zone),
        "stuck": None if day.stuck is None else [_stuck(one) for one in day.stuck[:MOST_STUCK]],
        "last": [f"{day.last.serial:,}", _grouped(day.last.digest)] if day.last else None,
        "printed": f"{printed.astimezone(zone):%Y-%m-%d %H:%M:%S}",
    }


def _until(day: DayEnd, zone: tzinfo) -> str:
    at = day.until.astimezone(zone)
    return f"{at:%H:%M} 结账" if at.date() == day.day else "全天"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _time(at: datetime, day: date, zone: tzinfo) -> str:
    """To the minute; another day with its date."""
    here = at.astimezone(zone)
    return f"{here:%H:%M}" if here.date() == day else f"{here:%m-%d %H:%M}"


def _sum(sum: Sum) -> list[str]:
    return [str(sum.count), yuan(sum.fen)]


def _flows(taken: Sum, refunded: Sum) -> list[str]:
    return [*_sum(taken), *_sum(refunded), yuan(Fen(taken.fen - refunded.fen))]


def _hour(hour: int, sum: Sum) -> dict[str, object]:
    return {"label": f"{hour}–{hour + 1} 时", "fen": int(sum.fen), "figure": f"{round(sum.fen / 100):,}"}


def _unfinished(one: Unfinished, zone: tzinfo) -> list[str]:
    return [
        one.number,
        str(one.what),
        f"{one.since.astimezone(zone):%m-%d %H:%M}",
        str(one.who) or NOTHING,
        yuan(one.fen),
    ]


def _ended(one: Ended, zone: tzinfo) -> str:
    who = f"工号 {one.first} 和 {one.second}" if one.second else f"工号 {one.first}"
    return f"{one.number}，{one.how}，{yuan(one.fen)} 元，{who}，{one.at.astimezone(zone):%H:%M}"


def _slips(slips: Slips) -> list[str]:
    return [f"{slips.out} 张", str(slips.again), str(slips.unsure)]


def _prints(one: Prints) -> list[str]:
    numbers = NOTHING if not one.issued else one.first if one.first == one.last else f"{one.first} 至 {one.last}"
    lacking = f"；没有出纸 {len(one.unprinted)}：{'、'.join(one.unprinted)}" if one.unprinted else ""
    return [
        str(one.kind.label),
        f"{one.issued} 份",
        f"{one.prints} 次",
        str(one.again),
        str(one.unsure),
        numbers + lacking,
    ]


def _network(network: Network, report: Report | None, zone: tzinfo) -> list[str]:
    name = str(CHANNELS[network].name) if network in CHANNELS else network
    if report is None or report.outcome not in FINAL:
        return [name, *[NOTHING] * 5, NO_BILL[report.outcome if report else None]]
    match, *others = (report.of(bucket) for bucket in BUCKETS)
    return [name, str(match.count), yuan(match.net), *(str(other.count) for other in others), _bill_total(report)]


def _bill_total(report: Report) -> str:
    if report.outcome is Outcome.NOTHING:
        return "这天没有账"
    if report.over:
        over, said = Fen(abs(report.over)), "多" if report.over > NONE else "少"
        return f"{said} {yuan(over)}"
    return "一致" if report.own else "逐笔相加一致"


def _buckets(day: DayEnd) -> list[str]:
    match, *others = (day.bucket(bucket) for bucket in BUCKETS)
    return [str(match.count), yuan(match.net), *(str(other.count) for other in others)]


def _known(day: DayEnd, zone: tzinfo) -> str:
    """From when on it is known when a fault has stopped it."""
    if day.out.since is None:
        return "故障要在终端运行时打印才有"
    return f"故障是程序从 {_time(day.out.since, day.day, zone)} 起的记录"


def _out(day: DayEnd, zone: tzinfo) -> list[list[str]]:
    """What was out of service, the earliest first: what, from, to, how long, and how it ended."""
    faults = ((one.since, _outage(one, day, zone)) for one in day.out.outages)
    planned = ((one.since, _suspension(one, day, zone)) for one in day.out.suspensions)
    return [row for _, row in sorted((*faults, *planned), key=lambda one: one[0])]


def _outage(one: Outage, day: DayEnd, zone: tzinfo) -> list[str]:
    at = (_time(time, day.day, zone) for time in (one.since, one.until))
    return [f"本机故障，{one.reason}", *at, _lasted(one.until - one.since), "自动恢复"]


def _suspension(one: Suspension, day: DayEnd, zone: tzinfo) -> list[str]:
    """Until the end of what is told, for what has not come to its end by then."""
    over = one.over(day.until)
    at = [_time(one.since, day.day, zone), _time(over, day.day, zone) if over else NOTHING]
    what = f"{beginnings.named(one.what)}停用，{one.message.label}"
    if one.by:
        what += f"（工号 {one.by}）"
    return [what, *at, _lasted((over or day.until) - one.since), _end(one, day, zone)]


def _end(one: Suspension, day: DayEnd, zone: tzinfo) -> str:
    over = one.over(day.until)
    if over is None:
        return f"还在停用，到 {_time(one.until, day.day, zone)}" if one.until else "还在停用"
    return f"工号 {one.ended_by} 恢复" if over == one.ended else "到点自动恢复"


def _stuck(one: Stuck) -> list[str]:
    return [str(screen(one.screen)), str(one.came), str(one.given_up), str(one.back), str(hurdle(one)) or NOTHING]


def _lasted(time: timedelta) -> str:
    seconds = round(time.total_seconds())
    if seconds < 60:
        return f"{seconds} 秒"
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours} 时 {minutes} 分" if hours else f"{minutes} 分"


def _grouped(digest: str) -> str:
    return " ".join(digest[at : at + GROUP] for at in range(0, 4 * GROUP, GROUP))
