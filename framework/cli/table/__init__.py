"""Tables as `batch` reads and writes them: in chunks, as CSV or Parquet."""
