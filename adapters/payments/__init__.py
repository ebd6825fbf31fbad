"""Thin clients of the payment networks: each is a `domain.payment.network.PaymentNetwork`."""
