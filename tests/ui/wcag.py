"""Contrast by WCAG 2.2, between two colours as they are on the screen."""

from viewmodels.shell.access import Contrast

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""
LEAST = {Contrast.NORMAL: 4.5, Contrast.HIGH: 7.0, Contrast.DARK: 4.5}
"""What text has at least (1.4.3), and text that was asked to stand out (1.4.6)."""


def ratio(one: Colour, other: Colour) -> float:
    """From 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (LINEAR[part] for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


LINEAR = tuple(part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in range(256))
