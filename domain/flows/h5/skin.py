"""Where screens that channels share stand: their channel, and the guide's sections for what they do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skin:
    """Each field but `channel` is a section of the guide; `proof` is 缴费证明, `tax` 完税证明, `records` 缴费记录."""

    channel: str
    declare: str
    flexible: str
    confirm: str
    resident: str
    proof: str
    tax: str
    records: str

    def at(self, screen: str) -> str:
        """The id of a screen in this channel."""
        return f"{self.channel}.{screen}"
