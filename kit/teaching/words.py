"""What a teacher says: to do what, that something else was touched, and how it went."""

from fnmatch import fnmatchcase

from domain.flows.catalogue import SCREENS
from domain.words import Text, Verbatim
from kit.guide.words import Guide, Part, Section, Step
from kit.teaching.lesson import Kind, Move, is_taught
from kit.walks.stops import CAPTCHA, CARD, DOWNLOAD, PERSON, SMS

TAP = Text("请点【{label}】")
WRONG = Text("这一步不点这里，没关系")
LOST = Text("这一屏不在路上，请点【返回】")
WAIT = Text("请稍等，下一屏马上就来")
ALONE = Text("自己试一试")
ALONE_DETAIL = Text("想一想下一步点哪里；点错了会记下来，最后告诉您")
ONCE_MORE = Text("再看看，还有没填好的")
GENTLY = Text("点紫框里的这一处。点错了不要紧，会告诉您")
CHOOSE = Text("人物和金额都是虚构的，点错了也不要紧")
TOOK = Text("用了 {minutes} 分 {seconds} 秒，点错 {errors} 次")
WENT = Text("到现在点错 {errors} 次")
HOME = Text("首页")
FILLS = {
    PERSON: Text("请填示范人物的证件和姓名"),
    CARD: Text("请把示范身份证放上去"),
    SMS: Text("请填短信验证码 {code}"),
    CAPTCHA: Text("请填图上的数字"),
}
FILL = Text("请填 {what}")
PAY = Text("请用手机扫码付款")
TAKE = Text("请用手机扫码下载")
DO_FILL = Text("替我填好")
DO_PAY, DO_TAKE = Text("用示范手机付款"), Text("用示范手机下载")


def sentence(move: Move, label: str, code: str) -> Text:
    """To do what, in a few words. `label` is what stands on the control, `code` the one in the last message."""
    if label:
        return TAP.of(label=Verbatim(label))
    if move.kind is Kind.PHONE:
        return TAKE if move.touch == DOWNLOAD else PAY
    if move.kind is Kind.TAP:
        return WAIT
    word, colon, what = move.touch.partition(":")
    known = FILLS.get(f"{word}{colon}")
    return known.of(code=Verbatim(code)) if known else FILL.of(what=Verbatim(what))


def told_by_guide(guide: Guide, flow: str, move: Move) -> Step | None:
    """What the illustrated guide says where this is done, in this flow before others; None where it says nothing."""
    chapter = next(one for one in guide.chapters if one.channel == flow.partition(".")[0])
    parts = (part for section in chapter.sections for part in section.parts if part.walk == flow)
    own = [chapter.steps[name] for part in parts for name in part.steps]
    return next((step for step in [*own, *chapter.steps.values()] if _tells(step, move)), None)


def taught(guide: Guide) -> dict[str, tuple[Section, Part]]:
    """The walks that are taught, in the guide's order, each with where that first tells of it."""
    found: dict[str, tuple[Section, Part]] = {}
    for chapter in guide.chapters:
        for section in chapter.sections:
            for part in section.parts:
                if is_taught(part.walk):
                    found.setdefault(part.walk, (section, part))
    return found


def _tells(step: Step, move: Move) -> bool:
    touch = {Kind.PHONE: "dock.scan", Kind.FILL: "dock.person.0"}.get(move.kind, move.name)
    return bool(step.touch) and step.is_at(move.screen) and fnmatchcase(touch, step.touch)


def plain(said: str) -> str:
    """A helper's sentence without the marks around it."""
    return said.strip('“”"')


def title(screen: str) -> Text:
    """What stands at the head of a screen."""
    return SCREENS[screen].step.title if screen in SCREENS else HOME
