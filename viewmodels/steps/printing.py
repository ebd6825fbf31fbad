"""The phases of printing, as the visitor is told of them."""

from dataclasses import dataclass

from domain.forms.certificates import REFUNDED
from domain.printing.press import Run
from domain.printing.printer import Condition
from domain.words import Text
from viewmodels.words.print_phases import SENDING, STOP, STOPPING, UNDER_WAY, Phase
from viewmodels.words.printers import REMEDIES, WORDS

CHOOSING = {Phase.SETTING, Phase.READY, Phase.FAILED, Phase.LOST}
"""While printer and copies can be chosen."""
AGAIN = Text("点【重新打印】从头打印；没有打完的纸请交给工作人员作废。")
PRIMARY: dict[Phase, Text] = {
    Phase.PRINTED: Text("完成"),
    Phase.REFUNDED: Text("完成"),
    Phase.FAILED: Text("重新打印"),
    Phase.LOST: Text("重新打印"),
    Phase.UNSET: Text("再试一次"),
    **dict.fromkeys(UNDER_WAY, Text("正在打印")),
}
SECONDARY: dict[Phase, Text] = {
    Phase.PRINTED: Text("再打印一次"),
    Phase.PRINTING: STOP,
    **dict.fromkeys((Phase.FAILED, Phase.LOST, Phase.UNSET), Text("不打印了")),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A headline, a sentence, and whether it is good, bad, or neither yet."""

    headline: Text
    sentence: Text
    kind: str = "neutral"


ALWAYS = {
    Phase.SENDING: Told(SENDING, Text("请稍等，不用再点。")),
    Phase.STOPPING: Told(STOPPING, Text("请稍等。")),
    Phase.PRINTED: Told(Text("打印好了"), Text("请在出纸口取走证明，不要落下。"), "good"),
    Phase.REFUNDED: Told(Text("这张证明不能打印了"), Text("{reason}。", reason=REFUNDED), "bad"),
    Phase.LOST: Told(
        Text("打印机没有回话"),
        Text("请看出纸口有没有打完的证明；没有的话请叫工作人员，再点【重新打印】。"),
        "unknown",
    ),
}
"""What is said whatever the printer's condition is."""


def told(phase: Phase, condition: Condition, run: Run | None, number: str) -> Told | None:
    """What is said of a phase; None while there is nothing to say but the choices."""
    match phase:
        case Phase.UNSET:
            kept = Text("请叫工作人员帮忙。编号 {number} 已经留着，可以再试。", number=number)
            return Told(Text("证明暂时排不出来"), kept, "bad")
        case Phase.PRINTING if not condition.ready:
            remedy = Text("{remedy}，修好以后看这里的提示。", remedy=REMEDIES[condition])
            return Told(Text("打印停住了：{state}", state=WORDS[condition]), remedy, "unknown")
        case Phase.PRINTING:
            pages = run.job.pages if run else None
            wait = Text("已打印 {pages} 页，请在出纸口等候。", pages=pages) if pages else Text("请在出纸口等候。")
            return Told(Text("正在打印"), wait)
        case Phase.FAILED if condition.ready:
            return Told(Text("没有打印完"), AGAIN, "bad")
        case Phase.FAILED:
            remedy = Text("{remedy}，再{again}", remedy=REMEDIES[condition], again=AGAIN)
            return Told(Text("没有打印完：{state}", state=WORDS[condition]), remedy, "bad")
    return ALWAYS.get(phase)
