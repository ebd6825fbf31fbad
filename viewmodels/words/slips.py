"""What stands on a 凭条: in Chinese, and below it in the visitor's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.identity.shown import masked_name
from domain.people.person import Person
from domain.printing.slip import Said, Slip
from domain.words import Text, Verbatim
from viewmodels.words.language import PSEUDO, Language
from viewmodels.words.rows import Pair

PAYMENT, REFUND, DECLARATION = Text("缴费凭条"), Text("退费申请凭条"), Text("申报凭条")
FOOT = (
    Text("本凭条只供您留存，不是缴费证明，也不能报销。"),
    Text("有疑问的，请带本凭条问大厅工作人员，或拨打 12366。"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of something done: what is true now, the sum (yuan) with its name, rows, what comes next."""

    title: Text
    state: Text
    amount: str
    rows: tuple[Pair, ...]
    after: tuple[Text, ...] = ()
    sum: Text = Text("金额")


def whose(person: Person) -> tuple[Pair, ...]:
    """Who it is about, so that they know it for theirs, and nobody who finds it learns who they are."""
    return (Pair(Text("缴费人"), Verbatim(masked_name(person.name))),)


def slip(told: Told, at: datetime, again: bool, language: Language) -> Slip:
    """As it is printed at a time. `again`: it was printed before, or may have been."""

    def said(text: Text) -> Said:
        other = "" if language.tag == PSEUDO else language.say(text)
        return Said(str(text), "" if other == text else other)

    def each(texts: Iterable[Text]) -> tuple[Said, ...]:
        return tuple(said(text) for text in texts if text)

    return Slip(
        title=said(told.title),
        state=said(told.state),
        sum=said(told.sum),
        amount=told.amount,
        lines=tuple((said(row.key), said(row.value)) for row in told.rows if row.value),
        after=each(told.after),
        foot=each(FOOT),
        reprint=said(Text("补打")),
        printed=said(Text("打印时间")),
        at=at,
        again=again,
    )
