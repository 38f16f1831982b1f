"""The gateway as it is on the wire: what is sent, what comes back, and what a QR says."""
