"""What languages are made of: word lists in TOML and the rules that need code."""
