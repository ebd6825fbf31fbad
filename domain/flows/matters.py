"""按事项办理: what one came for, and the channels that can do it. Not in the guide, but how a visitor asks."""

from domain.flows.channels import CHANNELS
from domain.flows.channels import matters as known
from domain.flows.engine import Screen, Table
from domain.flows.steps import PickChannel, Way


def _screen(matter: known.Matter) -> Screen:
    able = [channel for channel in CHANNELS.values() if matter in channel.matters]
    ways = tuple(Way(channel.id, channel.matters[matter]) for channel in able)
    return Screen(PickChannel(matter.title, ways), {channel.id: channel.start for channel in able}, "00", "matters")


MATTERS = Table("matter", known.PAY.id, {matter.id: _screen(matter) for matter in known.MATTERS}, each_is_a_start=True)
