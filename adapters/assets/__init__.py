"""The data that come with the program (`assets/`): TOML files, their shapes by pydantic, their sense by the domain."""
