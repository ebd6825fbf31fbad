"""A paper to the phone: a page behind a code, which hands it over once."""
