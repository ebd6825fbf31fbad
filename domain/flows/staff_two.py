"""What takes two of the staff: a form about money whose last fields are the second one's number and PIN."""

from collections.abc import Callable

from domain.flows.steps import Form
from domain.flows.visit import OnDuty
from domain.forms import two
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import Answers, Field
from domain.forms.scopes import TWO
from domain.terminal.duty import StaffDoor
from domain.words import Text

BY_THE_SECOND = Text("第二人自己输，两人都记进账本")


def of_two(
    name: str,
    title: Text,
    fields: tuple[Field, ...],
    submit: Callable[[OnDuty], Text],
    ask: Callable[[StaffDoor, OnDuty, Answers], Onward[OnDuty] | Wrong],
) -> Form[StaffDoor, OnDuty]:
    """It shows what it is about, and leads back to the list that it was opened from."""
    asked = (*fields, two.SECOND, two.SECOND_PIN)
    return Form(TWO, name, title, asked, submit, ask, ("settled",), lead=BY_THE_SECOND, about=True)
