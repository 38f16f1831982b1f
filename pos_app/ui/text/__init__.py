"""Every wording that depends on a state, a problem, a time or an amount."""
