"""On a real API server: which pods each level of Pod Security lets in, by lib/kubernetes/pod-security.ts and by Kubernetes."""

import json
import re
import subprocess

import pytest
from cluster import KUBECONFIG, Namespace
from manifests import ROOT

pytestmark = pytest.mark.skipif(not KUBECONFIG, reason="TEST_KUBECONFIG names no cluster")

LEVELS = ["privileged", "baseline", "restricted"]


def cases():
    arguments = ["node", "--import", "tsx", "test/kubernetes/pod-security-cases.ts"]
    return json.loads(subprocess.run(arguments, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)


@pytest.mark.parametrize("level", LEVELS[1:])
def test_kubernetes_lets_in_what_passes_a_level(tmp_path, level):
    namespace = Namespace(tmp_path)
    try:
        namespace.kubectl("label", "namespace", namespace.name, f"pod-security.kubernetes.io/enforce={level}")
        # A pod needs its account, which takes a moment.
        namespace.apply({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}})
        found, expected = {}, {}
        for what, passes, pod in cases():
            expected[what] = LEVELS.index(passes) >= LEVELS.index(level)
            command = ["kubectl", f"--kubeconfig={KUBECONFIG}", f"--namespace={namespace.name}", "create", "--dry-run=server", "-f", "-"]
            done = subprocess.run(command, input=json.dumps(pod), capture_output=True, text=True)
            assert done.returncode == 0 or re.search(r"violates PodSecurity", done.stderr), f"{what}: {done.stderr}"
            found[what] = done.returncode == 0
        assert found == expected
    finally:
        namespace.delete()
