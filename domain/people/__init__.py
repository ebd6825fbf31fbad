"""Who pays: persons, what they are enrolled in and owe, where, and what was paid for them."""
