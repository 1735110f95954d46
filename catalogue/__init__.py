"""The Smart City catalogue: content compiled into an edition and served."""
