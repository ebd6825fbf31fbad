"""The one sentence of a trace: which step went wrong first, what was waited for, and what the screen was and said."""

from domain.flows.catalogue import SCREENS
from kit.play.witness import Waited
from kit.trace.masks import unsaid
from kit.trace.sights import Sight
from kit.trace.trace import BEGIN, Step, Trace

SCREEN = "screen "
HOME = "首页"
WORDS = {
    "what is being loaded": "要读的都读完",
    "a frame": "下一幅画面",
    "words": "输入法给出的词",
    "the backend": "后台",
}


def sentence(trace: Trace) -> dict[str, str]:
    """`sentence`, and what there is to be said below it."""
    count = len(trace.steps)
    if not trace.error:
        return {"sentence": f"{count} 步都做到了", "below": "没有先错的一步。按 ← → 一步一步看。"}
    step = trace.steps[-1]
    assert step.before is not None
    after = step.after or step.before
    wait = step.waits[-1] if step.waits and not step.waits[-1].came else None
    what = _waited(wait, step.before, after) if wait else trace.error
    return {"sentence": f"第 {count} 步先错：{_done(step)}，{what}", "below": _below(trace, step.before, after)}


def waited_for(what: str) -> str:
    """A wait in words."""
    if what.startswith(SCREEN):
        screen = what.removeprefix(SCREEN)
        return f"屏幕变成 {screen}（{_title(screen)}）"
    if what in WORDS:
        return WORDS[what]
    return f"屏幕说{what}" if what.startswith("“") else f"{unsaid(what)} 出现，可以点"


def title_of(sight: Sight) -> str:
    """What a screen is called."""
    return sight.title or _title(sight.screen)


def _title(screen: str) -> str:
    row = SCREENS.get(screen)
    return str(row.step.title) if row else HOME if screen in {"", "home"} else screen


def _done(step: Step) -> str:
    if step.name == BEGIN:
        return "刚开始"
    if step.typed:
        return f"按了 {len(step.touches)} 个键"
    return f"{'点了' if step.touches or not step.declared else '要点'} {step.name}"


def _waited(wait: Waited, before: Sight, after: Sight) -> str:
    goal = wait.what
    goal = f"“{_title(goal.removeprefix(SCREEN))}”" if goal.startswith(SCREEN) else f" {WORDS.get(goal, unsaid(goal))} "
    stays = before.screen == after.screen
    return f"等{goal}等了 {wait.seconds:.2f} 秒，{'还在' if stays else '到了'}“{title_of(after)}”"


def _below(trace: Trace, before: Sight, after: Sight) -> str:
    """What the screen said that it had not said before, below what, and whether that was touched."""
    known = {row.says for row in before.rows if row.alert}
    new = [at for at, row in enumerate(after.rows) if row.alert and row.says not in known]
    said = new or [at for at, row in enumerate(after.rows) if row.alert]
    if not said:
        return "屏幕没有提示。"
    at = said[0]
    parts = [f"屏幕说“{after.rows[at].says}”", f"（还有 {len(said) - 1} 处提示）" if len(said) > 1 else ""]
    name = next((row.name for row in reversed(after.rows[:at]) if row.name and not row.name.startswith("text.")), "")
    if name:
        parts.append(f"，这句话在 {name} 下面。")
        touched = any(one.name == name for step in trace.steps for one in step.touches)
        parts.append("" if touched else f"前面 {len(trace.steps) - 1} 步没有点过 {name}。")
    return "".join(parts)
