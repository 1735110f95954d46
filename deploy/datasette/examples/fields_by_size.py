"""Do small places work on other things than large ones? With DuckDB, from the Parquet files.

python fields_by_size.py smart-city-katalog.parquet.zip fields_by_size.svg
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import duckdb
import matplotlib.pyplot as plt

archive, chart = sys.argv[1:]

FIELDS_BY_SIZE = """
    WITH places AS (  -- a measure runs where it says, else in the only municipality of its project
        SELECT measure, municipality FROM 'measures_municipalities.parquet'
         UNION
        SELECT m.id, any_value(l.municipality)
          FROM 'measures.parquet' m JOIN 'projects_municipalities.parquet' l USING (project)
         GROUP BY m.id HAVING count(*) = 1
    ), placed AS (
        SELECT DISTINCT l.measure, m.population >= 100_000 AS is_large
          FROM places l JOIN 'municipalities.parquet' m ON m.id = l.municipality
         WHERE m.population IS NOT NULL
    ), shares AS (
        SELECT f.label_de AS field,
               100 * count(*) FILTER (NOT is_large) / (SELECT count(*) FROM placed WHERE NOT is_large) AS small,
               100 * count(*) FILTER (is_large) / (SELECT count(*) FROM placed WHERE is_large) AS large
          FROM placed JOIN 'measures_fields.parquet' l USING (measure) JOIN 'fields.parquet' f ON f.id = l.field
         GROUP BY ALL
    )
    SELECT field, small, large FROM shares ORDER BY small - large
"""

with TemporaryDirectory() as folder:
    ZipFile(archive).extractall(folder)
    duckdb.sql(f"SET file_search_path = '{Path(folder).as_posix()}'")
    rows = duckdb.sql(FIELDS_BY_SIZE).fetchall()

for field, small, large in rows:
    print(f"{small:5.1f} % {large:5.1f} %  {field}")

figure, axes = plt.subplots(figsize=(9, 7))
axes.hlines(
    range(len(rows)), [small for _, small, _ in rows], [large for _, _, large in rows], color="lightgrey"
)
axes.scatter([small for _, small, _ in rows], range(len(rows)), label="unter 100.000 Einwohner")
axes.scatter([large for _, _, large in rows], range(len(rows)), label="ab 100.000 Einwohner")
axes.set_yticks(range(len(rows)), [field for field, *_ in rows])
axes.set(title="Woran kleinere und größere Orte arbeiten", xlabel="% der Maßnahmen am Ort")
axes.legend()
figure.savefig(chart, bbox_inches="tight")
