"""Runs the script of the bootstrap Job as the Job does: in a process of its own, without third-party modules."""

import base64
import re
import subprocess
import sys
from pathlib import Path

FILES = Path(__file__).parents[4] / "lib" / "components" / "hub" / "files"

PROXY, COOKIE, CRYPT, SERVICE = KEYS = (
    "hub.config.ConfigurableHTTPProxy.auth_token",
    "hub.config.JupyterHub.cookie_secret",
    "hub.config.CryptKeeper.keys",
    "hub.services.reporting.apiToken",
)
PATTERNS = {PROXY: r"[A-Za-z0-9]{64}", COOKIE: r"[0-9a-f]{64}", CRYPT: r"[0-9a-f]{64}", SERVICE: r"[0-9a-f]{64}"}


def command(*args, secret="hub", keys=KEYS):
    # -I: no site-packages of the user, no PYTHON* variables; -S: no site-packages at all
    return [sys.executable, "-I", "-S", str(FILES / "bootstrap_secrets.py"), *args, "--secret", secret, *keys]


def run(*args, env=None, **more):
    return subprocess.run(command(*args, **more), capture_output=True, text=True, timeout=60, env=env)


def encoded(text):
    return base64.b64encode(text.encode()).decode()


def decoded(data):
    return {key: base64.b64decode(value).decode() for key, value in data.items()}


def assert_drawn(data, keys=KEYS):
    for key in keys:
        assert re.fullmatch(PATTERNS[key], data[key]), key
    assert len({data[key] for key in keys}) == len(keys)
