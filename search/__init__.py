"""Finding: documents in, hits out. Knows nothing of Flask, SQLite or files of content."""
