#!/usr/bin/env bash
# Images that the tests need beside those of the cluster: a layer each on its Debian base, in one archive that the node loads when it starts.
# Built once for a content of this folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../../../shared/cluster/env.sh"
key=$(cat "$here"/* | sha256sum | cut -c1-12)
archive=$IMAGES/load/cdk8s-jupyterhub-$key.tar
[ ! -f "$archive" ] || exit 0
[ "${IN_NS:-}" ] || exec env IN_NS=1 unshare --mount "$here/build.sh" # its mounts end with it

base=$IMAGES/work/base
work=$(mktemp -d "$IMAGES/cdk8s-jupyterhub.XXXXXX")
trap 'umount -qR "$work"/*/root || true; rm -rf "$work"' EXIT

# layer NAME SCRIPT: what the script, run as root in the base, adds to it; this folder is /mnt there.
layer() {
  local layer=$work/$1
  mkdir -p "$layer"/{upper,work,root}
  mount -t overlay overlay -o "lowerdir=$base,upperdir=$layer/upper,workdir=$layer/work" "$layer/root"
  mount --bind /etc/resolv.conf "$layer/root/etc/resolv.conf"
  mount --bind /proc "$layer/root/proc"
  mount --bind /dev "$layer/root/dev"
  mount --bind "$here" "$layer/root/mnt"
  env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root DEBIAN_FRONTEND=noninteractive chroot "$layer/root" bash -ec "$2"
  umount -R "$layer/root"
  tar -C "$layer/upper" -cf "$work/$1.tar" .
}

layer postgresql 'apt-get update -q; apt-get install -qy --no-install-recommends postgresql; apt-get clean; rm -rf /var/lib/apt/lists/*'
layer image-awaiter 'install -m 755 /mnt/image-awaiter.py /image-awaiter'

rm -f "$IMAGES"/load/cdk8s-jupyterhub-*.tar
env='"Env":["PATH=/usr/lib/postgresql/15/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin","HOME=/home/jovyan","LANG=C.UTF-8"],"User":"1000"'
"$HERE/image/mkimage.py" "$work/images.tar" \
  localhost/postgresql-debian:15 "{$env}" "$IMAGES/out/base.tar,$work/postgresql.tar" \
  quay.io/jupyterhub/k8s-image-awaiter:4.4.0 "{$env}" "$IMAGES/out/base.tar,$work/image-awaiter.tar"
mv "$work/images.tar" "$archive"
echo "built: $archive"
