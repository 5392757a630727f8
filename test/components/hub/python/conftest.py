import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from pod import HubPod


@pytest.fixture
def pod(tmp_path, monkeypatch, capsys):
    """The hub's pod with the least that it needs; a test adds to it, then loads its configuration."""
    return HubPod(tmp_path / "jupyterhub", monkeypatch, capsys)
