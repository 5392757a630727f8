"""What only the cluster knows: mounted Secrets, service addresses, the values in an existing Secret.

Your own configuration may import get_config, get_secret_value, get_name, get_name_env and
set_config_if_not_none; the rest serves jupyterhub_config.py.
"""

import copy
import linecache
import os
import re
import sys
import traceback
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import yaml

BASE = Path(__file__).absolute().parent
REQUIRED = object()


class ConfigurationError(Exception):
    """Lines for the hub's log: where, what is wrong, what to do. Never a secret's value."""


# --- for your own configuration


def get_config(key, default=None):
    """The value at a dotted path of the chart's values: get_config("singleuser.memory.limit")."""
    return at(_values(), key, default)


def get_secret_value(key, default=REQUIRED):
    """A key of the existing Secret, or else of the hub's own; an empty one counts as missing."""
    value = _text(f"existing-secret/{key}") or _token_in_existing_values(key) or _from_environment("secret", {}).get(key) or own_secret_value(key)
    if not value and default is REQUIRED:
        raise ConfigurationError(f"{BASE}/secret/{key}: no such key: put it into the Secret, or wait for the secret-bootstrap Job")
    return value or default


def get_name(name):
    """The full name of an object of this deployment: get_name("proxy-api")."""
    names = facts("names")
    if name not in names:
        raise ConfigurationError(f"get_name: {name!r} is not known, only {', '.join(sorted(names))}")
    return names[name]


def get_name_env(name, suffix=""):
    """What the environment says of a Service: get_name_env("hub", "_SERVICE_PORT")."""
    variable = (get_name(name) + suffix).upper().replace("-", "_")
    return _environment(variable, f"Kubernetes sets it for the Service {get_name(name)}; create that, then restart the hub")


def set_config_if_not_none(cparent, name, key):
    """Set the trait called name to the value at key, if there is one."""
    value = get_config(key)
    if value is not None:
        setattr(cparent, name, value)


# --- the steps of jupyterhub_config.py


@contextmanager
def one_line_errors():
    try:
        yield
    except ConfigurationError as error:
        for line in str(error).splitlines():
            log(f"FATAL: {line}")
        sys.exit(1)


def log(line):
    print(f"hub configuration: {line}", file=sys.stderr, flush=True)


def use_curl(http_client):
    try:  # Tornado's own client is too slow for a proxy with many routes
        http_client.configure("tornado.curl_httpclient.CurlAsyncHTTPClient")
    except ImportError:
        log("pycurl is not installed: the proxy is asked with Tornado's slower client")


def set_synthesized_traits(c):
    for name, traits in _document("config.yaml", required=True).items():
        section(c, name, "config.yaml").update(mapping(traits, f"config.yaml: {name}"))


def set_addresses(c):
    for name, trait, service in (("ConfigurableHTTPProxy", "api_url", "proxy-api"), ("JupyterHub", "hub_connect_url", "hub")):
        if trait not in c[name]:
            c[name][trait] = f"http://{get_name(service)}:{get_name_env(service, '_SERVICE_PORT')}"
    if "namespace" not in c.KubeSpawner and "POD_NAMESPACE" in os.environ:
        c.KubeSpawner.namespace = os.environ["POD_NAMESPACE"]


def set_tokens(c):
    c.JupyterHub.cookie_secret = get_secret_value("hub.config.JupyterHub.cookie_secret")
    c.CryptKeeper.keys = get_secret_value("hub.config.CryptKeeper.keys").split(";")
    keys = facts("serviceTokens")
    for service in c.JupyterHub.get("services", []):
        if service["name"] in keys:
            service["api_token"] = get_secret_value(f"hub.services.{keys[service['name']]}.apiToken")


def export_database_password():
    password, kind = get_secret_value("hub.db.password", None), database_type()
    variable = {"mysql": "MYSQL_PWD", "postgres": "PGPASSWORD"}.get(kind)
    if password and variable:
        os.environ[variable] = password
    elif password:
        log(f"warning: hub.db.password is not used where hub.db.type is {kind}")


def config_d():
    return [(str(path), _text(path)) for path in sorted((BASE / "jupyterhub_config.d").glob("*.py"))]


def extra_config():
    """The entries in order: name, source, and what everyone may read of it."""
    existing = mapping(at(existing_values(), "hub.extraConfig"), "existing-secret/values.yaml: hub.extraConfig")
    entries = merge(_document("extra-config.yaml"), existing)
    shown = {**_yaml("config/extra-config.yaml"), **dict.fromkeys(existing)}
    return sorted((str(name), source, shown.get(name)) for name, source in entries.items() if source is not None)


def run(source, name, namespace, shown=None):
    if not isinstance(source, str):
        raise ConfigurationError(f"{name}: must be Python source, not {type(source).__name__}")
    log(f"running {name}")
    secret = source != shown
    if shown is not None:
        linecache.cache[name] = (len(source), None, shown.splitlines(keepends=True), name)  # a traceback then quotes it
    try:
        exec(compile(source, name, "exec"), namespace)
    except Exception as error:
        frames = error.__traceback__
        while frames and frames.tb_frame.f_code.co_filename != name:
            frames = frames.tb_next
        if secret:  # without the error's own words, which may quote what is secret in it
            print("".join(traceback.format_tb(frames)), end="", file=sys.stderr)
        else:
            traceback.print_exception(type(error), error, frames)
        lines = [frame.lineno for frame in traceback.extract_tb(frames) if frame.filename == name]
        where = f"line {lines[-1] if lines else error.lineno}"
        raise ConfigurationError(f"{name}: {where}: {type(error).__name__}" + ("" if secret else ", see above")) from None


# --- the mounted files


def own_secret_value(key):
    """What the hub's own Secrets hold. Helm may have left a password beside the tokens, which nothing brings up to date."""
    return _text(f"literals/{key}") or (_text(f"secret/{key}") if key != "hub.db.password" else None)


def existing_values():
    """values.yaml of hub.existingSecret; empty where there is none."""
    return _yaml("existing-secret/values.yaml")


@lru_cache
def synthesized_values():
    return _document("values.yaml")


@lru_cache
def _values():
    return merge(synthesized_values(), existing_values())


def facts(key):
    return mapping(_yaml("config/cluster.yaml", required=True).get(key), f"cluster.yaml: {key}")


def database_type():
    return at(existing_values(), "hub.db.type") or facts("database").get("type")


def section(c, name, where):
    if not str(name)[:1].isupper():
        raise ConfigurationError(f"{where}: {name}: not a class such as JupyterHub or KubeSpawner; is it misplaced?")
    return c[name]


def mapping(value, where):
    if value is not None and not isinstance(value, dict):
        raise ConfigurationError(f"{where}: must be a map, not {type(value).__name__}")
    return value or {}


def merge(under, over):
    """Maps merge, key by key; anything else is replaced."""
    merged = {**under, **over}
    for key in under.keys() & over.keys():
        if isinstance(under[key], dict) and isinstance(over[key], dict):
            merged[key] = merge(under[key], over[key])
    return merged


def at(values, path, default=None):
    for key in path.split("."):
        if not isinstance(values, dict) or key not in values:
            return default
        values = values[key]
    return values


def _document(name, required=False):
    """What was given at synth: what everyone may read, and the secret part."""
    return _filled(_yaml(f"config/{name}", required), _from_environment(name, _yaml(f"literals/{name}")))


def _filled(shown, secret):
    """What everyone may read with the secrets in it: under keys of maps, at indices of lists, in place of markers of strings."""
    if not isinstance(secret, dict):
        return secret
    if isinstance(shown, dict):
        return {**shown, **{key: _filled(shown.get(key), value) for key, value in secret.items()}}
    if isinstance(shown, list):
        return [_filled(item, secret[str(i)]) if str(i) in secret else item for i, item in enumerate(shown)]
    if isinstance(shown, str) and secret:
        return re.sub("|".join(map(re.escape, secret)), lambda marker: str(secret[marker[0]]), shown)
    return secret


def _from_environment(name, data):
    """The same with what stays in Secrets of its own, which come as variables of the container."""
    data = copy.deepcopy(data)
    for place in facts("environment").get(name) or []:
        *parents, last = place["path"]
        target = data
        for key in parents:
            target = target.setdefault(str(key), {})
        path = ".".join(map(str, place["path"]))
        target[str(last)] = _environment(place["variable"], f"{path} takes its value from it; add it to the hub's container")
    return data


def _token_in_existing_values(key):
    also = {"hub.config.JupyterHub.cookie_secret": "hub.cookieSecret"}.get(key, key.replace(".apiToken", ".api_token"))
    for path in (key, also):
        value = at(existing_values(), path)
        if value and not isinstance(value, dict):
            return ";".join(map(str, value)) if isinstance(value, list) else str(value)


def _environment(variable, hint):
    if variable not in os.environ:
        raise ConfigurationError(f"environment variable {variable} is not set: {hint}")
    return os.environ[variable]


def _text(path):
    try:
        return (BASE / path).read_text()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError) as error:
        raise ConfigurationError(f"{BASE / path}: cannot be read: {type(error).__name__}") from None


@lru_cache
def _yaml(path, required=False):
    text = _text(path)
    if text is None and required:
        raise ConfigurationError(f"{BASE / path}: not there: apply the hub's ConfigMap again")
    try:
        return mapping(yaml.safe_load(text or ""), BASE / path)
    except yaml.YAMLError as error:  # its own text may quote a secret
        mark = getattr(error, "problem_mark", None)
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise ConfigurationError(f"{BASE / path}{where}: not readable as YAML") from None
