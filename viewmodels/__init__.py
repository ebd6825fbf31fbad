"""What the screens show and what can be done there. Knows the domain; neither QML, storage nor adapters."""
