"""What a hub's own configuration imports from z2jh, and the order in which it runs."""

import pytest

TRACE = "c.Trace.order = list(c.Trace.get('order', [])) + [{!r}]\n"


def run(pod, source, **files):
    """The Trace section that a piece of extra configuration leaves."""
    pod.set_yaml("config/extra-config.yaml", {"test": source})
    return pod.load().Trace


def test_get_config_reads_a_dotted_path(pod):
    pod.set_yaml("config/values.yaml", {"custom": {"answer": 42, "list": [1], "none": None}, "singleuser": {"memory": {"limit": "2G"}}})
    assert run(pod, """
c.Trace.all = [
    get_config("custom.answer"), get_config("custom.list"), get_config("singleuser.memory"), get_config("singleuser.memory.limit"),
]
""").all == [42, [1], {"limit": "2G"}, "2G"]


def test_get_config_gives_the_default_where_the_path_ends_early(pod):
    pod.set_yaml("config/values.yaml", {"custom": {"answer": 42, "none": None}})
    assert run(pod, """
c.Trace.all = [
    get_config("no.such"), get_config("no.such", "default"), get_config("custom.answer.deeper", "default"),
    get_config("custom.none.deeper", "default"), get_config("custom.none", "default"),
]
""").all == [None, "default", "default", "default", None]


def test_get_config_sees_the_secret_values_too_and_the_existing_ones_win(pod):
    pod.set_yaml("config/values.yaml", {"custom": {"a": 1, "b": 1, "c": 1, "list": [1, 2]}})
    pod.set_yaml("literals/values.yaml", {"custom": {"b": 2, "c": 2}})
    pod.set_yaml("existing-secret/values.yaml", {"custom": {"c": 3, "list": [3]}})
    assert run(pod, "c.Trace.all = get_config('custom')").all == {"a": 1, "b": 2, "c": 3, "list": [3]}


def test_get_config_without_any_values_gives_the_default(pod):
    assert run(pod, "c.Trace.all = get_config('custom.answer', 'default')").all == "default"


def test_what_helm_left_in_the_secret_beside_the_tokens_is_not_read(pod):
    pod.set_yaml("config/values.yaml", {"custom": {"answer": "new"}})
    pod.set_yaml("secret/values.yaml", {"Chart": {"Name": "jupyterhub"}, "custom": {"answer": "old"}})
    pod.set("secret/hub.db.password", "old")
    trace = run(pod, "c.Trace.all = get_config('custom.answer')\nc.Trace.password = get_secret_value('hub.db.password', None)")
    assert trace == {"all": "new", "password": None}


def test_the_functions_can_be_imported_from_z2jh(pod):
    pod.set_yaml("config/values.yaml", {"custom": {"answer": 42}})
    assert run(pod, """
from z2jh import get_config, get_name, get_name_env, get_secret_value, set_config_if_not_none
c.Trace.all = [get_config("custom.answer"), get_name("hub"), get_name_env("proxy-api", "_SERVICE_PORT"), get_secret_value("x", "none")]
set_config_if_not_none(c.Trace, "answer", "custom.answer")
set_config_if_not_none(c.Trace, "unset", "custom.unset")
""") == {"all": [42, "hub", "8001", "none"], "answer": 42}


def test_the_functions_and_common_modules_are_at_hand_without_an_import(pod):
    assert run(pod, """
c.Trace.all = [
    get_config("x", 1), get_name("fullname"), get_name_env("hub", "_SERVICE_HOST"), get_secret_value("x", 2),
    os.path.basename(__file__), re.sub("a", "b", "a"), sys.version_info.major, url_path_join("/a", "b"),
    glob.__name__, client.V1Container.__name__, AsyncHTTPClient.__name__, callable(set_config_if_not_none),
]
""").all == [1, "", "10.0.0.1", 2, "jupyterhub_config.py", "b", 3, "/a/b", "glob", "V1Container", "AsyncHTTPClient", True]


def test_get_secret_value_prefers_the_existing_secret(pod):
    pod.set("secret/a", "ours")
    pod.set("secret/b", "ours")
    pod.set("existing-secret/a", "theirs")
    assert run(pod, "c.Trace.all = [get_secret_value(k, None) for k in 'abc']").all == ["theirs", "ours", None]


def test_a_missing_secret_value_without_a_default_ends_the_hub(pod):
    pod.set_yaml("config/extra-config.yaml", {"test": "get_secret_value('my.key')"})
    assert pod.refusal() == ["hub.extraConfig.test: line 1: ConfigurationError, see above"]
    assert "secret/my.key: no such key" in pod.log


def test_a_name_that_does_not_exist_is_refused_with_those_that_do(pod):
    pod.set_yaml("config/extra-config.yaml", {"test": "get_name('proxy_api')"})
    assert pod.refusal() == ["hub.extraConfig.test: line 1: ConfigurationError, see above"]
    assert "get_name: 'proxy_api' is not known, only fullname, fullname-dash, hub, proxy-api, proxy-public" in pod.log


def test_own_code_runs_after_the_traits_folder_first_then_extra_config_by_name(pod):
    pod.set("jupyterhub_config.d/20-b.py", TRACE.format("d/20-b") + "c.KubeSpawner.image = 'from-d'\n")
    pod.set("jupyterhub_config.d/10-a.py", TRACE.format("d/10-a") + "c.Trace.image = c.KubeSpawner.image\n")
    pod.set("jupyterhub_config.d/30-c.txt", "raise 1")
    pod.set_yaml("config/extra-config.yaml", {"b": TRACE.format("b"), "10-first": TRACE.format("10-first")})
    pod.set_yaml("literals/extra-config.yaml", {"a": TRACE.format("a") + "c.KubeSpawner.mem_limit = '3G'\n"})
    c = pod.load()
    assert c.Trace.order == ["d/10-a", "d/20-b", "10-first", "a", "b"]
    assert c.Trace.image == "quay.io/jupyterhub/k8s-singleuser-sample:4.4.0"
    assert c.KubeSpawner.image == "from-d"
    assert c.KubeSpawner.mem_limit == "3G"
    assert "running hub.extraConfig.10-first\n" in pod.log


def test_entries_share_their_globals(pod):
    pod.set_yaml("config/extra-config.yaml", {"a": "def hook(spawner):\n    return helper\nhelper = 1", "b": "c.Trace.all = hook(None)"})
    assert pod.load().Trace.all == 1


def test_an_entry_can_append_to_traits_that_nobody_set(pod):
    pod.set_yaml("config/extra-config.yaml", {"a": "c.KubeSpawner.tolerations.append(1)\nc.KubeSpawner.extra_labels.update({'a': 'b'})"})
    c = pod.load()
    assert c.KubeSpawner.tolerations.to_dict() == {"extend": [1]}
    assert c.KubeSpawner.extra_labels.to_dict() == {"update": {"a": "b"}}


def test_an_entry_can_end_the_hub_with_its_own_status(pod):
    pod.set_yaml("config/extra-config.yaml", {"a": "sys.exit(7)"})
    with pytest.raises(SystemExit) as end:
        pod.load()
    assert end.value.code == 7


def test_a_failing_entry_is_named_with_its_line_and_its_own_frames(pod):
    pod.set_yaml("config/extra-config.yaml", {"broken": "import json\n\ndef parse():\n    return json.loads('{')\n\nparse()\n"})
    assert pod.refusal() == ["hub.extraConfig.broken: line 4: JSONDecodeError, see above"]
    assert 'File "hub.extraConfig.broken", line 6, in <module>\n    parse()' in pod.log
    assert "z2jh.py" not in pod.log


def test_an_entry_that_is_not_python_is_named_with_its_line(pod):
    pod.set_yaml("config/extra-config.yaml", {"broken": "x = 1\nif x:\nprint(x)\n"})
    assert pod.refusal() == ["hub.extraConfig.broken: line 3: IndentationError, see above"]


def test_a_failing_file_of_the_folder_is_named_with_its_line(pod):
    pod.set("jupyterhub_config.d/a.py", "x = 1\n\nundefined\n")
    assert pod.refusal() == ["jupyterhub_config.d/a.py: line 3: NameError, see above"]


def test_an_entry_that_is_no_text_is_refused(pod):
    pod.set_yaml("config/extra-config.yaml", {"a": {"b": "c"}})
    assert pod.refusal() == ["hub.extraConfig.a: must be Python source, not dict"]


@pytest.mark.parametrize("source, line", [
    ("password = 'pl4nted'\nundefined('pl4nted')\n", "line 2: NameError"),
    ("def f():\n    return {}['pl4nted']\nf()\n", "line 2: KeyError"),
    ("password = 'pl4nted' 'x\n", "line 1: SyntaxError"),
])
@pytest.mark.parametrize("place", ["secret", "existing", "environment"])
def test_a_failing_entry_that_is_a_secret_is_named_and_not_quoted(pod, source, line, place):
    if place == "secret":
        pod.set_yaml("literals/extra-config.yaml", {"a": source})
    elif place == "existing":
        pod.set_yaml("existing-secret/values.yaml", {"hub": {"extraConfig": {"a": source}}})
    else:
        pod.merge("config/cluster.yaml", environment={"extra-config.yaml": [{"path": ["a"], "variable": "HUB_SECRET"}]})
        pod.monkeypatch.setenv("HUB_SECRET", source)
    assert pod.refusal() == [f"hub.extraConfig.a: {line}"]
    assert "pl4nted" not in pod.log
    assert "Traceback" not in pod.log


def test_secrets_are_put_where_their_places_are_free(pod):
    pod.set("config/config.yaml", "Trace: {url: 'postgres://u:(secret 1)@h', list: [a, null, {b: 1}], text: '(secret 1)(secret 2)'}")
    pod.set(
        "literals/config.yaml",
        "Trace: {url: {(secret 1): pw}, list: {'1': x, '2': {c: 2}}, text: {(secret 1): (secret 2), (secret 2): z}, whole: {d: 3}}",
    )
    trace = pod.load().Trace
    assert (trace.url, trace.list, trace.text, trace.whole) == ("postgres://u:pw@h", ["a", "x", {"b": 1, "c": 2}], "(secret 2)z", {"d": 3})
