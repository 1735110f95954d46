"""Files become entries: text, YAML with its places, validated values, and every flaw said in German."""
