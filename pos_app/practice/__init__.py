"""A faithful Midtrans Core API on loopback, and the page on which a person plays the customer.

It shares no code with the till, on purpose: a mistake in one must not be mirrored in the other.
Amounts are whole rupiah (int), times are aware UTC, durations are `timedelta` or seconds where said.
"""
