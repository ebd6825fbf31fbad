"""A trace as the page tells it: a mapping of texts and figures, in which nobody's name or number is left whole."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kit.play import patience
from kit.trace.masks import unsaid
from kit.trace.sentence import sentence, title_of, waited_for
from kit.trace.sights import ROWS, Box, Sight, jpeg
from kit.trace.trace import TYPED, Step, Trace

Told = dict[str, Any]
PARTS = ("network", "method", "path", "asked", "status", "told", "ended")
"""What is told of an exchange."""
NO_NEWS = "a frame"
MOST_BOXES = 6
"""Where more has changed, frames around all of it say nothing."""
NEAR = 0.012
"""What lies nearer has one frame."""


def story(trace: Trace) -> Told:
    """All of it. The first wrong step is the last that was done."""
    sights: list[Sight] = []
    ends = [*(step.at for step in trace.steps[1:]), trace.seconds]
    steps = [_step(trace, at, end, sights) for at, end in enumerate(ends[: len(trace.steps)])]
    told: Told = {
        "title": trace.title,
        "wrong": len(trace.steps) if trace.error else 0,
        "begun": f"{trace.begun:%Y-%m-%d %H:%M:%S}",
        "seconds": round(trace.seconds, 3),
        "factor": round(patience.factor(), 1),
        "patience": trace.patience_s * patience.factor(),
        **sentence(trace),
        "code": [{"number": one.number, "text": one.text} for one in trace.code],
        "steps": [*steps, *({"name": name, "how": "never"} for name in trace.never)],
        "sights": [_sight(one) for one in sights],
    }
    told = dict(trace.masks.all(told))
    for at, sight in enumerate(sights):
        told["sights"][at]["picture"] = f"data:image/jpeg;base64,{b64encode(jpeg(sight.picture)).decode()}"
    return told


def _step(trace: Trace, at: int, end: float, sights: list[Sight]) -> Told:
    step = trace.steps[at]
    assert step.before is not None
    before, after = step.before, step.after or step.before
    moved = before.screen != after.screen
    marks = {} if moved else dict(_marks(before, after))
    return {
        "name": step.name,
        "how": "wrong" if trace.error and at == len(trace.steps) - 1 else "done",
        "at": round(step.at, 3),
        "seconds": round(end - step.at, 3),
        "where": _where(step),
        "ring": _ring(step),
        "before": _number(before, sights),
        "after": _number(after, sights),
        "clock": [f"{one.at:%H:%M:%S}.{one.at.microsecond // 1000:03}" for one in (before, after)],
        "moved": moved,
        "marks": marks,
        "frames": united([after.rows[row].box for row in marks]),
        "touched": sorted({unsaid(touch.name) for touch in step.touches if not TYPED.fullmatch(touch.name)}),
        "state": list(_state(before, after, moved)),
        "waits": [
            {"what": waited_for(one.what), "seconds": round(one.seconds, 3), "looks": one.looks, "came": one.came}
            for one in step.waits
            if not one.came or (one.looks > 1 and one.what != NO_NEWS and not TYPED.fullmatch(one.what))
        ],
        **_meanwhile(trace, at, step.at, end),
    }


def _meanwhile(trace: Trace, at: int, begin: float, end: float) -> Told:
    """What went to and fro, and what was logged; before the first step that is the first's."""
    begin = begin if at else 0.0
    exchanges = [one for one in tuple(trace.exchanges) if begin <= one.at - trace.began < end]
    return {
        "exchanges": [{**{part: getattr(one, part) for part in PARTS}, "ms": round(one.ms)} for one in exchanges],
        "log": [
            {"at": round(one.at, 3), "level": one.level, "text": one.text}
            for one in tuple(trace.log)
            if begin <= one.at < end
        ],
    }


def _number(sight: Sight, sights: list[Sight]) -> int:
    """Each is told once."""
    known = next((at for at, one in enumerate(sights) if one is sight), None)
    if known is None:
        sights.append(sight)
        return len(sights) - 1
    return known


def _sight(sight: Sight) -> Told:
    rows = [[row.depth, row.role, row.says, row.name, row.alert] for row in sight.rows]
    return {"screen": sight.screen, "title": title_of(sight), "size": sight.size, "rows": rows}


def _where(step: Step) -> str:
    typed = sum(bool(TYPED.fullmatch(one.name)) for one in step.touches)
    beside = [unsaid(one.name) for one in step.touches if one.box is None and one.name.startswith("dock.")]
    last = next((one for one in reversed(step.touches) if one.box and not TYPED.fullmatch(one.name)), None)
    parts = [f"点在 ({last.x}, {last.y})" if last else "", f"按了 {typed} 个键" if typed else ""]
    parts.append(f"在演示台上点了 {'、'.join(beside)}" if beside else "")
    return "，".join(part for part in parts if part)


def _ring(step: Step) -> Box | None:
    """Around what was touched last; around all keys together: each would tell what was typed."""
    boxes = [(one.box, bool(TYPED.fullmatch(one.name))) for one in step.touches if one.box is not None]
    if not boxes:
        return None
    last, typed = boxes[-1]
    keys = [box for box, key in boxes if key]
    return _around(keys) if typed else last


def _marks(before: Sight, after: Sight) -> Iterator[tuple[int, str]]:
    """Which rows are there and were not: `new`, or `changed` where a test's name was there with other words."""
    known = Counter((row.role, row.says, row.name) for row in before.rows)
    names = {row.name for row in before.rows if row.name}
    for at, row in enumerate(after.rows):
        if known[row.role, row.says, row.name]:
            known[row.role, row.says, row.name] -= 1
        else:
            yield at, "changed" if row.name in names else "new"


def _state(before: Sight, after: Sight, moved: bool) -> Iterator[Told]:
    """What changed comes first. On another screen there is another view model: all of it is new, and nothing tinted."""
    was, now = dict(before.state), dict(after.state)
    always = ("screen", "focus")
    names = [*now, *(name for name in was if name not in now and not moved)]
    rows = [
        {"name": name, **_news(was.get(name, ""), now.get(name, "")), "changed": was.get(name) != now.get(name)}
        for name in names
        if not moved or name in always
    ]
    if moved:
        rows += [{"name": name, "was": "", "now": now[name], "changed": False} for name in now if name not in always]
    yield from (row for row in rows if row["changed"])
    yield from (row for row in rows if not row["changed"] and row["now"])


def _news(was: str, now: str) -> Told:
    """A value before and after; of lists only the rows that are not in both."""
    if was == now or ROWS not in was or ROWS not in now:
        return {"was": was, "now": now}
    rows = was.split(ROWS), now.split(ROWS)
    gone, come = ([row for row in one if row not in other] for one, other in (rows, rows[::-1]))
    return {"was": ROWS.join(gone), "now": ROWS.join(come)}


def united(boxes: list[Box]) -> list[Box]:
    """Boxes, those near each other as one; none if there are more than one would look at."""
    found: list[Box] = []
    for box in boxes:
        near = [one for one in found if _near(one, box)]
        found = [one for one in found if one not in near]
        found.append(_around([*near, box]))
    return found if len(found) <= MOST_BOXES else []


def _near(one: Box, other: Box) -> bool:
    return all(
        one[side] - NEAR <= other[side] + other[side + 2] and other[side] - NEAR <= one[side] + one[side + 2]
        for side in (0, 1)
    )


def _around(boxes: list[Box]) -> Box:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return (left, top, right - left, bottom - top)
