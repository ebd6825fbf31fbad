"""The pretended world and what plays with it. Of the rest only main, commands and tests import it."""
