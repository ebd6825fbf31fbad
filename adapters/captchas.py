"""图形验证码, drawn here: four figures, because the terminal's large keypad types figures only, or a sum."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont

from domain.identity.captcha import TRIES, Captcha, CaptchaKind

FIGURES = "23456789"
"""Without 0 and 1, which look like letters, and 1 like a tilted 7."""
LENGTH = 4
LARGEST = 9
"""A sum is of two numbers from 1 to this."""
KEPT = 64
"""So many questions are remembered; with one more, the oldest is void."""

Ink = tuple[int, int, int]
Below = Callable[[int], int]

WIDTH, HEIGHT = 360, 140
"""Of the picture, in pixels."""
FINER = 3
"""Everything is drawn so many times larger first: smooth edges."""
FIGURE_SIZE, SUM_SIZE = 96, 78
"""Of the type, in pixels of the picture."""
PAPER: Ink = (255, 255, 255)
INKS: tuple[Ink, ...] = ((22, 48, 104), (8, 76, 66), (122, 30, 36), (70, 36, 112))
"""At least 9:1 against the paper."""
PLAIN_INK: Ink = (24, 28, 36)
PENCILS: tuple[Ink, ...] = ((190, 206, 230), (196, 220, 200), (232, 208, 200))
"""Under 1.7:1 against the paper: lines that are in nobody's way."""
LINES = 4
TILT = 12
"""Degrees to either side."""
SHIFT_X, SHIFT_Y = 5, 10
"""Pixels to either side."""


@dataclass(frozen=True, slots=True)
class _Question:
    """`answer` is empty once it is void. `wrong` counts as `Captcha` does, with the answer given to this one."""

    answer: str
    wrong: int


class DrawnCaptchas:
    """Implements `Captchas`. `below(n)` gives a random number under n, `token()` an id that nobody guesses.

    `drawn` is told of each: whoever solves it wants a certificate next.
    """

    def __init__(self, below: Below, token: Callable[[], str], drawn: Callable[[], None] = lambda: None) -> None:
        self._below, self._token, self._drawn = below, token, drawn
        self._lock = Lock()
        self._questions: OrderedDict[str, _Question] = OrderedDict()

    def draw(self, kind: CaptchaKind, instead_of: str = "") -> Captcha:
        """As `Captchas` says. To one that is exhausted no answer is right."""
        answer, picture = self._sum() if kind is CaptchaKind.SUM else self._figures()
        captcha = self._token()
        with self._lock:
            before = self._questions.pop(instead_of, None)
            wrong = before.wrong if before else 0
            self._questions[captcha] = _Question(answer if wrong < TRIES else "", wrong)
            if len(self._questions) > KEPT:
                self._questions.popitem(last=False)
        self._drawn()
        return Captcha(captcha, kind, picture, wrong)

    def solved(self, captcha: str, answer: str) -> bool:
        """As `Captchas` says. Spaces around it do not matter, nor that a Chinese keyboard types wide figures."""
        given = normalize("NFKC", answer).strip()
        with self._lock:
            question = self._questions.get(captcha)
            if question is None or not question.answer:
                return False
            if given != question.answer:
                self._questions[captcha] = _Question("", question.wrong + 1)
                return False
            del self._questions[captcha]
            return True

    def _figures(self) -> tuple[str, bytes]:
        text = "".join(FIGURES[self._below(len(FIGURES))] for _ in range(LENGTH))
        return text, _png(_scattered(text, self._below))

    def _sum(self) -> tuple[str, bytes]:
        one, other = 1 + self._below(LARGEST), 1 + self._below(LARGEST)
        return str(one + other), _png(_plain(f"{one} + {other} = ?"))


def _scattered(text: str, below: Below) -> Image.Image:
    """Each figure in an ink of its own, a little turned and shifted, over a few light lines."""

    def about(most: int) -> int:
        return below(2 * most + 1) - most

    sheet = _sheet()
    draw = ImageDraw.Draw(sheet)
    for _ in range(LINES):
        ends = [(0, below(sheet.height)), (sheet.width, below(sheet.height))]
        draw.line(ends, PENCILS[below(len(PENCILS))], width=3 * FINER)
    column = sheet.width // len(text)
    for place, figure in enumerate(text):
        # A mask as high as the sheet: nothing is cut off when it is turned, and nothing lands beside the paper.
        mask = Image.new("L", (sheet.height, sheet.height))
        _write(mask, figure, 255, FIGURE_SIZE)
        mask = mask.rotate(about(TILT), Image.Resampling.BICUBIC)
        left = place * column + (column - mask.width) // 2 + about(SHIFT_X) * FINER
        sheet.paste(INKS[below(len(INKS))], (left, about(SHIFT_Y) * FINER), mask)
    return sheet


def _plain(text: str) -> Image.Image:
    """Large, upright, and nothing else: for who cannot read the other."""
    sheet = _sheet()
    _write(sheet, text, PLAIN_INK, SUM_SIZE)
    return sheet


def _sheet() -> Image.Image:
    return Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)


def _write(image: Image.Image, text: str, ink: int | Ink, size: int) -> None:
    """In the middle, in bold. Pillow brings this font along: it is there whatever fonts the system has."""
    font = ImageFont.load_default(size * FINER)
    middle = image.width / 2, image.height / 2
    ImageDraw.Draw(image).text(middle, text, ink, font, anchor="mm", stroke_width=2 * FINER, stroke_fill=ink)


def _png(sheet: Image.Image) -> bytes:
    with BytesIO() as file:
        sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(file, "PNG")
        return file.getvalue()
