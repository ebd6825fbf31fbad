"""A hall in a bare root: who pretends to be a payment network there, and who comes to pay. `scripts/prove-hall`."""
