"""The script of the bootstrap Job, against a stand-in for the Kubernetes API."""

import shutil
import subprocess
import time

import certifi
import pytest
from bootstrap import COOKIE, CRYPT, KEYS, PROXY, SERVICE, assert_drawn, command, decoded, encoded, run
from fake_api import FakeApi

NOW = ("--timeout", "0", "--grace", "0")


@pytest.fixture
def account(tmp_path):
    for name, text in (("token", "the-token\n"), ("namespace", "jhub"), ("ca.crt", "")):
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def api(account):
    apis = []

    def start(*args, **more):
        apis.append(FakeApi(*args, **more))
        apis[-1].flags = ("--server", apis[-1].url, "--account", str(account))
        return apis[-1]

    yield start
    for one in apis:
        one.stop()


def test_fills_an_empty_secret(api):
    kube = api(data=None)
    result = run(*kube.flags)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == f"secret-bootstrap: written: {', '.join(KEYS)}\n"
    assert_drawn(decoded(kube.data))


def test_two_runs_draw_different_tokens(api):
    first, second = api(), api()
    run(*first.flags), run(*second.flags)
    assert not set(first.data.values()) & set(second.data.values())


def test_keeps_what_is_there_and_adds_the_rest(api):
    kube = api(data={COOKIE: encoded("mine"), "values.yaml": encoded("x: 1")})
    result = run(*kube.flags)
    assert result.stdout == f"secret-bootstrap: written: {PROXY}, {CRYPT}, {SERVICE}\n"
    data = decoded(kube.data)
    assert (data.pop(COOKIE), data.pop("values.yaml")) == ("mine", "x: 1")
    assert_drawn(data, (PROXY, CRYPT, SERVICE))
    assert set(kube.requests[-1][3]["data"]) == {PROXY, CRYPT, SERVICE}


def test_a_given_token_is_written_over_another_one_and_the_rest_is_generated(api, tmp_path):
    (tmp_path / COOKIE).write_text("given")
    kube = api(data={COOKIE: encoded("generated before"), CRYPT: encoded("mine")})
    assert run(*kube.flags, "--given", str(tmp_path)).stdout == f"secret-bootstrap: written: {PROXY}, {COOKIE}, {SERVICE}\n"
    data = decoded(kube.data)
    assert (data[COOKIE], data[CRYPT]) == ("given", "mine")
    assert_drawn(data, (PROXY, SERVICE))
    before = kube.version
    assert run(*kube.flags, "--given", str(tmp_path)).stdout == "secret-bootstrap: written: nothing, all keys are there\n"
    assert kube.version == before


def test_the_secret_becomes_the_owner_of_the_job(api):
    kube = api()
    assert run(*kube.flags, env={"JOB_NAME": "the-job"}).returncode == 0
    assert kube.job == {"ownerReferences": [{"apiVersion": "v1", "kind": "Secret", "name": "hub", "uid": "the-uid"}]}


def test_a_job_that_cannot_be_owned_has_done_its_work_all_the_same(api):
    kube = api()
    result = run(*kube.flags, env={"JOB_NAME": "another"})
    assert result.returncode == 0
    assert result.stderr.endswith("if the Secret is ever deleted, delete this Job too\n")


def test_an_empty_value_counts_as_missing(api):
    kube = api(data={**{key: encoded("mine") for key in KEYS}, CRYPT: ""})
    assert run(*kube.flags).stdout == f"secret-bootstrap: written: {CRYPT}\n"
    assert_drawn(decoded(kube.data), (CRYPT,))


def test_a_complete_secret_is_only_read(api):
    kube = api(data={key: encoded("mine") for key in KEYS})
    result = run(*kube.flags)
    assert (result.returncode, result.stdout) == (0, "secret-bootstrap: written: nothing, all keys are there\n")
    assert [request[0] for request in kube.requests] == ["GET"]


def test_a_second_run_changes_nothing(api):
    kube = api()
    run(*kube.flags)
    before = dict(kube.data)
    run(*kube.flags)
    assert kube.data == before


def test_presents_the_service_accounts_token(api):
    kube = api()
    run(*kube.flags)
    assert {request[2]["Authorization"] for request in kube.requests} == {"Bearer the-token"}


def test_prints_no_token(api):
    kube = api()
    result = run(*kube.flags)
    for value in [*decoded(kube.data).values(), *kube.data.values(), "the-token"]:
        assert value not in result.stdout + result.stderr


def test_someone_elses_write_in_between_is_kept(api):
    kube = api()
    kube.before_patch = [{COOKIE: encoded("theirs")}, {"other": encoded("theirs")}]
    result = run(*kube.flags)
    assert result.returncode == 0
    assert result.stdout == f"secret-bootstrap: written: {PROXY}, {CRYPT}, {SERVICE}\n"
    data = decoded(kube.data)
    assert (data[COOKIE], data["other"]) == ("theirs", "theirs")
    assert "Secret jhub/hub was changed by someone else meanwhile" in result.stderr


def test_runs_at_the_same_time_agree(api):
    kube = api()
    runs = [subprocess.Popen(command(*kube.flags), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate() and process.returncode for process in runs] == [0] * 4
    assert kube.version == 2
    assert_drawn(decoded(kube.data))


def test_waits_for_an_api_that_is_down_for_a_while(api):
    kube = api()
    kube.faults = [503, 500, 429, (200, b"half an ans"), None, 504]
    result = run(*kube.flags)
    assert result.returncode == 0
    assert_drawn(decoded(kube.data))
    assert f"the Kubernetes API at {kube.url} answers 503; trying for 120 s" in result.stderr


def test_gives_up_on_an_api_that_stays_down(account):
    start = time.monotonic()
    result = run("--server", "http://127.0.0.1:9", "--account", str(account), "--timeout", "1")
    assert 1 <= time.monotonic() - start < 5
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].startswith("secret-bootstrap: the Kubernetes API at http://127.0.0.1:9 does not answer: ")
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_says_that_the_secret_does_not_exist(api):
    result = run(*api(exists=False).flags, *NOW)
    assert result.returncode == 1
    assert result.stderr == "secret-bootstrap: Secret jhub/hub does not exist: apply the file that holds it; it is not created here\n"


def test_waits_a_little_for_a_secret_that_is_being_applied(api):
    kube = api()
    kube.faults = [404, 403, 404]
    result = run(*kube.flags)
    assert result.returncode == 0
    assert "does not exist" in result.stderr and "trying for 20 s" in result.stderr


@pytest.mark.parametrize("faults, verb", [([403], "get"), ([None, 403], "patch")])
def test_says_which_right_is_missing(api, faults, verb):
    kube = api()
    kube.faults = faults
    result = run(*kube.flags, *NOW)
    assert result.returncode == 1
    assert result.stderr == (
        f"secret-bootstrap: no right to {verb} Secret jhub/hub: bind this service account to a Role with get and patch on it\n"
    )


def test_says_that_its_token_is_not_accepted(api, account):
    kube = api()
    kube.faults = [401]
    result = run(*kube.flags, *NOW)
    assert (result.returncode, result.stderr) == (1, f"secret-bootstrap: the Kubernetes API does not accept the token in {account}\n")


def test_says_that_the_api_refuses_the_write(api):
    kube = api()
    kube.faults = [None, 422]
    result = run(*kube.flags)
    assert (result.returncode, result.stderr) == (
        1, "secret-bootstrap: the Kubernetes API refuses to patch Secret jhub/hub (422): is it immutable, is a key's name wrong?\n",
    )


def test_says_that_no_service_account_is_mounted(api, tmp_path):
    kube = api()
    result = run("--server", kube.url, "--account", str(tmp_path / "none"))
    assert (result.returncode, result.stderr) == (
        1, f"secret-bootstrap: {tmp_path}/none: token, namespace or ca.crt cannot be read: let the pod mount its service account's token\n",
    )


def test_asks_the_server_of_the_pods_environment_and_no_proxy(api, account):
    kube = api()
    host, port = kube.url.removeprefix("http://").split(":")
    # An https address that speaks http: reached, but not trusted. Through the proxy it would not even be reached.
    shutil.copy(certifi.where(), account / "ca.crt")
    env = {"KUBERNETES_SERVICE_HOST": host, "KUBERNETES_SERVICE_PORT": port, "HTTPS_PROXY": "http://127.0.0.1:9"}
    result = run("--account", str(account), *NOW, env=env)
    assert result.returncode == 1
    assert result.stderr.startswith(f"secret-bootstrap: the Kubernetes API at https://{host}:{port} does not answer: [SSL")
