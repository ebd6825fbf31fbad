"""Channels as Home, headers and lists name them."""

from domain.flows.channels import CHANNELS


def name(channel: str) -> str:
    """A channel's name; its id where it is none of ours."""
    return CHANNELS[channel].name if channel in CHANNELS else channel
