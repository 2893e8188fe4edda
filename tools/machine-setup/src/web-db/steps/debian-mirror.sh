# This machine can reach Debian's mirrors, so its timers also install security updates, each day.

readonly WANTED=("postgresql-$PG_MAJOR" nodejs unattended-upgrades)
# Their last successes, by /usr/lib/apt/apt.systemd.daily.
readonly PERIODIC=${PERIODIC:-/var/lib/apt/periodic}

install_from_mirror() {
  settle_file /etc/postgresql-common/createcluster.d/sbw.conf 644 root <<<'create_main_cluster = false'
  # Error-Mode: lists that are old because a mirror did not answer are not a success.
  settle_file /etc/apt/apt.conf.d/90sbw-updates 644 root <<'CONF'
APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
APT::Update::Error-Mode "any";
CONF
  dpkg --status "${WANTED[@]}" >/dev/null 2>&1 && return
  export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a
  local apt=(apt-get --quiet=2 --yes --no-install-recommends -o DPkg::Lock::Timeout=300)
  quietly "${apt[@]}" update || fail 'the lists of Debian’s mirrors cannot be fetched'
  quietly "${apt[@]}" install "${WANTED[@]}" || fail 'the packages cannot be installed'
  quietly "${apt[@]}" upgrade || fail 'the packages of this machine cannot be brought up to date'
  record packages-as-of "$(date --utc +%F)"
}

# The day on which the timers last fetched the lists and installed updates, whichever is longer ago;
# before both have done so, that of the installation.
patched_on() {
  if [[ -e $PERIODIC/update-stamp && -e $PERIODIC/upgrade-stamp ]]; then
    date --utc --date "@$(stat --format %Y "$PERIODIC/update-stamp" "$PERIODIC/upgrade-stamp" | sort --numeric-sort | head -1)" +%F
  else
    recorded packages-as-of
  fi
}
