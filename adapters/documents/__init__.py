"""Certificates on paper: templates in assets/certificates, filled in and set by Typst."""
