"""What a shop has set up: its settings file, the places of one till's files, its keys in the OS keyring, its log."""
