"""A form's row, and a row for each of its fields that is picked on a screen of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from domain.flows.engine import Screen
from domain.flows.steps import Form, PickAgency, PickAuthority, PickCounty, PickDay, PickMonth, PickOption
from domain.flows.visit import Visit
from domain.forms.fields import AgencyField, AuthorityField, CountyField, DayField, MonthField, Select


def form_rows(
    at: str, form: Form[Any, Any], to: Mapping[str, str], code: str, section: str, *, counts: bool = False
) -> dict[str, Screen]:
    """The rows: `at`, and `<at>_<field>` for each picked field, which comes back to it."""
    rows = {}
    outcomes = dict(to)
    for field in form.fields:
        picker, place = f"{at}_{field.key}", AnswerPlace(form.name, field.key)
        match field:
            case Select():
                rows[picker] = Screen(PickOption(field.label, form.name, field), {"picked": at}, code, section)
            case AgencyField():
                agencies = PickAgency(field.label, place)
                rows[picker] = Screen(agencies, {"picked": at}, code, section)
            case AuthorityField():
                authorities = PickAuthority(field.label, place)
                rows[picker] = Screen(authorities, {"picked": at}, code, section)
            case CountyField():
                rows[picker] = Screen(
                    PickCounty(field.label, replace(place, clears=field.clears)), {"picked": at}, code, section
                )
            case DayField():
                rows[picker] = Screen(PickDay(field.label, form.name, field), {"picked": at}, code, section)
            case MonthField():
                rows[picker] = Screen(PickMonth(field.label, form.name, field), {"picked": at}, code, section)
            case _:
                continue
        outcomes[f"pick_{field.key}"] = picker
    return {at: Screen(form, outcomes, code, section, counts), **rows}


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """In one field of one form; a `Place`."""

    form: str
    field: str
    clears: tuple[str, ...] = ()

    def put(self, visit: Visit, code: str) -> Visit:
        answers = visit.filled.get(self.form, {})
        kept = {key: text for key, text in answers.items() if code == self.get(visit) or key not in self.clears}
        return visit.with_answers(self.form, {**kept, self.field: code})

    def get(self, visit: Visit) -> str:
        return visit.filled.get(self.form, {}).get(self.field, "")
