"""Files become entries: text, YAML with the position of every value, validated values, prose, and the cache of them.

Every flaw of a file becomes a problem with line, column and remedy in German; nothing raises for bad content. What only
other entries can tell is left to `checking`.
"""
