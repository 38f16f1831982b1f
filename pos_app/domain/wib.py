"""The time zone in which the shop, its papers and the gateway tell the time."""

from __future__ import annotations

from datetime import timedelta, timezone

WIB = timezone(timedelta(hours=7), "WIB")
"""Western Indonesian time, the zone of the gateway's texts (wire-facts 11); it has no summer time."""
