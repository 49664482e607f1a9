"""The page behind nginx with TLS on this machine, made from the site file in deploy/."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli_parts import ROOT
from tests.test_offline import free_port, wait_for

SITE = ROOT / "deploy" / "nginx-raadsbron.conf"
NAME = "raadsbron.example"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
OPENSSL = shutil.which("openssl")
HOW_TO_GET_ONE = (
    "The page behind nginx was NOT tried: nginx or openssl is not on this machine. Get them with: "
    "apt-get install nginx openssl"
)
_MAIN = """
daemon off; error_log {folder}/error.log; pid {folder}/nginx.pid; {user}
events {{}}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include {folder}/site.conf;
}}
"""


@contextmanager
def behind_nginx(folder: Path, store: Path) -> Iterator[int]:
    """Run the page and nginx before it, and give the port on which nginx speaks TLS."""
    page, plain, secure = free_port(), free_port(), free_port()
    _certificate(folder)
    site = SITE.read_text(encoding="utf-8")
    changes = {
        "127.0.0.1:8501": f"127.0.0.1:{page}",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
        "/etc/ssl/raadsbron/": f"{folder}/",
    }
    for old, new in changes.items():
        assert old in site
        site = site.replace(old, new)
    (folder / "site.conf").write_text(site, encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder, user=user), encoding="utf-8")
    chat = [sys.executable, "-m", "cli", "chat", "--port", str(page), "--store", str(store)]
    environ = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true", "RAADSBRON_ADRES": NAME}
    quiet = subprocess.DEVNULL
    started = [subprocess.Popen(chat, cwd=ROOT, env=environ, stdout=quiet, stderr=quiet)]
    try:
        wait_for(f"http://127.0.0.1:{page}/_stcore/health", started[0])
        command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        started.append(subprocess.Popen(command, stderr=quiet))
        until = time.monotonic() + 120
        while not (folder / "nginx.pid").exists() and time.monotonic() < until:
            time.sleep(0.05)
        yield secure
    finally:
        for process in reversed(started):
            process.send_signal(signal.SIGINT)
            process.wait(timeout=300)


def _certificate(folder: Path) -> None:
    files = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    name = ("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}")
    subprocess.run(
        [str(OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", *files, *name],
        check=True, capture_output=True,
    )  # fmt: skip
