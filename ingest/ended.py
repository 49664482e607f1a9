"""Ends a process of ours that handles files of strangers, whatever state it is in."""

import subprocess


def end_process(process: "subprocess.Popen[bytes] | None") -> None:
    """Kill the process, wait for it and close its pipes; None is ended already."""
    if process is None:
        return
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                continue
