"""The phases of printing, as the visitor is told of them."""

from dataclasses import dataclass
from enum import StrEnum

from domain.forms.certificates import REFUNDED
from domain.printing.press import Run
from domain.printing.printer import Condition, JobState
from viewmodels.words.printers import REMEDIES, WORDS


class Phase(StrEnum):
    SETTING = "setting"
    """the paper is being made"""
    UNSET = "unset"
    """the paper could not be made"""
    READY = "ready"
    SENDING = "sending"
    """on its way to the printer, perhaps set first"""
    PRINTING = "printing"
    STOPPING = "stopping"
    """a job is being called off"""
    PRINTED = "printed"
    FAILED = "failed"
    LOST = "lost"
    REFUNDED = "refunded"
    """what it is about has been paid back meanwhile"""


UNDER_WAY = {Phase.SENDING, Phase.PRINTING, Phase.STOPPING}
CHOOSING = {Phase.SETTING, Phase.READY, Phase.FAILED, Phase.LOST}
"""While printer and copies can be chosen."""
ENDS = {JobState.PRINTED: Phase.PRINTED, JobState.FAILED: Phase.FAILED, JobState.LOST: Phase.LOST}
AGAIN = "点【重新打印】从头打印；没有打完的纸请交给工作人员作废。"
PRIMARY = {
    Phase.PRINTED: "完成",
    Phase.REFUNDED: "完成",
    Phase.FAILED: "重新打印",
    Phase.LOST: "重新打印",
    Phase.UNSET: "再试一次",
    **dict.fromkeys(UNDER_WAY, "正在打印"),
}
SECONDARY = {
    Phase.PRINTED: "再打印一次",
    Phase.PRINTING: "停止打印",
    **dict.fromkeys((Phase.FAILED, Phase.LOST, Phase.UNSET), "不打印了"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A headline, a sentence, and whether it is good, bad, or neither yet."""

    headline: str
    sentence: str
    kind: str = "neutral"


def told(phase: Phase, condition: Condition, run: Run | None, number: str) -> Told | None:
    """What is said of a phase; None while there is nothing to say but the choices."""
    match phase:
        case Phase.UNSET:
            return Told("证明暂时排不出来", f"请叫工作人员帮忙。编号 {number} 已经留着，可以再试。", "bad")
        case Phase.REFUNDED:
            return Told("这张证明不能打印了", f"{REFUNDED}。", "bad")
        case Phase.SENDING:
            return Told("正在送到打印机", "请稍等，不用再点。")
        case Phase.PRINTING if not condition.ready:
            return Told(f"打印停住了：{WORDS[condition]}", f"{REMEDIES[condition]}，修好以后看这里的提示。", "unknown")
        case Phase.PRINTING:
            pages = run.job.pages if run else None
            return Told("正在打印", f"已打印 {pages} 页，请在出纸口等候。" if pages else "请在出纸口等候。")
        case Phase.STOPPING:
            return Told("正在停止打印", "请稍等。")
        case Phase.PRINTED:
            return Told("打印好了", "请在出纸口取走证明，不要落下。", "good")
        case Phase.FAILED:
            why = "" if condition.ready else f"：{WORDS[condition]}"
            remedy = "" if condition.ready else f"{REMEDIES[condition]}，再"
            return Told(f"没有打印完{why}", remedy + AGAIN, "bad")
        case Phase.LOST:
            return Told(
                "打印机没有回话", "请看出纸口有没有打完的证明；没有的话请叫工作人员，再点【重新打印】。", "unknown"
            )
    return None
