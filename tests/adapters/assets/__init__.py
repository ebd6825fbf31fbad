"""Reading the data that come with the program."""
