"""What is drawn over a picture, as SVG: a ring on what is touched, a hand that points there, the phone that acts.

The hand covers as little that is written as it can, and its fingertip nothing.
"""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kit.guide.shots import Shot
from kit.guide.words import Phone, Step

INK, WHITE, TINT, GREY = "#15202B", "#FFFFFF", "#DDE4EB", "#748292"
FAMILY = "Noto Sans CJK SC"
EDGE = 44
"""How far what is drawn may lie over the edge of a picture. All is in the terminal's measure, 1080 wide upright."""
RINGS = tuple((ring, white, reach) for ring, white in ((18, 9), (12, 3)) for reach in (8, 2, -4))
"""A ring, the white at each of its edges, and how far its middle lies around a control: the first that cuts no word.

Where lines are so close that each does, the one that cuts least.
"""
ROUND = 26

HAND = (
    "M28 12a9 9 0 0 1 18 0V48a8 8 0 0 1 16 2v2a8 8 0 0 1 16 2v3a8 8 0 0 1 16 2V86c0 18-12 29-28 29H58"
    "c-12 0-19-4-26-14L11 72c-4-6-3-11 1-14c4-3 9-2 12 2l4 5Z"
)
KNUCKLES = "M46 46V64M62 51V66M78 55V68"
TIP, FINGER, PALM = QPointF(37, 8), QRectF(26, 0, 22, 46), QRectF(8, 46, 88, 71)
GROWN = 1.45
"""The hand is drawn in a square of 100, and so many times as large."""
TOUCH = 26.0
"""So wide is the fingertip; nothing is written under it."""
DEAR, SOME, OUTSIDE = 200.0, 3.0, 8.0
"""What a pixel that is written weighs under the fingertip, under the finger, and what one over the edge weighs."""
ACROSS, DOWN = 28, 12
"""At how many places of a control a fingertip is tried."""
LIKED = QPointF(0.76, 0.62)
"""Where on a control one likes to see it."""

PHONE_WIDE, PHONE_HIGH, LINE = 490, 880, 116


def over(shot: Shot, step: Step) -> str:
    """An SVG that is EDGE larger on each side than the picture."""
    size = shot.size
    drawn = _ring(shot) if not shot.ring.isNull() else ""
    if step.phone is not None:
        drawn += _phone(step.phone, shot.amount, size)
    elif not shot.ring.isNull() and not step.look:
        drawn += _hand(finger(shot))
    whole = QRectF(-EDGE, -EDGE, size.width() + 2 * EDGE, size.height() + 2 * EDGE)
    box = f"{whole.x():g} {whole.y():g} {whole.width():g} {whole.height():g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawn}</svg>'


def finger(shot: Shot) -> QPointF:
    """Where the fingertip lies: on what is touched, where the hand hides least of what is written."""
    inner = shot.touched.adjusted(*_inset(shot.touched))
    return min(_places(inner), key=lambda tip: _hidden(shot, tip) + _distance(tip, shot.touched))


def hides(shot: Shot, tip: QPointF) -> float:
    """How many pixels that are written lie under a fingertip there."""
    return _covered(QRectF(tip.x() - TOUCH / 2, tip.y() - TOUCH / 2, TOUCH, TOUCH), shot.written)


def _inset(ring: QRectF) -> tuple[float, float, float, float]:
    """All of the fingertip is on it, where it is large enough."""
    across, down = (min(TOUCH / 2, side / 4) for side in (ring.width(), ring.height()))
    return across, down, -across, -down


def _places(inner: QRectF) -> Iterable[QPointF]:
    for i in range(ACROSS + 1):
        for j in range(DOWN + 1):
            yield QPointF(inner.x() + inner.width() * i / ACROSS, inner.y() + inner.height() * j / DOWN)


def _hidden(shot: Shot, tip: QPointF) -> float:
    picture = QRectF(QPointF(), shot.size)
    finger_, palm = _placed(FINGER, tip), _placed(PALM, tip)
    outside = sum(_area(part) - _area(part.intersected(picture)) for part in (finger_, palm))
    written = SOME * _covered(finger_, shot.written) + _covered(palm, shot.written)
    return DEAR * hides(shot, tip) + written + OUTSIDE * outside


def _distance(tip: QPointF, ring: QRectF) -> float:
    liked = QPointF(ring.x() + ring.width() * LIKED.x(), ring.y() + ring.height() * LIKED.y())
    return abs(tip.x() - liked.x()) + abs(tip.y() - liked.y())


def _placed(part: QRectF, tip: QPointF) -> QRectF:
    """A part of the hand, where it lies on the picture."""
    left, top = tip.x() + (part.x() - TIP.x()) * GROWN, tip.y() + (part.y() - TIP.y()) * GROWN
    return QRectF(left, top, part.width() * GROWN, part.height() * GROWN)


def _covered(part: QRectF, written: Iterable[QRectF]) -> float:
    return sum(_area(part.intersected(text)) for text in written)


def _area(part: QRectF) -> float:
    return max(0.0, part.width()) * max(0.0, part.height())


def _ring(shot: Shot) -> str:
    ring, white, reach = min(RINGS, key=lambda one: _cut(shot, *one))
    place = _grown(shot.ring, reach)
    box = f'x="{place.x():.0f}" y="{place.y():.0f}" width="{place.width():.0f}" height="{place.height():.0f}"'
    strokes = ((WHITE, ring + 2 * white), (INK, ring))
    return "".join(
        f'<rect {box} rx="{ROUND}" fill="none" stroke="{colour}" stroke-width="{width}"/>' for colour, width in strokes
    )


def _grown(ring: QRectF, by: float) -> QRectF:
    return ring.adjusted(-by, -by, by, by)


def _cut(shot: Shot, ring: float, white: float, reach: float) -> float:
    """How many pixels that are written lie under such a ring."""
    half = ring / 2 + white
    outer, inner = _grown(shot.ring, reach + half), _grown(shot.ring, reach - half)
    return _covered(outer, shot.written) - _covered(inner, shot.written)


def _hand(tip: QPointF) -> str:
    at = f"translate({tip.x() - TIP.x() * GROWN:.0f} {tip.y() - TIP.y() * GROWN:.0f}) scale({GROWN})"
    line = f'stroke="{INK}" stroke-width="6" stroke-linejoin="round" stroke-linecap="round"'
    edge = f'<path d="{HAND}" fill="{WHITE}" stroke="{WHITE}" stroke-width="13" stroke-linejoin="round"/>'
    return f'<g transform="{at}">{edge}<path d="{HAND}" fill="{WHITE}" {line}/><path d="{KNUCKLES}" {line}/></g>'


def _phone(phone: Phone, amount: str, size: QSizeF) -> str:
    """Over the lower right corner, a little over the edge."""
    left, top = size.width() + EDGE - 14 - PHONE_WIDE, size.height() + EDGE - 14 - PHONE_HIGH
    middle = left + PHONE_WIDE / 2
    box = f'x="{left}" y="{top}" width="{PHONE_WIDE}" height="{PHONE_HIGH}" rx="60"'
    drawn = [
        f'<rect {box} fill="{WHITE}" stroke="{WHITE}" stroke-width="34"/>',
        f'<rect {box} fill="{WHITE}" stroke="{INK}" stroke-width="16"/>',
        f'<rect x="{middle - 60}" y="{top + 32}" width="120" height="14" rx="7" fill="{TINT}"/>',
    ]
    button = top + PHONE_HIGH - 176
    line = top + 62 + (button - top - 62 - LINE * len(phone.lines)) / 2 + LINE * 0.7
    for at, text in enumerate(phone.lines):
        if text == "PIN":
            drawn += [
                f'<rect x="{middle - 208 + 71 * box_:.0f}" y="{line - 58:.0f}" width="60" height="64" rx="10" '
                f'fill="none" stroke="{GREY}" stroke-width="5"/>'
                f'<circle cx="{middle - 178 + 71 * box_:.0f}" cy="{line - 26:.0f}" r="10" fill="{INK}"/>'
                for box_ in range(6)
            ]
        else:
            drawn.append(_text(text.replace("{amount}", amount), middle, line, _fits(text, amount, at == 1), at == 1))
        line += LINE
    drawn.append(f'<rect x="{left + 50}" y="{button}" width="{PHONE_WIDE - 100}" height="112" rx="26" fill="{INK}"/>')
    drawn.append(_text(phone.button, middle, button + 76, 56, True, WHITE))
    return "".join(drawn)


def _fits(text: str, amount: str, large: bool) -> int:
    """How large a line is written, so that it has room: figures are half as wide as they are high."""
    told = text.replace("{amount}", amount)
    wide = sum(1.0 if ord(letter) > 0x2E80 else 0.58 for letter in told)
    return int(min(80 if large else 54, (PHONE_WIDE - 60) / wide))


def _text(text: str, middle: float, line: float, size: int, bold: bool, colour: str = INK) -> str:
    return (
        f'<text x="{middle:.0f}" y="{line:.0f}" font-size="{size}" text-anchor="middle" fill="{colour}" '
        f'font-weight="{700 if bold else 400}" font-family="{FAMILY}">{escape(text)}</text>'
    )
