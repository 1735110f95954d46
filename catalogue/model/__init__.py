"""What an entry is: the models of all kinds of entry and what is derived from them alone. Knows no files."""
