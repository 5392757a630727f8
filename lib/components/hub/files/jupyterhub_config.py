"""What the hub loads: the configuration made at synth, then what only the cluster knows, then your own code.

The traits stand in config.yaml of the same ConfigMap. z2jh.py does the work of these steps.
"""

c = get_config()  # noqa: F821 - traitlets' function; below, the name becomes z2jh's

# Your own code finds all of these names; not every one is used here.
import glob
import os
import re
import sys

from jupyterhub.utils import url_path_join
from kubernetes_asyncio import client
from tornado.httpclient import AsyncHTTPClient

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, "config")]

import z2jh
from z2jh import get_config, get_name, get_name_env, get_secret_value, set_config_if_not_none

with z2jh.one_line_errors():
    z2jh.use_curl(AsyncHTTPClient)
    z2jh.set_synthesized_traits(c)
    z2jh.set_addresses(c)
    z2jh.set_tokens(c)
    if z2jh.existing_values():
        import existing_values

        existing_values.set_traits(c)
    z2jh.export_database_password()

    for path, source in z2jh.config_d():
        z2jh.run(source, path, globals(), source)
    for name, source, shown in z2jh.extra_config():
        z2jh.run(source, f"hub.extraConfig.{name}", globals(), shown)

    import keep_secrets

    keep_secrets.start(c)
