"""The way from each format of the file to the next: one module `m<number>_<what>.py` with `upgrade(op)` per step."""
