"""Forms and lists as they are handed out: what they may ask is bound to one desk and one part of a visit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic

from domain.flows.steps import Case, Cases, Entry, Form, Listing
from domain.flows.steps.listing import Choose
from domain.flows.visit import OnDuty, Success
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.desks import Almanac
from domain.forms.fields import Answers
from domain.forms.scopes import D, G
from domain.identity.captcha import Captchas
from domain.ports import SmsCodes
from domain.readers.reader import Readers
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text
from viewmodels.words.rows import Pair
from viewmodels.worker import Worker


@dataclass(frozen=True, slots=True)
class Sheet(Generic[D, G]):
    """A form as it is handed out: what it asks, at which desk, with what its matter has been given, what it holds."""

    step: Form[D, G]
    desk: D
    given: G
    held: Answers

    @property
    def submit(self) -> Text:
        """On its button."""
        return self.step.submit if isinstance(self.step.submit, Text) else self.step.submit(self.given)

    def ask(self, answers: Answers) -> Onward[G] | Wrong:
        """On a worker. Raises Unreachable."""
        return self.step.ask(self.desk, self.given, answers)

    def prepare(self) -> Answers:
        """On a worker: what is filled in at first. Raises Unreachable."""
        return self.step.prepare(self.desk, self.given) if self.step.prepare else {}

    def left(self, outcome: str) -> Onward[G]:
        """Another way on than by asking."""
        return Onward(outcome, self.given)


@dataclass(frozen=True, slots=True)
class Helpers:
    """Whom any form may need, whatever it asks: what answers are judged by, who sends codes, what reads cards."""

    almanac: Almanac
    codes: SmsCodes
    captchas: Captchas
    worker: Worker
    readers: Readers


Ended = Callable[[Onward[Any], Answers], None]
"""How a form ends: the way on, and what it holds by then."""


@dataclass(frozen=True, slots=True)
class Sheaf(Generic[D, G]):
    """A list as it is handed out: what it asks, at which desk, with what its matter has been given.

    `remark` is what has been done before and `success` how that is, `about` what it shows of the visitor.
    """

    step: Listing[D, G]
    desk: D
    given: G
    remark: Text = NOTHING
    about: tuple[Pair, ...] = ()
    success: Success = Success.GOOD

    def read(self) -> tuple[tuple[Entry, ...], Text]:
        """On a worker: the rows, and what one has to know. Raises Unreachable."""
        return self.step.read(self.desk, self.given)

    def do(self, choose: Choose[D, G], row: str) -> Onward[G] | Wrong | Done:
        """On a worker: what a button does. Raises Unreachable."""
        return choose(self.desk, self.given, row)

    def other(self) -> Onward[G]:
        """The second way on."""
        return self.step.on(self.given)


@dataclass(frozen=True, slots=True)
class Docket:
    """Cases as they are handed out, at which desk, to whom of the staff."""

    step: Cases[Any]
    desk: Outages
    given: OnDuty

    @property
    def opened(self) -> str:
        """The case that was open when they last went on from here; empty if none was."""
        given = self.given
        if given.case:
            return given.case.order.number
        if given.bill:
            return given.bill.case.number
        return given.refund.application.number if given.refund else given.application

    def read(self) -> tuple[tuple[Case, ...], Text]:
        """On a worker: what lies there, and what one has to know. Raises Unreachable."""
        return self.step.read(self.desk, self.given)

    def do(self, choose: Choose[Outages, OnDuty], case: str) -> Onward[OnDuty] | Wrong | Done:
        """On a worker: take a way out. Raises Unreachable."""
        return choose(self.desk, self.given, case)

    def other(self) -> Onward[OnDuty]:
        """On to what waits elsewhere."""
        return self.step.on(self.given)
