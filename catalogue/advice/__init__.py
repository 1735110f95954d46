"""Advice worked out from plain values: places like ours, the self-check, the reuse check."""
