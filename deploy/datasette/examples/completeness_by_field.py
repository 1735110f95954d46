"""How often do measures tell what decides on reuse? By field of action, with pandas, from the CSV files.

python completeness_by_field.py smart-city-katalog.csv.zip completeness.svg
"""

import json
import sys
from zipfile import ZipFile

import pandas as pd

archive, chart = sys.argv[1:]

with ZipFile(archive) as files, files.open("measures_overview.csv") as file:
    measures = pd.read_csv(file)

measures["field"] = measures["fields"].map(json.loads)  # a measure counts in each of its fields
told = measures.explode("field").groupby("field")
shares = pd.DataFrame(
    {
        "Kosten": told["cost_amount_eur"].apply(lambda amounts: amounts.notna().mean()),
        "Lizenz": told["licence"].apply(lambda licences: licences.notna().mean()),
        "Ergebnis": told["result_count"].apply(lambda counts: (counts > 0).mean()),
    }
).sort_values("Ergebnis")

print(shares.map("{:.0%}".format))
axes = (100 * shares).plot.barh(figsize=(9, 8), width=0.8)
axes.set(title="Was Maßnahmen sagen, nach Handlungsfeld", xlabel="% der Maßnahmen", ylabel="")
axes.figure.savefig(chart, bbox_inches="tight")
