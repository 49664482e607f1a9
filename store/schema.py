"""The tables of ``catalog.sqlite``, one file per generation."""

SCHEMA_VERSION = 8
"""One more when the tables, the embedded texts or what ingest reads change: then all is rebuilt."""

# Spans are two columns, start in and end out. Amounts are TEXT: a Decimal survives as it was read.
# Lists are JSON. The full-text table holds no text of its own: ``unit.terms`` is its content, and
# its tokens come from store.terms, so the tokenizer only has to leave them whole. A layout is one
# text of JSON (store.layout_form): it is only ever read whole. Passages and headings have a full-
# text table of their own as well: a large archive is searched in those, a sixth of all units.
TABLES = """
CREATE TABLE report (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT, date TEXT, year INTEGER,
    municipality TEXT, file_name TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL,
    copies TEXT NOT NULL, notices TEXT NOT NULL, folder TEXT NOT NULL, text TEXT NOT NULL,
    version TEXT, origins TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE page (
    report_id TEXT NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, label TEXT, health TEXT NOT NULL,
    body_start INTEGER, body_end INTEGER,
    PRIMARY KEY (report_id, position)
) WITHOUT ROWID;
CREATE TABLE section (
    report_id TEXT NOT NULL, position INTEGER NOT NULL, number TEXT, title TEXT NOT NULL,
    level INTEGER NOT NULL, parent INTEGER,
    heading_start INTEGER NOT NULL, heading_end INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (report_id, position)
) WITHOUT ROWID;
CREATE TABLE passage (
    report_id TEXT NOT NULL, position INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, section INTEGER, page INTEGER, page_end INTEGER,
    PRIMARY KEY (report_id, position)
) WITHOUT ROWID;
CREATE TABLE sentence (
    report_id TEXT NOT NULL, position INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, section INTEGER, figure INTEGER, bullet TEXT,
    page INTEGER, page_end INTEGER,
    PRIMARY KEY (report_id, position)
) WITHOUT ROWID;
CREATE TABLE figure (
    report_id TEXT NOT NULL, position INTEGER NOT NULL,
    grid INTEGER NOT NULL, row INTEGER NOT NULL, row_path TEXT NOT NULL, column_path TEXT NOT NULL,
    value TEXT NOT NULL, unit TEXT NOT NULL, printed TEXT NOT NULL, scale INTEGER NOT NULL,
    year INTEGER, measure TEXT, is_total INTEGER NOT NULL,
    section INTEGER, page INTEGER, page_end INTEGER,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    amount_start INTEGER NOT NULL, amount_end INTEGER NOT NULL,
    label_start INTEGER NOT NULL, label_end INTEGER NOT NULL,
    explanation_start INTEGER, explanation_end INTEGER,
    PRIMARY KEY (report_id, position)
) WITHOUT ROWID;
CREATE TABLE unit (
    id INTEGER PRIMARY KEY, report_id TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL,
    terms TEXT NOT NULL,
    UNIQUE (report_id, kind, position)
);
CREATE VIRTUAL TABLE unit_terms USING fts5 (
    terms, content = 'unit', content_rowid = 'id', columnsize = 1,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '.,/%'''"
);
CREATE VIRTUAL TABLE place_terms USING fts5 (
    terms, content = 'unit', content_rowid = 'id', columnsize = 1,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '.,/%'''"
);
CREATE TABLE report_word (
    report_id TEXT NOT NULL, word TEXT NOT NULL, units INTEGER NOT NULL,
    PRIMARY KEY (report_id, word)
) WITHOUT ROWID;
CREATE TABLE layout (report_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, units INTEGER NOT NULL) WITHOUT ROWID;
"""

PART_TABLES = (
    "page", "section", "passage", "sentence", "figure", "unit", "report_word", "layout",
)  # fmt: skip
"""The tables that hold the parts of a report under its ``report_id``."""
