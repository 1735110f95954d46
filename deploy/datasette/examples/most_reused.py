"""What runs at the most places besides the one that built it? With Python's own sqlite3, from the database.

python most_reused.py smart-city-katalog.db most_reused.svg
"""

import sqlite3
import sys

import matplotlib.pyplot as plt

database, chart = sys.argv[1:]

TEN_MOST_REUSED = """
    SELECT from_title, count(DISTINCT to_name) AS places
      FROM transfers
     WHERE in_use_elsewhere
     GROUP BY from_id
     ORDER BY places DESC, from_title
     LIMIT 10
"""

rows = sqlite3.connect(database).execute(TEN_MOST_REUSED).fetchall()
for title, places in rows:
    print(f"{places:4} {title}")

titles, places = zip(*reversed(rows), strict=True)
figure, axes = plt.subplots(figsize=(9, 5))
axes.bar_label(axes.barh(titles, places))
axes.set(title="Andernorts im Einsatz", xlabel="Kommunen und Stellen")
figure.savefig(chart, bbox_inches="tight")
