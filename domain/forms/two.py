"""The second person of the staff, who comes to a form that takes two."""

from dataclasses import replace

from domain.flows.visit import OnDuty
from domain.forms import staff
from domain.forms.asking import Wrong
from domain.forms.fields import Answers
from domain.terminal.duty import StaffDoor, TwoOnDuty
from domain.terminal.staff import Answer, Verdict
from domain.words import Text

SECOND = replace(staff.NUMBER, key="second", label=Text("第二人工号"), hint=Text("另一位工作人员自己输"))
SECOND_PIN = replace(staff.PIN, key="second_pin", label=Text("第二人口令"))


def both(door: StaffDoor, at_work: OnDuty, answers: Answers) -> TwoOnDuty | Wrong:
    """Both of them, or why not: what can be typed anew is said below its field, how long to wait above all."""
    two = door.joins(at_work.duty, answers[SECOND.key], answers[SECOND_PIN.key])
    if not isinstance(two, Answer):
        return two
    blamed = {Verdict.SAME: SECOND.key, Verdict.WRONG: SECOND_PIN.key}.get(two.verdict)
    told = staff.refusal(two)
    return Wrong(errors={blamed: told}, use=blamed) if blamed else Wrong(told)
