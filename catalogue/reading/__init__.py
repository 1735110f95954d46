"""Files become entries: text, YAML with the position of every value, validated values, and every flaw said in German."""
