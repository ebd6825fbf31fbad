"""Tiers (缴费档次), rates and windows: dated data with sources, never constants in code (facts 2)."""

from domain.policy.book import PolicyBook
from domain.policy.error import PolicyError
from domain.policy.hours import Closure
from domain.policy.tiers import Policy, Tier, Tiers, tier_label

__all__ = ["Closure", "Policy", "PolicyBook", "PolicyError", "Tier", "Tiers", "tier_label"]
