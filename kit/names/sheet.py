"""A screen with a number at every name, and the list of them beside it, as one picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen

from kit.names.reading import Named, Place, Verb
from kit.names.rows import Row, rows

SHOT = {True: 562, False: 900}
"""How wide an upright screen is drawn, and a wide one."""
MARGIN, BETWEEN, LEGEND = 42, 56, 760
ROW, BAND, HEAD, LINE = 38, 34, 110, 30
DISC, FRAME = 34, 3
INK, GREY, TINT, PAPER = QColor("#14202b"), QColor("#55636f"), QColor("#edf1f6"), QColor("white")
COLUMNS = (0, 54, 300, 404, 690)
FAMILY, MONO = "Noto Sans CJK SC", "Noto Sans Mono CJK SC"
SOMETIMES = "（有错才有）"
ROLES = {
    "push button": "按钮",
    "radio button": "单选",
    "check box": "复选",
    "text": "输入框",
    "heading": "标题",
    "label": "文字",
    "alert message": "警告",
    "graphic": "图",
    "": "按住",
}
PLACES = {
    Place.HEADER: "页头",
    Place.CONTENT: "内容",
    Place.KEYBOARD: "键盘",
    Place.FOOT: "页脚和状态条",
    Place.OVER: "盖在上面",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A screen as it was met: its picture, its names, where its texts are, and a test of it."""

    screen: str
    channel: str
    code: str
    title: str
    picture: QImage
    names: tuple[Named, ...]
    words: tuple[QRectF, ...]
    test: tuple[str, ...]


def draw(sheet: Sheet) -> QImage:
    """As `docs/testing.md` shows it."""
    groups = rows(sheet.names)
    wide = SHOT[sheet.picture.height() > sheet.picture.width()]
    scale = wide / sheet.picture.width()
    shot = QRectF(MARGIN, MARGIN, wide, sheet.picture.height() * scale)
    lines = sum(len(those) for _, those in groups)
    legend = HEAD + len(groups) * BAND + lines * ROW + 40 + (len(sheet.test) + 1) * LINE + 40
    size = (round(shot.right()) + BETWEEN + LEGEND + MARGIN, round(max(shot.height(), legend)) + 2 * MARGIN)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    small = sheet.picture.scaled(
        *(shot.size().toSize().width(), shot.size().toSize().height()),
        *(Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation),
    )
    painter.drawImage(shot.topLeft(), small)
    painter.setPen(QPen(GREY, 2))
    painter.drawRect(shot)
    _Marks(painter, shot, scale, sheet.words).draw([row for _, those in groups for row in those])
    _Legend(painter, shot.right() + BETWEEN).draw(sheet, groups)
    painter.end()
    return image


def _font(size: int, bold: bool = False, mono: bool = False) -> QFont:
    font = QFont(MONO if mono else FAMILY)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _disc(painter: QPainter, at: QPointF, number: int, filled: bool) -> None:
    """Filled where something can be done; hollow where there is only something to read."""
    place = _round(at)
    painter.setPen(QPen(PAPER if filled else INK, 3))
    painter.setBrush(QBrush(INK if filled else PAPER))
    painter.drawEllipse(place.adjusted(1.5, 1.5, -1.5, -1.5))
    painter.setFont(_font(17, bold=True))
    painter.setPen(PAPER if filled else INK)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.setBrush(Qt.BrushStyle.NoBrush)


class _Marks:
    """Frames and discs on the screen."""

    def __init__(self, painter: QPainter, shot: QRectF, scale: float, words: tuple[QRectF, ...]) -> None:
        self._painter, self._shot, self._scale = painter, shot, scale
        self._taken = [self._placed(word) for word in words]

    def draw(self, every: list[Row]) -> None:
        places = [self._placed(row.box).adjusted(-4, -2, 4, 2) for row in every]
        for row, place in zip(every, places, strict=True):
            if row.first.shown:
                self._frame(place, row.first.verb is not Verb.SAYS)
        discs = free(places, self._taken, QRectF(0, 0, self._shot.right() + DISC, self._shot.bottom() + DISC))
        for number, (row, at) in enumerate(zip(every, discs, strict=True), 1):
            _disc(self._painter, at, number, row.first.verb is not Verb.SAYS)

    def _frame(self, place: QRectF, done: bool) -> None:
        """With a white edge, as it may lie on a dark ground; dashed where there is only something to read."""
        wide = FRAME if done else 2
        self._painter.setPen(QPen(PAPER, wide + 3))
        self._painter.drawRoundedRect(place, 8, 8)
        pen = QPen(INK, wide)
        if not done:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.drawRoundedRect(place, 8, 8)

    def _placed(self, box: QRectF) -> QRectF:
        corner = self._shot.topLeft() + box.topLeft() * self._scale
        return QRectF(corner, box.size() * self._scale)


def free(frames: list[QRectF], words: list[QRectF], within: QRectF) -> list[QPointF]:
    """For each frame the middle of its disc: where that covers least of the words and of the discs before it."""
    taken, found = list(words), []
    for frame in frames:
        found.append(min(_around(frame), key=lambda at: covered(at, taken, within)))
        taken.append(_round(found[-1]))
    return found


def covered(at: QPointF, taken: list[QRectF], within: QRectF) -> float:
    """How much of these a disc covers, in square pixels; one that lies not `within` as much as it is large."""
    here = _round(at)
    parts = (here.intersected(other) for other in taken)
    return (0 if within.contains(here) else DISC**2) + sum(part.width() * part.height() for part in parts)


def _round(at: QPointF) -> QRectF:
    return QRectF(at.x() - DISC / 2, at.y() - DISC / 2, DISC, DISC)


def _around(frame: QRectF) -> Iterator[QPointF]:
    """The corners first, then the edges, then beside it."""
    yield from (frame.topRight(), frame.topLeft(), frame.bottomRight(), frame.bottomLeft())
    middle = frame.center()
    for away in (0, DISC / 2 + 4):
        yield QPointF(frame.right() + away, middle.y())
        yield QPointF(frame.left() - away, middle.y())
        yield QPointF(middle.x(), frame.top() - away)
        yield QPointF(middle.x(), frame.bottom() + away)


class _Legend:
    """The list of names by place, and the test."""

    def __init__(self, painter: QPainter, x: float) -> None:
        self._painter, self._x, self._y = painter, x, float(MARGIN)

    def draw(self, sheet: Sheet, groups: list[tuple[Place, list[Row]]]) -> None:
        count = sum(len(row.names) for _, those in groups for row in those)
        title = sheet.title or sheet.screen
        self._text(0, 400, 40, title, _font(34, bold=True), INK)
        beside = self._painter.fontMetrics().horizontalAdvance(title) + 20
        if sheet.title:
            self._text(beside, 560 - beside, 40, sheet.screen, _font(20, bold=True, mono=True), INK)
        facts = "　".join(part for part in (sheet.channel, sheet.code, f"{count} 个名字") if part)
        self._text(0, LEGEND, 40, facts, _font(17), GREY, Qt.AlignmentFlag.AlignRight)
        self._y += 48
        _disc(self._painter, QPointF(self._x + 17, self._y + 12), 1, filled=True)
        self._text(44, 160, 24, "能点、能填、能按住", _font(17), INK)
        _disc(self._painter, QPointF(self._x + 227, self._y + 12), 2, filled=False)
        self._text(254, 120, 24, "只能读", _font(17), INK)
        self._text(340, 420, 24, "名字不随语言、字号和横竖变", _font(17), GREY)
        self._y += 36
        for x, heading in zip(COLUMNS[1:], ("名字", "角色", "读屏说的话", "怎么用"), strict=True):
            self._text(x, 200, 22, heading, _font(15), GREY)
        self._y += 26
        number = 0
        for place, those in groups:
            self._painter.fillRect(QRectF(self._x, self._y, LEGEND, BAND), TINT)
            self._text(8, 400, BAND, PLACES[place], _font(17, bold=True), INK)
            self._y += BAND
            for row in those:
                number += 1
                self._row(number, row)
        self._y += 30
        self._test(sheet.test)

    def _row(self, number: int, row: Row) -> None:
        one = row.first
        _disc(self._painter, QPointF(self._x + 24, self._y + ROW / 2), number, one.verb is not Verb.SAYS)
        cells = (
            (row.called, _font(17, bold=True, mono=True), INK),
            (ROLES[one.role], _font(17), GREY),
            (row.says if one.shown else SOMETIMES, _font(17), INK),
            (one.verb, _font(16, mono=True), GREY),
        )
        ends = (*COLUMNS[2:], LEGEND)
        for x, end, (text, font, colour) in zip(COLUMNS[1:], ends, cells, strict=True):
            self._text(x, end - x - 8, ROW, text, font, colour)
        self._y += ROW
        self._painter.setPen(QPen(TINT, 1))
        self._painter.drawLine(QPointF(self._x, self._y), QPointF(self._x + LEGEND, self._y))

    def _test(self, lines: tuple[str, ...]) -> None:
        high = (len(lines) + 1) * LINE + 24
        self._painter.fillRect(QRectF(self._x, self._y, LEGEND, high), TINT)
        self._painter.fillRect(QRectF(self._x, self._y, 6, high), INK)
        self._y += 10
        self._text(24, 400, LINE, "五行就能试这一页", _font(17, bold=True), INK)
        for line in lines:
            self._y += LINE
            self._text(24, LEGEND - 32, LINE, line, _font(16, mono=True), INK)

    def _text(
        self,
        x: float,
        wide: float,
        high: float,
        text: str,
        font: QFont,
        colour: QColor,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """On one line, cut where it does not fit."""
        self._painter.setFont(font)
        self._painter.setPen(colour)
        cut = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(wide))
        self._painter.drawText(QRectF(self._x + x, self._y, wide, high), side | Qt.AlignmentFlag.AlignVCenter, cut)
