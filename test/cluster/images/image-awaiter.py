#!/usr/bin/python3
"""A stand-in for the chart's image awaiter, which is a program in Go: waits until a DaemonSet's pods are ready on all nodes.

Takes the arguments that the chart gives. Pods that no node has taken within the scheduling wait are not waited for.
"""

import argparse
import json
import ssl
import time
import urllib.request
from pathlib import Path

parser = argparse.ArgumentParser()
for name in ("ca-path", "auth-token-path", "api-server-address", "namespace", "daemonset"):
    parser.add_argument(f"-{name}", required=True)
parser.add_argument("-pod-scheduling-wait-duration", type=float, default=-1)
args = parser.parse_args()

url = f"{args.api_server_address}/apis/apps/v1/namespaces/{args.namespace}/daemonsets/{args.daemonset}"
context = ssl.create_default_context(cafile=args.ca_path)
started = time.monotonic()
while True:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {Path(args.auth_token_path).read_text().strip()}"})
    with urllib.request.urlopen(request, context=context, timeout=10) as response:
        daemonset = json.load(response)
    status = daemonset["status"]
    patient = args.pod_scheduling_wait_duration < 0 or time.monotonic() - started < args.pod_scheduling_wait_duration
    wanted = status["desiredNumberScheduled"] if patient else status["currentNumberScheduled"]
    seen = status.get("observedGeneration", 0) >= daemonset["metadata"]["generation"]
    print(f"{status['numberReady']} of {wanted} nodes have pulled", flush=True)
    if seen and wanted > 0 and status["numberReady"] >= wanted:
        break
    time.sleep(1)
