"""What printers say is the matter with them (printer-state-reasons, RFC 8011 §5.4.12), told as a condition."""

from collections.abc import Iterable

from domain.printing.printer import Condition, worst

_CONDITIONS = {
    Condition.NO_PAPER: ("media-empty", "media-needed", "input-tray-missing"),
    Condition.JAM: ("media-jam",),
    Condition.COVER_OPEN: ("cover-open", "door-open", "interlock-open"),
    Condition.LOW: ("media-low", "toner-low", "marker-supply-low", "developer-low", "marker-waste-almost-full"),
    Condition.OFFLINE: (
        "offline",
        "shutdown",
        "deactivated",
        "connecting-to-device",
        "timed-out",
        "stopped-partly",
        "paused",
        "moving-to-paused",
    ),
    # A sheet without toner proves nothing, so nothing may be sent; there is no word of its own for it.
    Condition.UNKNOWN: (
        "toner-empty",
        "marker-supply-empty",
        "developer-empty",
        "marker-waste-full",
        "output-area-full",
        "other",
    ),
}
_CONDITION = {reason: condition for condition, reasons in _CONDITIONS.items() for reason in reasons}


def told(reasons: Iterable[str], stopped: bool) -> Condition:
    """The condition of a printer that gives these reasons; `stopped` is whether its state is stopped.

    Whether a reason is a -report, a -warning or an -error is not heard: many printers say by it no more than that they
    are idle, at work or stopped, so that an idle one without paper is media-empty-report. An empty second tray counts.
    A word that is not known stops nobody by itself; a stopped printer without one that is known is UNKNOWN.
    """
    found = worst(tuple(_CONDITION.get(_word(reason), Condition.OK) for reason in reasons))
    return Condition.UNKNOWN if stopped and found.ready else found


def _word(reason: str) -> str:
    return reason.removesuffix("-error").removesuffix("-warning").removesuffix("-report")
