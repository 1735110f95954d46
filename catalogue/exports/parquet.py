"""Tables as Parquet, whose columns keep their types and what they mean (https://parquet.apache.org/docs/)."""

from __future__ import annotations

import io
from datetime import date

from catalogue.exports.typed_tables import TypedTable


def parquet_file(table: TypedTable, about: dict[str, str]) -> bytes:
    """A table as a file. `about` says what it belongs to and stands in the file's metadata."""
    import pyarrow
    from pyarrow import parquet

    types = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
        date: pyarrow.date32(),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, types[column.type], metadata={"description": column.description})
            for column in table.columns
        ],
        metadata={**about, "description": table.description},
    )
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    arrays = [pyarrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    written = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), written, compression="zstd")
    return written.getvalue()
