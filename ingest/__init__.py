"""Reads reports: PDF, DOCX and text become `ingest.report.Report`. Imports none of ours."""
