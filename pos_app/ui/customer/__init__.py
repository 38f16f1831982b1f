"""The customer display: one window, one face at a time, each a picture of the last snapshot and the clock."""
