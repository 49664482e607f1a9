"""What to do about a damaged index, said the same way wherever one is met."""

REPAIR = "raadsbron doctor --repair"
"""The command that repairs what `store.checkup` finds."""

REPAIR_HINT = (
    f"Herstel de index met: {REPAIR} (of lees alles opnieuw in met: raadsbron ingest --rebuild MAP)"
)
"""A sentence without its full stop, so that a command is never copied with one."""
