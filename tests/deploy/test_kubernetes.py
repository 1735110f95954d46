"""The manifests for a cluster are what Kubernetes takes, fit each other, and give a copy nothing to do harm with.

The overlays are put together here, as far as they use kustomize; where kubectl is installed it must come to the same.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from tests.deploy.conftest import DEPLOY

FOLDER = DEPLOY / "kubernetes"
OVERLAYS = ("small", "country")
VERSIONS = ("1.31", kubernetes_validate.latest_version())
"""The oldest release that somebody may still run, and the newest that is known."""

Manifest = dict[str, Any]


def put_together(folder: Path) -> list[Manifest]:
    """What kustomize makes of a folder."""
    wanted = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))
    assert wanted.keys() <= {"apiVersion", "kind", "namespace", "resources", "images", "patches"}
    manifests: list[Manifest] = []
    for resource in wanted["resources"]:
        path = folder / resource
        manifests += put_together(path) if path.is_dir() else yaml.safe_load_all(path.read_text("utf-8"))
    for patch in wanted.get("patches", []):
        change = yaml.safe_load((folder / patch["path"]).read_text("utf-8"))
        (changed,) = [one for one in manifests if called(one) == called(change)]
        merge(changed, change)
    for manifest in manifests:
        if "namespace" in wanted:
            manifest["metadata"]["namespace"] = wanted["namespace"]
        for container in containers(manifest):
            for image in wanted.get("images", []):
                if container["image"] == image["name"]:
                    container["image"] = f"{image['newName']}:{image['newTag']}"
    return manifests


def called(manifest: Manifest) -> tuple[str, str]:
    """Kind and name."""
    return manifest["kind"], manifest["metadata"]["name"]


def merge(old: Manifest, new: Manifest) -> None:
    """Merge a change as Kubernetes does: by keys, lists of named things by name, other lists as a whole."""
    for key, value in new.items():
        if value is None:
            old.pop(key, None)
        elif isinstance(value, dict) and isinstance(old.get(key), dict):
            merge(old[key], value)
        elif key == "containers":
            for container in value:
                merge(next(one for one in old[key] if one["name"] == container["name"]), container)
        elif key in ("volumes", "volumeMounts") and key in old:
            old[key] = [*value, *old[key]]
        else:
            old[key] = value


def containers(manifest: Manifest) -> list[Manifest]:
    """All containers of a manifest, those for the beginning first."""
    pod = manifest.get("spec", {}).get("template", {}).get("spec", {})
    return [*pod.get("initContainers", []), *pod.get("containers", [])]


def of_kind(manifests: list[Manifest], kind: str) -> Manifest:
    """The only manifest of a kind."""
    (found,) = [manifest for manifest in manifests if manifest["kind"] == kind]
    return found


@pytest.fixture(params=OVERLAYS)
def overlay(request: pytest.FixtureRequest) -> str:
    """The name of an overlay."""
    return str(request.param)


@pytest.fixture
def manifests(overlay: str) -> list[Manifest]:
    """What an overlay asks of the cluster."""
    return put_together(FOLDER / "overlays" / overlay)


@pytest.mark.parametrize("version", VERSIONS)
def test_kubernetes_takes_every_manifest(manifests: list[Manifest], version: str) -> None:
    for manifest in manifests:
        kubernetes_validate.validate(manifest, version, strict=True)
    assert len(manifests) >= 6


def test_kustomize_comes_to_the_same(overlay: str, manifests: list[Manifest]) -> None:
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        pytest.skip("no kubectl of 1.21 or newer, which Debian does not have")
    made = subprocess.run(
        [kubectl, "kustomize", str(FOLDER / "overlays" / overlay)], capture_output=True, text=True, check=True
    )
    theirs = {called(one): one for one in yaml.safe_load_all(made.stdout)}
    assert theirs == {called(one): one for one in manifests}


def test_everything_finds_the_copies(manifests: list[Manifest]) -> None:
    deployment = of_kind(manifests, "Deployment")["spec"]
    labels = deployment["template"]["metadata"]["labels"]
    assert deployment["selector"]["matchLabels"] == labels
    assert of_kind(manifests, "Service")["spec"]["selector"] == labels
    assert of_kind(manifests, "PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    assert of_kind(manifests, "NetworkPolicy")["spec"]["podSelector"]["matchLabels"] == labels
    (rule,) = of_kind(manifests, "Ingress")["spec"]["rules"]
    settings = of_kind(manifests, "ConfigMap")["data"]
    assert settings["CATALOGUE_SITE_ADDRESS"] == f"https://{rule['host']}"


def test_a_copy_can_write_nowhere_but_below_tmp_and_has_no_rights(manifests: list[Manifest]) -> None:
    deployment = of_kind(manifests, "Deployment")
    pod = deployment["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"]
    for container in containers(deployment):
        allowed = container["securityContext"]
        assert allowed["readOnlyRootFilesystem"]
        assert allowed["allowPrivilegeEscalation"] is False
        assert allowed["capabilities"] == {"drop": ["ALL"]}
        assert "memory" in container["resources"]["limits"]
    writable = [m["mountPath"] for m in pod["containers"][0]["volumeMounts"] if not m.get("readOnly")]
    assert writable == ["/tmp"]


def test_a_switch_and_an_autoscaler_never_leave_fewer_copies_than_asked_for(
    manifests: list[Manifest],
) -> None:
    rolling = of_kind(manifests, "Deployment")["spec"]["strategy"]["rollingUpdate"]
    assert rolling["maxUnavailable"] == 0
    scaled = [one["spec"] for one in manifests if one["kind"] == "HorizontalPodAutoscaler"]
    for spec in scaled:
        assert 2 <= spec["minReplicas"] < spec["maxReplicas"]
        assert "replicas" not in of_kind(manifests, "Deployment")["spec"]


@pytest.mark.parametrize(("as_told", "code"), [(True, 0), (False, 1)])
def test_what_is_fetched_from_storage_is_taken_only_with_its_sum(
    tmp_path: Path, as_told: bool, code: int
) -> None:
    """The command of the container that fetches, with its folders put elsewhere."""
    fetch, _ = containers(of_kind(put_together(FOLDER / "overlays/country"), "Deployment"))
    (tmp_path / "edition").mkdir()
    (tmp_path / "edition/manifest.json").write_text("{}", "utf-8")
    packed = Path(shutil.make_archive(str(tmp_path / "packed"), "gztar", tmp_path / "edition"))
    told = hashlib.sha256(packed.read_bytes()).hexdigest() if as_told else "0" * 64
    script = fetch["command"][-1]
    script = script.replace("/tmp/edition.tar.gz", str(tmp_path / "fetched"))
    script = script.replace("/srv/katalog", str(tmp_path / "srv"))
    environment = os.environ | {"ADDRESS": packed.as_uri(), "SHA256": told}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True)
    assert done.returncode == code
    assert (tmp_path / "srv/manifest.json").exists() == as_told
