"""Checks what someone states against the reports: borne out, contradicted, or not there."""

from answer.claims.check import check_claim

__all__ = ["check_claim"]
