"""Repayments (原路退回): money that goes back through the network that took it, each try under a number of its own."""
