"""Where visitors get stuck (`domain/terminal/stuck.py`), in words: which screen, and what most goes wrong there."""

from domain.desk.stuck import Stuck
from domain.flows.catalogue import SCREENS
from domain.flows.channels import CHANNELS
from domain.flows.engine import channel_of
from domain.flows.steps import Form
from domain.words import NOTHING, Text, Verbatim

OTHER = Text("别的提示")


def screen(id: str) -> Text:
    """A screen by its channel and title; one that an older release had by its id."""
    row, channel = SCREENS.get(id), CHANNELS.get(channel_of(id))
    if row is None:
        return Verbatim(id)
    return Text("{channel}，{title}", channel=channel.name, title=row.step.title) if channel else row.step.title


def hurdle(one: Stuck) -> Text:
    """What was wrong in most visits: a field by its label; of a refusal only that it was one. Empty if nothing was."""
    if not one.wrong:
        return NOTHING
    which, visits = next(iter(one.wrong.items()))
    row = SCREENS.get(one.screen)
    fields = row.step.fields if row and isinstance(row.step, Form) else ()
    label = next((field.label for field in fields if field.key == which), OTHER)
    return Text("{what}，{visits} 人次", what=label, visits=visits)
