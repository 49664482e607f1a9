"""Looks up what is installed among known faults, and says so where that can't be done."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 600
NOT_DONE = (
    "NOT AUDITED: the database of known faults (pypi.org) can't be reached from here, so nothing "
    "was looked up. Run `make audit` on a machine with a way out before you deploy."
)


def main() -> int:
    """Return 0 where nothing is known, or nothing could be looked up; 1 where a fault is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ignored = [entry["id"] for entry in project["tool"]["raadsbron"]["audit"]]
    options = [option for each in ignored for option in ("--ignore-vuln", each)]
    command = [sys.executable, "-m", "pip_audit", "-f", "json", "--progress-spinner", "off"]
    try:
        done = subprocess.run(
            [*command, *options], capture_output=True, text=True, check=False, timeout=SECONDS
        )
        said, code = verdict(done.stdout, done.stderr)
    except subprocess.TimeoutExpired:  # a network that swallows what is sent
        said, code = NOT_DONE, 0
    sys.stdout.write(f"{said}\n")
    return code


def verdict(printed: str, errors: str) -> tuple[str, int]:
    """Return what to say, and the exit code, for what pip-audit printed as JSON."""
    try:
        found = json.loads(printed)["dependencies"]
    except (ValueError, KeyError):
        return f"{NOT_DONE}\n{errors.strip()[-300:]}", 0
    looked_up = [entry for entry in found if "vulns" in entry]
    # The project itself is on no index; where nothing else is either, no index was reached.
    if not looked_up:
        return NOT_DONE, 0
    bad = [f"{e['name']} {e['version']}: {v['id']}" for e in looked_up for v in e["vulns"]]
    if bad:
        return "Known faults:\n" + "\n".join(bad), 1
    return f"No known faults in {len(looked_up)} of {len(found)} distributions.", 0


if __name__ == "__main__":
    sys.exit(main())
