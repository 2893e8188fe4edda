# The volume at /srv/dw outlives this machine: it contains PostgreSQL's data and, through a bind
# mount, its configuration. Both are needed to attach a warehouse to a new machine, since Debian does
# not start a cluster without its configuration.

mount_data_volume() {
  if ! mountpoint --quiet "$DATA_VOLUME"; then
    [[ -n $DATA_DEVICE ]] || fail "$DATA_VOLUME is not mounted and --data-device is missing: the warehouse must not be on the system disk"
    wait_for 120 test -b "$DATA_DEVICE" || fail "the data volume $DATA_DEVICE did not appear within two minutes"
    format_when_blank
  fi
  # The machine must start, and be reachable by SSM, when the volume is missing: nofail.
  [[ -z $DATA_DEVICE ]] ||
    mount_from_fstab "$DATA_VOLUME" "$DATA_DEVICE" 'ext4 defaults,nofail,x-systemd.device-timeout=60s,x-systemd.growfs 0 2'
}

# Called only after the packages are installed: their installation starts each cluster that it finds,
# and this one may still have the account numbers and the address of another machine.
mount_configuration() {
  mkdir -p "$DATA_VOLUME/etc-postgresql"
  mount_from_fstab /etc/postgresql "$DATA_VOLUME/etc-postgresql" 'none bind,nofail 0 0'
}

format_when_blank() {
  local found status=0
  found=$(blkid --probe --output value --match-tag TYPE --match-tag PTTYPE "$DATA_DEVICE") || status=$?
  if ((status == 2)) && [[ -z $found ]]; then
    quietly mkfs.ext4 -q -L sbw-dw -m 1 "$DATA_DEVICE" || fail "$DATA_DEVICE cannot be formatted"
  elif [[ $found != ext4 ]]; then
    fail "$DATA_DEVICE holds ${found:-something unknown} and no ext4: it is left as it is"
  fi
}

# mount_from_fstab MOUNT_POINT SOURCE REST: lists it in fstab, and mounts it now.
mount_from_fstab() {
  local line="$2 $1 $3" others
  if ! grep --quiet --line-regexp --fixed-strings -- "$line" /etc/fstab; then
    others=$(awk -v here="$1" '$2 != here' /etc/fstab)
    settle_file /etc/fstab 644 root <<<"$others"$'\n'"$line"
    systemctl daemon-reload
  fi
  mkdir -p "$1"
  mountpoint --quiet "$1" || quietly mount "$1" || fail "$1 cannot be mounted"
}
