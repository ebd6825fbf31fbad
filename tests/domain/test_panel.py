"""How large and how high things are on panels whose measures are known."""

import pytest

from domain.terminal.panel import Layout, Panel
from ui.measures import LOW, Line, unmet

UPRIGHT = Panel(21.5, Layout.PORTRAIT, bottom_mm=740, distance_mm=700)


@pytest.mark.parametrize(
    ("diagonal_in", "layout", "thirty_pixels_mm", "height_mm"),
    [
        (21.5, Layout.PORTRAIT, 7.4, 476),
        (21.5, Layout.LANDSCAPE, 7.4, 268),
        (43, Layout.PORTRAIT, 14.9, 952),
        (19, Layout.SQUARE, 7.9, 301),
    ],
)
def test_measures(diagonal_in: float, layout: Layout, thirty_pixels_mm: float, height_mm: float) -> None:
    panel = Panel(diagonal_in, layout, bottom_mm=700, distance_mm=700)
    assert panel.mm(30) == pytest.approx(thirty_pixels_mm, abs=0.05)
    assert panel.height_mm == pytest.approx(height_mm, abs=0.5)
    assert panel.height_of(0) == pytest.approx(700 + height_mm, abs=0.5)


def test_what_is_farther_away_looks_smaller() -> None:
    near, far = (Panel(21.5, Layout.PORTRAIT, 740, distance) for distance in (609, 1218))
    assert near.degrees(30) == pytest.approx(0.7, abs=0.001)  # 7.44 mm at 609 mm
    assert far.degrees(30) == pytest.approx(0.35, abs=0.001)


@pytest.mark.parametrize(("bottom_mm", "too_high"), [(743, False), (744, False), (745, True)])
def test_what_hangs_too_high(bottom_mm: float, too_high: bool) -> None:
    assert Panel(21.5, Layout.PORTRAIT, bottom_mm, 700).too_high is too_high


@pytest.mark.parametrize(
    ("panel", "names"),
    [
        (UPRIGHT, []),
        (Panel(21.5, Layout.PORTRAIT, 780, 700), []),
        (Panel(21.5, Layout.PORTRAIT, 820, 700), ["highest, low reach"]),
        (Panel(43, Layout.PORTRAIT, 700, 700), ["highest, low reach"]),
        (Panel(21.5, Layout.PORTRAIT, 740, 1200), ["text, as it looks"]),
        (Panel(10.1, Layout.LANDSCAPE, 900, 400), ["smallest text", "text, large", "main target", "gap"]),
    ],
)
def test_what_no_size_of_text_meets(panel: Panel, names: list[str]) -> None:
    """780 mm is met by low reach alone."""
    assert [line.name for line in unmet(panel)] == names


def test_bounds_are_met() -> None:
    assert LOW.met(1220)
    assert not LOW.met(1220.1)
    assert Line("gap", "mm", least=2.5).met(2.5)
    assert not Line("gap", "mm", least=2.5).met(2.49)
