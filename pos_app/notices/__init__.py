"""Hearing the gateway through the relay, and proving all the time that the way is open."""
