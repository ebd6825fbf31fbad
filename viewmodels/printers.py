"""Printers as visitors are told of them: their condition in words, and what to do."""

from collections.abc import Iterable, Mapping

from domain.printing.printer import Condition, worst

WORDS = {
    Condition.OK: "正常",
    Condition.LOW: "可以打印，纸或墨快用完了",
    Condition.NO_PAPER: "缺纸",
    Condition.JAM: "卡纸",
    Condition.COVER_OPEN: "盖子没有关好",
    Condition.OFFLINE: "没有连接",
    Condition.UNKNOWN: "状态不明",
}
REMEDIES = {
    Condition.NO_PAPER: "请叫工作人员加纸",
    Condition.JAM: "请叫工作人员取出卡住的纸",
    Condition.COVER_OPEN: "请叫工作人员关好打印机的盖子",
    Condition.OFFLINE: "请叫工作人员检查打印机的电源和连线",
    Condition.UNKNOWN: "请叫工作人员看一下打印机",
}
NOT_KNOWN = "正在检查打印机"


def state(condition: Condition | None) -> str:
    """How a printer is; None before it has been asked."""
    return NOT_KNOWN if condition is None else WORDS[condition]


def out_of_order(printers: Iterable[str], conditions: Mapping[str, Condition]) -> str:
    """What is said where nothing can be printed: why, and what to do. Empty while one printer is ready or unknown."""
    known = tuple(conditions.get(printer) for printer in printers)
    if any(condition is None or condition.ready for condition in known):
        return ""
    if not known:
        return "本机没有打印机"
    stopped = worst(tuple(condition for condition in known if condition))
    return f"打印机{WORDS[stopped]}，{REMEDIES[stopped]}"


def strip(printers: Iterable[str], conditions: Mapping[str, Condition]) -> str:
    """The short word for the strip at the foot; empty where there is no printer, or none is known."""
    known = tuple(c for c in (conditions.get(printer) for printer in printers) if c is not None)
    if not known:
        return ""
    if any(condition is Condition.OK for condition in known):
        return "打印机正常"
    if any(condition.ready for condition in known):
        return "打印机纸或墨不多"
    return f"打印机{WORDS[worst(known)]}"
