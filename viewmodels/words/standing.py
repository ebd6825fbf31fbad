"""What staff read of what can be taken out of service: how each stands, until when, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from domain import times
from domain.flows.beginnings import Beginnings, named
from domain.flows.channels import CHANNELS
from domain.flows.channels.matters import MATTERS
from domain.terminal.suspensions import WHOLE, End, Suspension
from domain.words import NOTHING, Text, Verbatim, joined

ENDS = {
    End.HALF_HOUR: Text("30 分钟"),
    End.HOUR: Text("1 小时"),
    End.EVENING: Text("今天下班前"),
    End.MORNING: Text("明天上班"),
    End.NEVER: Text("直到再次开通"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A channel has a `glyph`, a matter an `icon`. `closed`: it is out of service; `own`: staff have closed itself.

    `word` says so, or with what; `caption` what visitors are told, and until when.
    """

    id: str
    title: Text
    glyph: Text
    icon: str
    word: Text
    caption: Text
    closed: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Standings:
    """The terminal, the channels that are offered here, and the matters that can be done in one of them."""

    whole: Standing
    channels: tuple[Standing, ...]
    matters: tuple[Standing, ...]


def standings(beginnings: Beginnings, now: datetime) -> Standings:
    """As they stand now."""
    channels = [channel for channel in CHANNELS.values() if channel.id in beginnings.channels]
    matters = [matter for matter in MATTERS if any(matter in channel.matters for channel in channels)]
    return Standings(
        _standing(WHOLE, NOTHING, "home", beginnings, now),
        tuple(_standing(channel.id, channel.glyph, "", beginnings, now) for channel in channels),
        tuple(_standing(matter.id, NOTHING, matter.icon, beginnings, now) for matter in matters),
    )


def _standing(what: str, glyph: Text, icon: str, beginnings: Beginnings, now: datetime) -> Standing:
    own, found = beginnings.suspensions.of(what), beginnings.start(what)
    if own:
        caption = joined("，", (own.message.label, _until(own, now)))
        return Standing(what, named(what), glyph, icon, Text("停用"), caption, True, True)
    if found:
        return Standing(what, named(what), glyph, icon, Text("随{what}", what=named(found.what)), NOTHING, True, False)
    return Standing(what, named(what), glyph, icon, Text("正常"), NOTHING, False, False)


def _until(suspension: Suspension, now: datetime) -> Text:
    if suspension.until is None:
        return ENDS[End.NEVER]
    return Text("{until} 恢复", until=times.short(suspension.until, now))


def doubted(suspension: Suspension, now: datetime) -> Text:
    """What is asked before it ends: by whom it was begun, and when."""
    what, since = named(suspension.what), times.short(suspension.since, now)
    if not suspension.by:
        return Text(
            "停用记录读不出，{since} 起{what}自己停的。哪些还要停，恢复以后再停。现在恢复办理吗？",
            what=what,
            since=since,
        )
    staff = Verbatim(suspension.by)
    return Text("{what}是工号 {staff} 在 {since} 停的，现在恢复办理吗？", what=what, staff=staff, since=since)
