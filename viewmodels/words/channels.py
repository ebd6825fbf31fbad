"""Channels as Home, headers and lists name them."""

from domain.flows.channels import CHANNELS
from domain.words import Text, Verbatim


def glyph(channel: str) -> Text:
    """A channel's character; the first letter of an id that is none of ours."""
    return CHANNELS[channel].glyph if channel in CHANNELS else Verbatim(channel[:1])


def name(channel: str) -> Text:
    """A channel's name; its id where it is none of ours."""
    return CHANNELS[channel].name if channel in CHANNELS else Verbatim(channel)
