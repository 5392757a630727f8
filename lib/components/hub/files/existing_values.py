"""values.yaml of an existing Secret (hub.existingSecret). Values become traits at synth; these are seen only here."""

import os

from z2jh import (
    BASE, ConfigurationError, at, database_type, existing_values, facts, get_config, get_secret_value, log, mapping, section,
    synthesized_values,
)

FILE = "existing-secret/values.yaml"
ROWS = facts("existingTraits")  # how a trait comes by its value, then the key of the chart: "Class.trait"
TRAITS = {key: trait for rows in ROWS.values() for key, trait in rows.items()}
WHOLE, NULLABLE, CLAIMS = ROWS["whole"], ROWS["nullable"], ROWS["claims"]
HEADS, TAILS, ITEMS, NAMED = ROWS["heads"], ROWS["tails"], ROWS["items"], ROWS["named"]
READ_ELSEWHERE = {  # by get_config, extra_config and get_secret_value of z2jh.py
    "custom", "global", "Chart", "Release", "hub.extraConfig", "hub.cookieSecret", "hub.db.password",
    "hub.config.JupyterHub.cookie_secret", "hub.config.CryptKeeper.keys",
}
PROXY_TOKEN = {  # the proxy reads it from the hub's own Secret only
    "proxy.secretToken", "hub.config.ConfigurableHTTPProxy.auth_token", "hub.config.JupyterHub.proxy_auth_token",
}
NOT_HERE = PROXY_TOKEN | {"hub.config.JupyterHub.services"}  # those are made of hub.services


def set_traits(c):
    steps = dict(_steps())
    if steps:
        log(f"{FILE} gives {', '.join(steps)}")
    touched = {step(c, key) for key, step in steps.items()} - {None}
    for name, values in mapping(at(existing_values(), "hub.config"), f"{FILE}: hub.config").items():
        section(c, name, f"{FILE}: hub.config")
        touched |= {f"{name}.{trait}" for trait in mapping(values, f"{FILE}: hub.config.{name}")}
    for trait in touched:  # hub.config has the last word among values
        values = get_config(f"hub.config.{trait.split('.')[0]}") or {}
        if trait.split(".")[1] in values and f"hub.config.{trait}" not in READ_ELSEWHERE | NOT_HERE:
            _put(c, trait, values[trait.split(".")[1]])


def _steps():
    """What to do for the values that differ from those given at synth; what cannot be done is refused at once."""
    refused = []
    for path in _changes(existing_values(), synthesized_values()):
        if ".".join(path) in PROXY_TOKEN and at(existing_values(), ".".join(path)) == os.environ.get("CONFIGPROXY_AUTH_TOKEN"):
            continue
        prefixes = [".".join(path[:n]) for n in range(len(path), 0, -1)]
        key = next((prefix for prefix in prefixes if prefix in STEPS), None)
        if STEPS.get(key):
            yield key, STEPS[key]
        else:
            refused.append(f"{BASE}/{FILE}: {prefixes[0]}: the hub alone cannot change it: set it in the values given at synth")
    if refused:
        raise ConfigurationError("\n".join(refused))


def _changes(given, known, path=()):
    if given is None and isinstance(known, dict):
        given = dict.fromkeys(known)  # null takes the whole branch away
    if isinstance(given, dict) and (known is None or isinstance(known, dict)):
        for key in given:
            yield from _changes(given[key], (known or {}).get(key), (*path, str(key)))
    elif given != known:
        yield path


def _set_trait(c, key):
    if key in CLAIMS and get_config("singleuser.storage.type") != "dynamic":
        return None
    value = get_config(key)
    return _put(c, TRAITS[key], value, unset=value is None and key not in NULLABLE)


def _set_part(c, key):
    trait = TRAITS[key]
    name, attribute = trait.split(".")
    was, now, whole = at(synthesized_values(), key) or [], get_config(key) or [], c[name].get(attribute) or []
    return _put(c, trait, now + whole[len(was):] if key in HEADS else whole[:len(whole) - len(was)] + now)


def _set_volumes(c, key):
    def by_name(values):
        if isinstance(values, dict):
            return values
        return {f"{i}-{v['name']}" if key.endswith("Mounts") else v["name"]: v for i, v in enumerate(values or [])}

    was = by_name(at(synthesized_values(), key))
    others = {name: v for name, v in c.KubeSpawner.get(TRAITS[key].split(".")[1], {}).items() if name not in was}
    return _put(c, TRAITS[key], {**others, **by_name(get_config(key))})


def _set_named(c, key):
    entries = c.JupyterHub.setdefault(TRAITS[key].split(".")[1], [])
    for name in mapping(at(existing_values(), key), f"{FILE}: {key}"):
        was = at(synthesized_values(), f"{key}.{name}.name", name)
        entries[:] = [entry for entry in entries if entry["name"] != was]
        if get_config(key)[name] is not None:
            entry = {"name": name, **mapping(get_config(key)[name], f"{FILE}: {key}.{name}")}
            if key == "hub.services":
                entry["api_token"] = get_secret_value(f"{key}.{name}.apiToken")
                entry.pop("apiToken", None)
            entries.append(entry)
    return TRAITS[key]


def _set_image(c, key):
    name, tag = get_config("singleuser.image.name"), get_config("singleuser.image.tag")
    return _put(c, "KubeSpawner.image", f"{name}:{tag}" if tag else name)


def _set_debug(c, key):
    on = get_config("debug.enabled")
    _put(c, "Spawner.debug", True, unset=not on)
    return _put(c, "JupyterHub.log_level", "DEBUG", unset=not on)


def _set_database(c, key):
    kind = database_type()
    if kind == "sqlite-pvc" != facts("database").get("type"):
        raise ConfigurationError(f"{BASE}/{FILE}: hub.db.type: sqlite-pvc needs a volume: set it in the values given at synth")
    if at(existing_values(), "hub.db.url") and kind.startswith("sqlite"):
        log(f"warning: {FILE}: hub.db.url is not used where hub.db.type is {kind}")
    url = {"sqlite-pvc": "sqlite:///jupyterhub.sqlite", "sqlite-memory": "sqlite://"}.get(kind, get_config("hub.db.url"))
    return _put(c, "JupyterHub.db_url", url, unset=url is None)


def _put(c, trait, value, unset=False):
    name, attribute = trait.split(".")
    if unset:
        c[name].pop(attribute, None)
    else:
        c[name][attribute] = value
    return trait


STEPS = {
    **dict.fromkeys([*WHOLE, *NULLABLE, *CLAIMS], _set_trait),
    **dict.fromkeys([*HEADS, *TAILS], _set_part),
    **dict.fromkeys(ITEMS, _set_volumes),
    **dict.fromkeys(NAMED, _set_named),
    **dict.fromkeys(["singleuser.image.name", "singleuser.image.tag"], _set_image),
    **dict.fromkeys(["hub.db.type", "hub.db.url"], _set_database),
    **dict.fromkeys(["hub.config", *READ_ELSEWHERE], lambda c, key: None),
    **dict.fromkeys(NOT_HERE, None),
    "debug.enabled": _set_debug,
}
