"""pos_app: a counter app whose payments are never guessed."""

__version__ = "0.1.0"
