"""The vocabulary of a shop that is paid through a gateway. Standard library only, no input or output."""
