"""A form's row, and a row for each of its fields that is picked on a screen of its own."""

from collections.abc import Callable, Mapping

from domain.flows.engine import Screen
from domain.flows.steps import Form, PickAgency, PickOption
from domain.forms.fields import AgencyField, Select
from domain.visit import Visit


def form_rows(
    at: str, form: Form, to: Mapping[str, str], code: str, section: str, *, counts: bool = False
) -> dict[str, Screen]:
    """The rows: `at`, and `<at>_<field>` for each picked field, which comes back to it."""
    rows = {}
    outcomes = dict(to)
    for field in form.fields:
        picker = f"{at}_{field.key}"
        match field:
            case Select():
                rows[picker] = Screen(PickOption(field.label, form.name, field), {"picked": at}, code, section)
            case AgencyField():
                step = PickAgency(field.label, _into(form.name, field.key), _chosen(form.name, field.key))
                rows[picker] = Screen(step, {"picked": at}, code, section)
            case _:
                continue
        outcomes[f"pick_{field.key}"] = picker
    return {at: Screen(form, outcomes, code, section, counts), **rows}


def _into(form: str, field: str) -> Callable[[Visit, str], Visit]:
    """Puts a chosen code into a form's field."""
    return lambda visit, code: visit.with_answers(form, {**visit.filled.get(form, {}), field: code})


def _chosen(form: str, field: str) -> Callable[[Visit], str]:
    """The code that a form's field holds."""
    return lambda visit: visit.filled.get(form, {}).get(field, "")
