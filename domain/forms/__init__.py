"""Forms as values: their fields, what is wrong with an answer, and what is asked once all is right."""
