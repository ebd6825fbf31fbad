"""How domain values are said on screens. Importing the room costs nothing."""
