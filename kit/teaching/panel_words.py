"""What stands beside a lesson: which step it is, what to do, what was wrong, and what there is to learn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.words import NOTHING, Text, Verbatim
from kit.guide.hand import HAND, KNUCKLES, TIP
from kit.guide.words import Guide
from kit.teaching import words
from kit.teaching.lesson import Kind, Lesson
from kit.teaching.words import taught
from kit.walks.stops import DOWNLOAD
from viewmodels.lists import QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Teaching:
    """`lesson` is None in the list of flows. `wrong` was touched last; `seconds` a lesson has taken once it is over.

    `alone`: nothing is ringed, and everything can be touched. `ring` is on the terminal around the control `name`, once
    that has come to rest; `label` stands on it, `code` in the last message. `scannable`: a phone sees a code there.
    """

    lesson: Lesson | None = None
    channel: str = "wechat"
    alone: bool = False
    wrong: bool = False
    again: bool = False
    ring: QRectF = field(default_factory=QRectF)
    label: str = ""
    name: str = ""
    code: str = ""
    scannable: bool = False
    began: float = 0.0
    seconds: int = 0

    @property
    def over(self) -> bool:
        return self.lesson is not None and self.lesson.over


@dataclass(frozen=True, slots=True)
class Station:
    """A screen of the way, or several of one title."""

    number: str
    title: Text
    done: bool
    now: bool


@QmlElement
class PanelWords(Model, Stateful[Teaching]):
    changed = Signal()

    def __init__(self, language: Language, guide: Guide, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Teaching()
        self._guide = guide

    @Property(str, notify=changed)
    def shown(self) -> str:
        """`list`, `lesson` or `report`."""
        return "list" if self.state.lesson is None else "report" if self.state.over else "lesson"

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether what was touched last leads nowhere here."""
        return self.state.wrong or bool(self.state.lesson and self.state.lesson.lost)

    @Property(bool, notify=changed)
    def paying(self) -> bool:
        """Whether a phone is to scan a code now."""
        move = self.state.lesson.move if self.state.lesson else None
        return move is not None and move.kind is Kind.PHONE

    @Property(QRectF, notify=changed)
    def ring(self) -> QRectF:
        """What is ringed, on the terminal; empty where nothing is."""
        return self.state.ring

    @Property(str, constant=True)
    def outline(self) -> str:
        """Of the hand, as the illustrated guide draws it; SVG, in a square of 100."""
        return HAND

    @Property(str, constant=True)
    def knuckles(self) -> str:
        return KNUCKLES

    @Property(QPointF, constant=True)
    def fingertip(self) -> QPointF:
        """Where on it."""
        return TIP

    @Property(str, notify=changed)
    @said
    def tag(self) -> Text:
        return Text("演示")

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("跟我学")

    @Property(str, notify=changed)
    @said
    def promise(self) -> Text:
        return Text("练习，不会真的缴费")

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        """What is to be done now, in a few words."""
        state = self.state
        if state.lesson is None:
            return Text("想学哪一件？")
        if state.over:
            return Text("学会了！") if not state.alone else Text("自己做完了！")
        if state.alone:
            return words.ALONE
        if state.lesson.lost:
            return words.LOST
        move = state.lesson.move
        if move is None or (move.kind is Kind.PHONE and not state.scannable and not state.label):
            return words.WAIT
        return words.sentence(move, state.label, state.code)

    @Property(str, notify=changed)
    @said
    def detail(self) -> Text:
        """Kindly what was wrong; else what a helper says at this step (the illustrated guide)."""
        state = self.state
        if state.lesson is None or state.over:
            return self._outcome()
        if state.wrong:
            return words.WRONG
        if state.again:
            return words.ONCE_MORE
        if state.alone:
            return words.ALONE_DETAIL
        move = state.lesson.move
        step = words.told_by_guide(self._guide, state.lesson.flow, move) if move else None
        return Verbatim(words.plain(self._in_language(step.say))) if step and step.say else words.GENTLY

    def _outcome(self) -> Text:
        state = self.state
        if state.lesson is None:
            return words.CHOOSE
        minutes, seconds = divmod(state.seconds, 60)
        return words.TOOK.of(minutes=minutes, seconds=seconds, errors=state.lesson.errors)

    @Property(str, notify=changed)
    @said
    def helpText(self) -> Text:
        """On the button that does this for whoever learns; empty where there is none."""
        move = self.state.lesson.move if self.state.lesson else None
        if move is None or move.kind is Kind.TAP or self.state.label:
            return NOTHING
        if move.kind is Kind.FILL:
            return words.DO_FILL
        if not self.state.scannable:
            return NOTHING
        return words.DO_TAKE if move.touch == DOWNLOAD else words.DO_PAY

    @Property(str, notify=changed)
    @said
    def hearText(self) -> Text:
        return Text("再听一遍")

    @Property(str, notify=changed)
    @said
    def aloneText(self) -> Text:
        return words.ALONE

    @Property(str, notify=changed)
    @said
    def againText(self) -> Text:
        return Text("再学一遍")

    @Property(str, notify=changed)
    @said
    def chooseText(self) -> Text:
        return Text("学别的")

    @Property(str, notify=changed)
    @said
    def leaveText(self) -> Text:
        return Text("结束练习")

    @Property(str, notify=changed)
    @said
    def stepText(self) -> Text:
        """`第 3 步，共 8 步`: a screen of the way is a step."""
        return Text("第 {step} 步，共 {steps} 步", step=self.step, steps=self.steps) if self.state.lesson else NOTHING

    @Property(int, notify=changed)
    def step(self) -> int:
        return self.state.lesson.stop + 1 if self.state.lesson else 0

    @Property(int, notify=changed)
    def steps(self) -> int:
        return len(self.state.lesson.walk) if self.state.lesson else 0

    @Property(QVariantList, notify=changed)
    @said_rows
    def stations(self) -> Iterable[object]:
        """`[{number, title, done, now}]`: the screens of the way; those of one title after another are one."""
        learnt = self.state.lesson
        if learnt is None:
            return
        found: list[Station] = []
        for at, stop in enumerate(learnt.walk):
            title = words.title(stop.screen)
            if found and found[-1].title == title:
                found[-1] = replace(found[-1], done=at < learnt.stop, now=found[-1].now or at == learnt.stop)
            else:
                found.append(Station(str(len(found) + 1), title, at < learnt.stop, at == learnt.stop))
        yield from found

    @Property(str, notify=changed)
    @said
    def wentText(self) -> Text:
        """How it has gone so far."""
        return words.WENT.of(errors=self.state.lesson.errors) if self.state.lesson else NOTHING

    @Property(str, notify=changed)
    @said
    def classText(self) -> Text:
        """At the foot of what a class sees."""
        return Text("教室画面，跟着终端变，只看不点；人物、金额都是虚构的")

    @Property(str, notify=changed)
    @said
    def flowTitle(self) -> Text:
        """What is learnt."""
        flow = self.state.lesson.flow if self.state.lesson else ""
        return next((row.title for row in self._rows() if row.id == flow), NOTHING)

    @Property(QVariantList, notify=changed)
    @said_rows
    def channels(self) -> Iterable[object]:
        """`[{id, title, chosen}]`."""
        return (
            Row(one.channel, CHANNELS[one.channel].name, chosen=one.channel == self.state.channel)
            for one in self._guide.chapters
        )

    @Property(QVariantList, notify=changed)
    @said_rows
    def flows(self) -> Iterable[object]:
        """`[{id, title, caption}]` of the channel that is chosen, in the guide's order."""
        return (row for row in self._rows() if row.id.partition(".")[0] == self.state.channel)

    def _rows(self) -> Iterable[Row]:
        for walk, (section, part) in taught(self._guide).items():
            title = self._in_language(section.title) or self._in_language(section.heading)
            tag = self._in_language(part.tag) or section.number
            yield Row(walk, Verbatim(title), Verbatim(tag))

    def _in_language(self, said_so: Mapping[str, str]) -> str:
        return said_so.get(self.language.tag, said_so.get("zh", "")).replace("\n", "")
