"""Who may ask the simulated WeChat Pay."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """A merchant that the simulator knows. `public_key` is the PEM of the merchant certificate's key.

    With a `sub_mchid` it is a service provider, and may take money for that merchant alone. What is told by itself is
    sealed with `api_v3_key`.
    """

    mchid: str
    appid: str
    serial: str
    public_key: bytes
    name: str
    sub_mchid: str = ""
    sub_appid: str = ""
    api_v3_key: bytes = b""
