"""图形验证码: pictures that can be read, and answers that are good once."""

from collections.abc import Callable
from io import BytesIO
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from adapters.captchas import FIGURES, HEIGHT, INKS, KEPT, LARGEST, LENGTH, PENCILS, PLAIN_INK, WIDTH, DrawnCaptchas
from domain.identity.captcha import TRIES, Captcha, CaptchaKind

LETTERS, SUM = CaptchaKind.FIGURES, CaptchaKind.SUM
ANSWER = {LETTERS: "2222", SUM: "2"}
"""To what is drawn where chance always gives 0."""


def captchas(below: Callable[[int], int] = lambda n: 0) -> DrawnCaptchas:
    serial = count(1)
    return DrawnCaptchas(below, lambda: f"captcha-{next(serial)}")


def opened(captcha: Captcha) -> Image.Image:
    picture = Image.open(BytesIO(captcha.picture), formats=["PNG"])
    picture.load()
    return picture


def contrast(colour: tuple[int, ...]) -> float:
    """Against white, by WCAG 2.2."""
    parts = [v / 255 / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in colour]
    return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05)


def share(picture: Image.Image, which: Callable[[float], bool]) -> float:
    """The share of the picture's area whose contrast to white is such."""
    areas = picture.getcolors(WIDTH * HEIGHT)
    assert areas is not None
    return sum(area for area, colour in areas if isinstance(colour, tuple) and which(contrast(colour))) / (
        WIDTH * HEIGHT
    )


@pytest.mark.parametrize("kind", CaptchaKind)
@settings(max_examples=20, deadline=None)
@given(chance=st.randoms(use_true_random=False))
def test_a_picture_is_dark_figures_on_light_paper(kind: CaptchaKind, chance: Random) -> None:
    """What is neither ink nor paper is edges only; and no figure reaches over the paper's edge."""
    picture = opened(captchas(chance.randrange).draw(kind))
    assert picture.size == (WIDTH, HEIGHT)
    ink, paper = share(picture, lambda c: c >= 7), share(picture, lambda c: c < 1.8)
    assert 0.05 < ink < 0.35
    assert ink + paper > 0.95
    left, top, right, bottom = picture.convert("L").point(lambda v: 255 * (v < 160)).getbbox() or (0, 0, 0, 0)
    assert left > 0 and top > 0 and right < WIDTH and bottom < HEIGHT


@pytest.mark.parametrize("ink", [*INKS, PLAIN_INK])
def test_every_ink_stands_out(ink: tuple[int, int, int]) -> None:
    assert contrast(ink) >= 7


@pytest.mark.parametrize("pencil", PENCILS)
def test_no_line_stands_out(pencil: tuple[int, int, int]) -> None:
    assert contrast(pencil) < 1.7


def test_a_sum_stands_alone() -> None:
    """No lines, one ink: its colours are greys between the ink and the paper, and most of it is plain white."""
    assert share(opened(captchas().draw(SUM)), lambda c: c == 1) > 0.8


def test_no_two_pictures_are_alike() -> None:
    """Not even of the same figures."""
    tilted = iter([0] * LENGTH + [1, 5, 9, 2] * 20)
    assert captchas().draw(LETTERS).picture != captchas(lambda n: next(tilted) % n).draw(LETTERS).picture
    assert captchas().draw(LETTERS).picture != captchas(lambda n: n - 1).draw(LETTERS).picture


@settings(max_examples=20, deadline=None)
@given(one=st.integers(0, LARGEST - 1), other=st.integers(0, LARGEST - 1))
def test_a_sum_is_answered_by_its_result(one: int, other: int) -> None:
    drawn = iter([one, other])
    sums = captchas(lambda n: next(drawn))
    assert sums.solved(sums.draw(SUM).id, str(one + other + 2))


def test_figures_are_answered_as_they_stand() -> None:
    drawn = iter(range(LENGTH))
    letters = captchas(lambda n: next(drawn, 0))
    assert letters.solved(letters.draw(LETTERS).id, FIGURES[:LENGTH])


@pytest.mark.parametrize("kind", CaptchaKind)
class TestAnswers:
    @pytest.mark.parametrize("around", ["{}", " {}", "{}\n", "　{} "])
    def test_a_right_one_is_good_once(self, kind: CaptchaKind, around: str) -> None:
        desk = captchas()
        asked = desk.draw(kind).id
        assert desk.solved(asked, around.format(ANSWER[kind]))
        assert not desk.solved(asked, ANSWER[kind])

    def test_figures_may_be_wide(self, kind: CaptchaKind) -> None:
        desk = captchas()
        assert desk.solved(desk.draw(kind).id, ANSWER[kind].replace("2", "２"))

    @pytest.mark.parametrize("answer", ["", " ", "3", "22", "22222", "-2", "two"])
    def test_after_a_wrong_one_none_is_right(self, kind: CaptchaKind, answer: str) -> None:
        desk = captchas()
        asked = desk.draw(kind).id
        assert not desk.solved(asked, answer)
        assert not desk.solved(asked, ANSWER[kind])
        assert not desk.solved(asked, "")

    def test_wrong_ones_are_counted_from_question_to_question(self, kind: CaptchaKind) -> None:
        desk = captchas()
        captcha = desk.draw(kind)
        for wrong in range(TRIES):
            assert (captcha.wrong, captcha.exhausted) == (wrong, False)
            desk.solved(captcha.id, "wrong")
            desk.solved(captcha.id, "wrong, and void already")
            captcha = desk.draw(kind, instead_of=captcha.id)
        assert (captcha.wrong, captcha.exhausted) == (TRIES, True)
        assert not desk.solved(captcha.id, ANSWER[kind])
        assert desk.draw(kind, instead_of=captcha.id).exhausted
        assert not desk.draw(kind).exhausted

    def test_another_kind_goes_on_counting(self, kind: CaptchaKind) -> None:
        desk = captchas()
        captcha = desk.draw(LETTERS)
        desk.solved(captcha.id, "wrong")
        assert desk.draw(kind, instead_of=captcha.id).wrong == 1

    def test_one_that_was_exchanged_is_void_and_no_wrong_answer(self, kind: CaptchaKind) -> None:
        desk = captchas()
        before = desk.draw(kind)
        captcha = desk.draw(kind, instead_of=before.id)
        assert not desk.solved(before.id, ANSWER[kind])
        assert captcha.wrong == 0
        assert desk.solved(captcha.id, ANSWER[kind])

    def test_a_right_one_ends_the_count(self, kind: CaptchaKind) -> None:
        desk = captchas()
        captcha = desk.draw(kind)
        desk.solved(captcha.id, "wrong")
        captcha = desk.draw(kind, instead_of=captcha.id)
        assert desk.solved(captcha.id, ANSWER[kind])
        assert desk.draw(kind, instead_of=captcha.id).wrong == 0

    def test_the_oldest_is_forgotten(self, kind: CaptchaKind) -> None:
        desk = captchas()
        asked = [desk.draw(kind).id for _ in range(KEPT + 1)]
        assert not desk.solved(asked[0], ANSWER[kind])
        assert desk.solved(asked[1], ANSWER[kind])


def test_nobody_can_answer_what_was_never_asked() -> None:
    assert not captchas().solved("", "") and not captchas().solved("captcha-1", "2")


def test_of_each_that_is_drawn_is_told() -> None:
    told: list[str] = []
    drawn = DrawnCaptchas(lambda n: 0, lambda: "captcha", lambda: told.append("a certificate will be wanted"))
    first = drawn.draw(LETTERS)
    drawn.draw(SUM, first.id)
    assert len(told) == 2
