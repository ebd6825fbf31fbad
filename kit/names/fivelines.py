"""A test of a screen in five lines, made of how it is walked; it passes when it is run."""

from kit.walks.stops import CARD, HOLD, PERSON, PHONE, SMS, TYPE, Stop

LINES = 5
HELPED = {PHONE: "phone.pays()", SMS: "kiosk.gets_sms()"}
WORDS = {"captcha", "print", "download", "sweep", "bills", "platform", "week", "copy"}
"""Touches of a walk that are more than one."""


def five_lines(screen: str, title: str, stop: Stop, onward: str) -> list[str]:
    """`title` is what the screen is called, or empty; `onward` the screen after what is touched on `stop`."""
    touches = _touches(stop.touches)
    body = [f'kiosk.opens("{screen}")']
    called = [f'assert kiosk.says("title") == "{title}"'] if title else []
    shows = [f'kiosk.shows("{onward}")'] if onward and touches else []
    room = LINES - 1 - len(body)
    if len(touches) + len(shows) > room:
        shows = []
    if len(touches) + len(shows) < room:
        body += called
    body += [*touches[: LINES - 1 - len(body) - len(shows)], *shows]
    used = [name for name in ("person", "phone") if any(f"{name}(" in line or f"{name}." in line for line in body)]
    return [f"def test_{screen.replace('.', '_')}({', '.join(['kiosk', *used])}):", *(f"    {line}" for line in body)]


def _touches(touches: tuple[str, ...]) -> list[str]:
    """What is touched, as a test says it; a field and what is typed into it are one line."""
    lines = []
    for before, touch, after in zip(("", *touches), touches, (*touches[1:], ""), strict=False):
        if touch.startswith("field.") and after.startswith(TYPE):
            lines.append(f'kiosk.types("{touch}", "{after.removeprefix(TYPE)}")')
        elif not (before.startswith("field.") and touch.startswith(TYPE)):
            lines.append(_line(touch))
    return lines


def _line(touch: str) -> str:
    word, colon, what = touch.partition(":")
    match f"{word}{colon}":
        case kind if kind == PERSON:
            return f'kiosk.is_given(person("{what}"))'
        case kind if kind == CARD:
            return f'kiosk.reads_card(person("{what}"))'
        case kind if kind == HOLD:
            name, _, screen = what.partition(":")
            return f'kiosk.holds("{name}", until="{screen}")'
    if touch in HELPED:
        return HELPED[touch]
    return f'kiosk.does("{touch}")' if colon or touch in WORDS else f'kiosk.touch("{touch}")'
