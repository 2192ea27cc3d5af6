"""The application."""
__version__ = "1.2"
