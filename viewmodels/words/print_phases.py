"""The phases of a paper on its way to a printer, whatever paper it is."""

from enum import Enum, auto

from domain.printing.printer import JobState
from domain.words import Text


class Phase(Enum):
    SETTING = auto()
    """the paper is being made"""
    UNSET = auto()
    """the paper could not be made"""
    READY = auto()
    SENDING = auto()
    """on its way to the printer, perhaps set first"""
    PRINTING = auto()
    STOPPING = auto()
    """a job is being called off"""
    PRINTED = auto()
    FAILED = auto()
    LOST = auto()
    REFUNDED = auto()
    """what it is about has been paid back meanwhile"""


UNDER_WAY = {Phase.SENDING, Phase.PRINTING, Phase.STOPPING}
ENDS = {JobState.PRINTED: Phase.PRINTED, JobState.FAILED: Phase.FAILED, JobState.LOST: Phase.LOST}
KINDS = {Phase.PRINTED: "good", Phase.FAILED: "bad", Phase.UNSET: "bad", Phase.LOST: "unknown"}
"""How it stands in a word; neutral where nothing is said here."""
SENDING, STOPPING = Text("正在送到打印机"), Text("正在停止打印")
STOP = Text("停止打印")
