"""JupyterHub's traits, users and choices at random: most of them as people write them, some that KubeSpawner refuses."""

import random

USERS = ["alice", "Bob.Smith@example.org", "a--b", "ALLCAPS", "x" * 47, "y" * 63, "z" * 90, "1digit", "-dash-", "ünï", "名前", "a b", "Ǆ", "ſharp", "a_b.c", "K", "trail-"]
SERVERS = ["", "", "", "second", "My Server", "s" * 30, "--", "ñ", "a/b"]
FIELDS = ["username", "servername", "user_server", "unescaped_username", "unescaped_servername", "hubnamespace", "safe_username",
          "safe_servername", "safe_user_server", "escaped_username", "escaped_servername", "escaped_user_server", "pod_name", "pvc_name",
          "namespace", "userid"]
DISPLAY_NAMES = ["Small", "Large (8 CPU, 1,000 GB)", "GPU — Größe №5", "R &amp; Python", "Don't", "ΑΒΓ δ", "Ёлка", "🚀 Rocket", "a_b--c", "½ size ™", "École d'été", "&#65;&eacute;"]


class Cases:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, of):
        return self.random.random() < of

    def some(self, make, most=3):
        return [make() for _ in range(self.random.randint(0, most))]

    # ---- strings

    def word(self):
        return self.pick("a", "data", "x-y", "Home", "node.kubernetes.io/type", "b_c", "0", "été", "")

    def template(self):
        """A string with fields, or what only looks like it."""
        if self.chance(0.04):
            return self.pick("{", "}", "{nobody}", "{}", "{0}", "{username.x}", "{username[99]}", "{username:d}", "{username!z}", "a}b", "{username", "{:>3}", "{[0]}")
        formats = ["", "", "", "", "!r", "!s", ":.5", ":>10", ":*^12", ":<3", "[0]"]
        parts = [self.pick(self.word(), "{{", "}}", "{{x}}", "-", "{" + self.pick(*FIELDS) + self.pick(*formats) + "}", "{userid:03d}", "{userid:,}", "{userid:x}") for _ in range(self.random.randint(0, 4))]
        return "".join(parts)

    def name_template(self):
        return self.pick("jupyter-", "claim-", "", "x") + "{" + self.pick(*FIELDS) + "}" + self.pick("", "-", "--", "-{servername}", "-{unescaped_servername}", "--{servername}-")

    # ---- data

    def scalar(self):
        return self.pick(self.template(), self.word(), 1, 0, 2.5, True, False, None, 123456789)

    def data(self, depth=2):
        if depth == 0 or self.chance(0.5):
            return self.scalar()
        if self.chance(0.4):
            return self.some(lambda: self.data(depth - 1))
        return self.map(lambda: self.data(depth - 1))

    def map(self, value, keys=None, most=3):
        names = keys or ["a", "b", "c", "z", "10", "2", "hub.jupyter.org/x", "A"]
        return {self.pick(*names): value() for _ in range(self.random.randint(0, most))}

    def list_or_map(self, item):
        return self.some(item) if self.chance(0.5) else self.map(item)

    def fields(self, known, unknown=0.03):
        out = {name: make() for name, make in known.items() if self.chance(0.7)}
        if self.chance(unknown):
            out[self.pick("unknown", "serviceAccount", "Name", "mount")] = self.data(1)
        return out

    def volume(self):
        return self.fields({"name": self.template, "persistentVolumeClaim": lambda: {"claimName": self.template()}, "empty_dir": lambda: {}}, 0.02) | ({"name": "v"} if self.chance(0.9) else {})

    def mount(self):
        return self.fields({"mountPath": self.template, "name": self.template, "sub_path": self.template, "readOnly": lambda: self.pick(True, None, False)}, 0.02) | ({"name": "v", "mountPath": "/x"} if self.chance(0.9) else {})

    def container(self):
        return self.fields({"image": self.template, "command": lambda: self.some(self.template), "env": lambda: [{"name": "A", "value": self.template()}], "image_pull_policy": lambda: "Always", "securityContext": lambda: self.map(self.scalar)}, 0.02) | ({"name": self.word()} if self.chance(0.95) else {})

    def toleration(self):
        return self.fields({"key": self.word, "operator": lambda: "Exists", "effect": lambda: "NoSchedule", "toleration_seconds": lambda: 5}, 0.02)

    def term(self):
        return self.fields({"matchExpressions": lambda: [{"key": self.template(), "operator": "Exists"}]}, 0.02)

    def preferred(self):
        return self.fields({"weight": lambda: 5, "preference": self.term}, 0.01) | ({"weight": 1, "preference": {}} if self.chance(0.9) else {})

    def pod_term(self):
        return self.fields({"labelSelector": lambda: self.map(self.scalar), "namespaces": lambda: self.some(self.word)}, 0.01) | ({"topologyKey": "zone"} if self.chance(0.95) else {})

    def weighted(self):
        return {"weight": 5, "podAffinityTerm": self.pod_term()} if self.chance(0.95) else {"weight": 5}

    def variable(self):
        if self.chance(0.03):
            return self.pick(5, True, [1], {"x": 1})
        return self.pick(self.template(), self.template(), "$(A) $(B)", "$(MEM_LIMIT)", "$(JUPYTERHUB_API_TOKEN)", "$(X)", None, "", {"valueFrom": {"secretKeyRef": {"name": self.template(), "key": "k"}}}, {"value": "$(C)"}, {"name": "NAMED", "value": self.template()}, 0, False)

    def environment(self):
        return self.map(self.variable, ["A", "B", "C", "D", "MEM_LIMIT", "X", "a", "JUPYTER_IMAGE", "é"], 6)

    def memory(self):
        return self.pick("1G", "1.5G", "512M", 1024, "2K", "3T", None, "0.1G") if self.chance(0.95) else self.pick("1Gi", "512", "G", "", True, 1.7, "1_0M", " 5 M", "1e3K", [])

    def cpu(self):
        return self.pick(1, 0.5, None, 2.0, 0, 1e-7, 0.00001, 12345678.9) if self.chance(0.96) else self.pick("1", "500m", True, [])

    def gid(self):
        return self.pick(100, 0, None, 1000) if self.chance(0.96) else self.pick("100", True, 1.0, [1])

    def lifecycle(self):
        return self.fields({"postStart": lambda: {"exec": {"command": ["sh", "-c", "echo {x}"]}}, "pre_stop": lambda: {"sleep": {"seconds": 1}}}, 0.03)

    def pod_config(self):
        return self.fields({"terminationGracePeriodSeconds": lambda: 5, "host_network": lambda: True, "hostAliases": lambda: [{"ip": "1.1.1.1", "hostnames": [self.template()]}], "volumes": lambda: [self.volume()], "affinity": lambda: None, "serviceAccountName": self.template}, 0.02) if self.chance(0.97) else {"containers": None}

    def container_config(self):
        return self.fields({"envFrom": lambda: [{"secretRef": {"name": self.template()}}], "ports": lambda: None, "tty": lambda: True, "resources": lambda: {"limits": {"cpu": 1}}}, 0.02) if self.chance(0.97) else {"name": None}

    def context(self):
        return self.map(self.scalar, ["runAsNonRoot", "capabilities", "seccompProfile", "fsGroup", "runAsUser"] + (["run_as_user"] if self.chance(0.05) else []))

    # ---- traits

    def traits(self):
        """How to make a value of each trait that has to do with pods and claims."""
        labels = lambda: self.map(lambda: self.pick(self.template(), self.template(), self.scalar()))
        return {
            "allow_privilege_escalation": lambda: self.pick(True, False, None), "args": lambda: self.some(self.word),
            "automount_service_account_token": lambda: self.pick(True, False, None),
            "cmd": lambda: self.pick(None, "start", ["a", "b"], [], "") if self.chance(0.95) else [1],
            "common_labels": labels, "component_label": self.word, "container_security_context": self.context,
            "cpu_guarantee": self.cpu, "cpu_limit": self.cpu, "debug": lambda: self.pick(True, False, 1, 0),
            "default_url": lambda: self.pick("/lab", "/tree/{username}", "/x{base_url}", "/%U", "/{{", "", "/{nobody}" if self.chance(0.1) else "/"),
            "disable_user_config": lambda: self.pick(True, False), "dns_name_template": lambda: self.pick("{name}.{namespace}", "x") if self.chance(0.97) else "{x}",
            "enable_user_namespaces": lambda: self.pick(True, False), "environment": self.environment, "extra_annotations": labels,
            "extra_container_config": self.container_config, "extra_containers": lambda: self.list_or_map(self.container), "extra_labels": labels,
            "extra_pod_config": self.pod_config, "extra_resource_guarantees": lambda: self.map(self.scalar), "extra_resource_limits": lambda: self.map(self.scalar),
            "fs_gid": self.gid, "gid": self.gid, "image": lambda: self.pick("img:1", "r/{username}", "") if self.chance(0.98) else None,
            "image_pull_policy": lambda: self.pick("Always", None), "image_pull_secrets": lambda: self.pick("one", ["a", {"name": "b"}], [], [{"name": None}]) if self.chance(0.98) else [{"x": 1}],
            "init_containers": lambda: self.list_or_map(self.container), "ip": lambda: self.pick("::", "[::1]", "0.0.0.0"), "lifecycle_hooks": self.lifecycle,
            "mem_guarantee": self.memory, "mem_limit": self.memory, "namespace": lambda: self.pick("default", "users"),
            "node_affinity_preferred": lambda: self.list_or_map(self.preferred), "node_affinity_required": lambda: self.list_or_map(self.term),
            "node_selector": lambda: self.map(self.scalar), "notebook_dir": lambda: self.pick("~/x", "/home/{username}", "{{}}", ""),
            "pod_affinity_preferred": lambda: self.list_or_map(self.weighted), "pod_affinity_required": lambda: self.list_or_map(self.pod_term),
            "pod_anti_affinity_preferred": lambda: self.list_or_map(self.weighted), "pod_anti_affinity_required": lambda: self.list_or_map(self.pod_term),
            "pod_name_template": self.name_template, "pod_security_context": self.context, "port": lambda: self.pick(0, 8889, 80),
            "priority_class_name": self.word, "privileged": lambda: self.pick(True, False), "pvc_name_template": self.name_template,
            "scheduler_name": lambda: self.pick(None, "s", ""), "secret_mount_path": lambda: self.pick("/ssl/", ""), "secret_name_template": lambda: self.pick("{pod_name}", "s-{username}"),
            "service_account": lambda: self.pick(None, "sa", "sa-{username}", ""), "slug_scheme": lambda: self.pick("safe", "escape") if self.chance(0.98) else "other",
            "storage_access_modes": lambda: self.some(lambda: "ReadWriteMany"), "storage_capacity": lambda: self.pick("1Gi", None, "10Gi") if self.chance(0.97) else 5,
            "storage_class": lambda: self.pick(None, "", "fast", "{username}"), "storage_extra_annotations": labels, "storage_extra_labels": labels,
            "storage_pvc_ensure": lambda: self.pick(True, True, False), "storage_selector": lambda: self.pick({}, {"matchLabels": {"user": self.template()}}),
            "supplemental_gids": lambda: self.pick([], [1, 2], ["5"]) if self.chance(0.98) else ["x"], "tolerations": lambda: self.list_or_map(self.toleration), "uid": self.gid,
            "user_namespace_template": lambda: self.pick("{hubnamespace}-{username}", "{username}"), "volume_mounts": lambda: self.list_or_map(self.mount),
            "volumes": lambda: self.list_or_map(self.volume), "working_dir": lambda: self.pick(None, "/x", "/home/{username}", ""),
        }

    def section(self, most):
        known = self.traits()
        names = self.random.sample(sorted(known), self.random.randint(0, most))
        out = {name: known[name]() for name in names}
        if self.chance(0.05):
            old = self.pick("singleuser_uid", "image_spec", "user_storage_capacity", "singleuser_extra_labels", "singleuser_lifecycle_hooks")
            out[old] = self.pick(5, "img", {"a": "b"})
        return out

    def override(self, most=5):
        if self.chance(0.01):
            return self.pick(None, [], "x")
        out = self.section(most)
        if self.chance(0.06):
            out[self.pick("mem_limt", "pod_name", "env", "display_name", "image_spec", "singleuser_node_selector", "working_dir", "internal_ssl", "pvc_name")] = self.pick("x", {"a": "b"}, 5, None, True)
        # A null within a map takes a key away.
        if self.chance(0.2):
            out[self.pick("environment", "extra_labels", "node_selector", "volumes", "extra_pod_config")] = self.map(lambda: self.pick(None, {"b": None, "c": {"d": 1}}, {}, "x"))
        return out

    def choice(self):
        return {"display_name": "C", "kubespawner_override": self.override(3)} | ({"default": self.pick(True, False)} if self.chance(0.3) else {})

    def unlisted_override(self):
        return self.pick({"image": "{value}"}, {"environment": {"V": "{value}", "{value}": "{{x}}", "W": "{username}"}}, {"mem_limit": "{value}"}, {"image": "{value:.4}"}, {"image": "{}"})

    def option(self):
        out = {"display_name": "O"}
        if self.chance(0.9):
            out["choices"] = {name: self.choice() for name in self.random.sample(["small", "large", "b", "a-c"], self.random.randint(0, 3))}
        if self.chance(0.4):
            out["unlisted_choice"] = {"enabled": self.pick(True, True, False), "kubespawner_override": self.unlisted_override()} | ({"validation_regex": self.pick("^img", "[a-z]+:\\d", ".+")} if self.chance(0.4) else {})
        return out

    def profile(self):
        out = {"display_name": self.pick(*DISPLAY_NAMES)} if self.chance(0.99) else {}
        if self.chance(0.3):
            out["slug"] = self.pick("s", "t", "u")
        if self.chance(0.2):
            out["default"] = self.pick(True, False)
        if self.chance(0.9):
            out["kubespawner_override"] = self.override()
        if self.chance(0.5):
            out["profile_options"] = {name: self.option() for name in self.random.sample(["image", "size"], self.random.randint(0, 2))}
        return out

    def options(self, profiles, slugify):
        """What a user chooses; most often what there is."""
        if not profiles or self.chance(0.3):
            return {}
        profile = self.pick(*profiles)
        out = {"profile": profile.get("slug") or slugify(profile.get("display_name", "x"))} if self.chance(0.95) else {"profile": "nobody"}
        for name, option in profile.get("profile_options", {}).items():
            choices = list(option.get("choices") or {})
            if choices and self.chance(0.6):
                out[name] = self.pick(*choices)
            elif self.chance(0.3):
                out[f"{name}--unlisted-choice"] = self.pick("img:1", "2G", "Ünsinn")
        return out

    def case(self, slugify):
        traits = {"KubeSpawner": self.section(10), "Spawner": self.section(2)}
        if self.chance(0.15):
            traits["JupyterHub"] = {"base_url": self.pick("/", "/hub", "x/y/"), "internal_ssl": self.pick(True, False)}
        profiles = self.some(self.profile) if self.chance(0.6) else []
        if profiles:
            traits["KubeSpawner"]["profile_list"] = profiles
        options = self.options(profiles, slugify)
        if self.chance(0.05):
            traits["KubeSpawner"]["apply_user_options"] = {"mem": "mem_limit", "port": "port", "img": "image", "profile": "component_label"}
            options |= {"mem": "2G", "port": self.pick("99", "x"), "img": "i:1"}
        return {"traits": traits, "user": self.pick(*USERS), "server": self.pick(*SERVERS), "options": options, "namespace": self.pick("default", "jhub")}
