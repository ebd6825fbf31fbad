"""Channels as Home, headers and lists name them."""

from domain.flows.channels import CHANNELS
from domain.words import Text, Verbatim


def name(channel: str) -> Text:
    """A channel's name; its id where it is none of ours."""
    return CHANNELS[channel].name if channel in CHANNELS else Verbatim(channel)
