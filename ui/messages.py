"""What Qt has to say goes into the log, without its text: that may hold what stood on a screen."""

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from domain.logs import terminal as events
from domain.logs.log import Log

log = Log("kiosk.qt")
CALM = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


def listen() -> None:
    """From now on, in place of Qt's own printing."""
    qInstallMessageHandler(_said)


def _said(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    # Both are None where Qt was built without them.
    place = f"{(context.file or '').rsplit('/', 1)[-1]}:{context.line}" if context.file else ""
    event = events.QtSaid(context.category or "", place)
    if kind in CALM:
        log.debug(event)
    elif kind is QtMsgType.QtWarningMsg:
        log.warning(event)
    else:
        log.error(event)
