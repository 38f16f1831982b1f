"""What can be wrong with the way through the relay."""

from __future__ import annotations

from enum import Enum


class RelayTrouble(Enum):
    """Where a person would look for the cause."""

    CUT_OFF = "cut_off"  # no connection, or it broke, or nobody answers behind it
    NOT_TRUSTED = "not_trusted"  # its certificate
    NO_RELAY = "no_relay"  # somebody else answers at its address
    MOVED = "moved"
    NOT_LET_IN = "not_let_in"
    BUSY = "busy"  # it limits this till, or has no room
    NO_ECHO = "no_echo"  # what is posted where the gateway posts does not come back
    NO_KEYS = "no_keys"  # the keyring does not give what opens the mailbox, or the key beside it
    OUR_FAULT = "our_fault"
