# This machine can reach Debian's mirrors, so it also installs their security updates automatically.

readonly WANTED=("postgresql-$PG_MAJOR" nodejs unattended-upgrades)

install_from_mirror() {
  settle_file /etc/postgresql-common/createcluster.d/sbw.conf 644 root <<<'create_main_cluster = false'
  dpkg --status "${WANTED[@]}" >/dev/null 2>&1 && return
  export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a
  local apt=(apt-get --quiet=2 --yes --no-install-recommends -o DPkg::Lock::Timeout=300)
  quietly "${apt[@]}" update || fail 'the lists of Debian’s mirrors cannot be fetched'
  quietly "${apt[@]}" install "${WANTED[@]}" || fail 'the packages cannot be installed'
}
