"""What is wrong with policy data."""


class PolicyError(ValueError):
    """Policy data that contradict themselves, or ask for what no screen can do; the message says what is wrong."""
