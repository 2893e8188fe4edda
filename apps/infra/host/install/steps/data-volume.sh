# The volume at /srv/dw outlives this machine: it holds PostgreSQL's data and, through a bind mount, its configuration.
# Both are needed to attach a warehouse to a new machine, since Debian starts no cluster without its configuration.

mount_data_volume() {
  if ! mountpoint --quiet "$DATA_VOLUME"; then
    [[ -n $DATA_DEVICE ]] || fail "$DATA_VOLUME is not mounted and there is no --data-device: the warehouse must not be on the system disk"
    wait_for 120 test -b "$DATA_DEVICE" || fail "the data volume $DATA_DEVICE did not appear within two minutes"
    format_when_blank
  fi
  mkdir -p "$DATA_VOLUME" /etc/postgresql
  list_in_fstab
  mountpoint --quiet "$DATA_VOLUME" || quietly mount "$DATA_VOLUME" || fail "$DATA_DEVICE cannot be mounted"
  mkdir -p "$DATA_VOLUME/etc-postgresql"
  mountpoint --quiet /etc/postgresql || quietly mount /etc/postgresql || fail '/etc/postgresql cannot be mounted'
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

# The machine must start, and be reachable by SSM, when the volume is missing (nofail).
list_in_fstab() {
  local lines
  lines=$(awk -v data="$DATA_VOLUME" '$2 != data && $2 != "/etc/postgresql"' /etc/fstab 2>/dev/null || true)
  if [[ -n $DATA_DEVICE ]]; then
    lines+=$'\n'"$DATA_DEVICE $DATA_VOLUME ext4 defaults,nofail,x-systemd.device-timeout=60s,x-systemd.growfs 0 2"
  fi
  lines+=$'\n'"$DATA_VOLUME/etc-postgresql /etc/postgresql none bind,nofail 0 0"
  FILE_CHANGED=no
  settle_file /etc/fstab 644 root <<<"$lines"
  [[ $FILE_CHANGED == no ]] || systemctl daemon-reload
}
