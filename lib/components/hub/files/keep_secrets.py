"""Keeps the hub, the proxy and their Secrets in step while the hub runs.

A token that is taken out of the Secret is put back. A hub whose Secrets were changed starts again, and so does a proxy that has
another token than the hub, or reads a variable of the Secrets that was changed. It takes no rights but those that the hub has anyway, and the one to write its own Secret.
"""

import atexit
import http.client
import json
import os
import signal
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import bootstrap_secrets
from bootstrap_secrets import Problem, decoded
from z2jh import BASE, facts, get_secret_value, log, own_secret_value

PROXY_TOKEN = "hub.config.ConfigurableHTTPProxy.auth_token"
SETTLE = 10  # seconds: the apply that changes a Secret may be about to replace this pod anyway
WATCH = 300  # seconds until the API is asked anew
RETRY = 5
PROXY_ATTEMPTS = 3
VARIABLES_OF = {"proxy": "proxy.chp.", "autohttps": "proxy.traefik."}


def start(c):
    """Begins, where this is a pod."""
    if not bootstrap_secrets.ACCOUNT.exists():
        return
    keeper = Keeper(bootstrap_secrets.Api(bootstrap_secrets.ACCOUNT), facts("secrets"))
    # A hub that ends may be the last that knows the tokens.
    atexit.register(keeper.put_back)
    begin(keeper.watch)
    is_own_proxy = "proxy_class" not in c.JupyterHub and not c.JupyterHub.get("internal_ssl")
    if is_own_proxy and c.ConfigurableHTTPProxy.get("auth_token") in (None, own_proxy_token()):
        begin(keeper.agree_with_proxy, c.ConfigurableHTTPProxy.api_url)


def begin(work, *args):
    threading.Thread(target=work, args=args, name=work.__name__, daemon=True).start()


def own_proxy_token():
    return os.environ.get("CONFIGPROXY_AUTH_TOKEN")


def mounted(folder):
    """The texts of a mounted Secret, by key."""
    return {path.name: path.read_text(errors="replace") for path in (BASE / folder).glob("[!.]*") if path.is_file()}


def used_token(key):
    """The token that the hub has from its own Secrets; None where another Secret gives it."""
    value = own_secret_value(key)
    return value if value and value == get_secret_value(key, None) else None


def by_component(literals):
    """The literals that each component reads. Those of the proxy are variables of its containers."""
    found = {component: {} for component in ("hub", *VARIABLES_OF)}
    for key, text in literals.items():
        owners = (component for component, prefix in VARIABLES_OF.items() if key.startswith(prefix))
        found[next(owners, "hub")][key] = text
    return found


class Keeper:
    def __init__(self, api, names):
        self.api, self.names, self.keys = api, names, names.get("tokens") or []
        self.literals = by_component(mounted("literals"))
        self.given = {key: text for key, text in self.literals["hub"].items() if key in self.keys and text}
        self.known = {key: text for key, text in mounted("secret").items() if key in self.keys}
        self.used = {key: token for key in self.keys if (token := used_token(key))}
        if PROXY_TOKEN in self.keys and own_proxy_token():
            self.known[PROXY_TOKEN] = self.used[PROXY_TOKEN] = own_proxy_token()
        self.files, self.said = None, None

    # --- the Secrets

    def watch(self):
        # Without a version to begin at, the API tells first what is there.
        path = f"secrets?watch=true&timeoutSeconds={WATCH}&labelSelector={self.selector('hub')}"
        while True:
            try:
                with self.api.open("GET", path, timeout=WATCH + 30) as events:
                    for line in events:
                        self.look(json.loads(line))
            except Problem as problem:
                self.say(f"the hub's Secrets cannot be watched: {problem}")
                time.sleep(60 if problem.status == 403 else RETRY)
            except (OSError, ValueError, http.client.HTTPException):  # the API ended it
                time.sleep(RETRY)

    def look(self, event):
        secret = event.get("object") or {}
        if event.get("type") not in ("ADDED", "MODIFIED"):
            return
        name, data = secret["metadata"]["name"], decoded(secret)
        if name == self.names["hub"]:
            self.look_at_tokens(data)
        elif name == self.names.get("literals"):
            self.given = {key: data[key] for key in self.keys if data.get(key)}
            self.put_back()
            self.look_at_literals(name, by_component(data))
        elif name == self.names.get("files"):
            if self.files not in (None, data):
                self.restart(f"Secret {name} was changed")
            self.files = data

    def look_at_literals(self, name, literals):
        """Starts again what reads them. No Deployment has a digest of a Secret, as a weak password could be guessed from one."""
        for component in VARIABLES_OF:
            old, new = self.literals[component], literals[component]
            if old != new and old.keys() == new.keys():  # another variable changes the Deployment too, which sees to it
                log(f"Secret {name} was changed: the pod of the {component} starts again")
                self.replace_pods(component)
            self.literals[component] = new
        if literals["hub"] != self.literals["hub"]:
            self.restart(f"Secret {name} was changed")

    def look_at_tokens(self, data):
        if any(not data.get(key) or data[key] != self.given.get(key, data[key]) for key in self.keys):
            data = self.put_back() or data
        changed = [key for key, token in self.used.items() if data.get(key) and data[key] != token]
        if changed:
            self.restart(f"Secret {self.names['hub']} has another {', '.join(changed)} than this hub")

    def put_back(self):
        """Writes the tokens that the Secret lacks, and those that were given; gives what it holds then."""
        if not self.keys:
            return None
        try:
            secret, written = bootstrap_secrets.fill(self.api, self.names["hub"], self.keys, self.given, self.known)
        except Problem as problem:
            self.say(f"the tokens in Secret {self.names['hub']} cannot be checked: {problem}")
            return None
        if written:
            log(f"written to Secret {self.names['hub']}: {', '.join(written)}")
        return decoded(secret)

    # --- what starts again

    def restart(self, why):
        log(f"{why}: the hub starts again")
        time.sleep(SETTLE)
        if not self.replace_pods("hub"):
            os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(WATCH)

    def replace_pods(self, component):
        """Deletes the pods of a component, which its Deployment makes anew; whether there were any."""
        try:
            pods = self.api.call("GET", f"pods?labelSelector={self.selector(component)}")["items"]
            for pod in pods:
                self.api.call("DELETE", f"pods/{pod['metadata']['name']}")
        except Problem as problem:
            self.say(f"the pod of the {component} cannot be replaced: {problem}")
            return False
        return bool(pods)

    def agree_with_proxy(self, url):
        """Sees to it that the proxy takes the hub's token: one that has started with another starts again."""
        attempts = 0
        while attempts < PROXY_ATTEMPTS:
            status = self.ask_proxy(url)
            if status not in (None, 403):
                return
            if status == 403 and self.has_current_token():
                attempts += 1
                log("the proxy has another token than the Secret: it starts again")
                self.replace_pods("proxy")
            time.sleep(RETRY)
        log(f"the proxy at {url} still does not take the hub's token")

    def ask_proxy(self, url):
        request = urllib.request.Request(f"{url}/api/routes", headers={"Authorization": f"token {own_proxy_token()}"})
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code
        except (OSError, ValueError, http.client.HTTPException):  # not there yet
            return None

    def has_current_token(self):
        """Whether the hub itself has the token in the Secret; if not, it is the hub that starts again."""
        secret, key = self.names["proxyToken"]
        try:
            return decoded(self.api.call("GET", f"secrets/{secret}")).get(key) == own_proxy_token()
        except Problem as problem:
            self.say(f"the token of the proxy cannot be read: {problem}")
            return False

    def selector(self, component):
        labels = {**self.names["labels"], "component": component}
        return urllib.parse.quote(",".join(f"{label}={value}" for label, value in sorted(labels.items())))

    def say(self, line):
        if line != self.said:
            log(line)
        self.said = line
