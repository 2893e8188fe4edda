# One cluster on the data volume: created the first time, and attached again on every later machine.

readonly PG_DATA=$DATA_VOLUME/postgresql/$PG_MAJOR/$PG_CLUSTER
readonly PG_CONFIG=/etc/postgresql/$PG_MAJOR/$PG_CLUSTER
readonly PG_UNFINISHED=$DATA_VOLUME/cluster-is-being-made
readonly PG_UNIT=postgresql@$PG_MAJOR-$PG_CLUSTER.service

run_postgresql() {
  take_over_files
  mount_configuration
  # The power failed while the cluster was being created, so it is still empty.
  [[ ! -e $PG_UNFINISHED ]] || rm -rf "$PG_DATA" "$PG_CONFIG"
  if [[ ! -e $PG_CONFIG/postgresql.conf && ! -e $PG_DATA/PG_VERSION ]]; then
    make_cluster
  elif [[ ! -e $PG_CONFIG/postgresql.conf || ! -e $PG_DATA/PG_VERSION ]]; then
    fail "$DATA_VOLUME has only one of $PG_DATA and its configuration $PG_CONFIG: restore both from one snapshot"
  fi
  FILE_CHANGED=no
  configure_postgresql
  # Debian looks for clusters to start before the data volume is mounted, so this one is enabled in
  # systemd explicitly.
  [[ -L /etc/systemd/system/multi-user.target.wants/$PG_UNIT ]] || quietly systemctl enable "$PG_UNIT"
  if [[ $FILE_CHANGED == yes ]]; then
    systemctl daemon-reload
    quietly systemctl restart "$PG_UNIT" || fail_with_log 'PostgreSQL does not start'
  elif ! postgresql_answers; then
    quietly systemctl start "$PG_UNIT" || fail_with_log 'PostgreSQL does not start'
  fi
  # Recovery after an unclean stop comes before the first answer.
  wait_for 600 postgresql_answers || fail_with_log 'PostgreSQL does not answer'
}

fail_with_log() {
  journalctl --unit "$PG_UNIT" --lines 10 --no-pager --output cat >&2
  tail -n 10 "/var/log/postgresql/postgresql-$PG_MAJOR-$PG_CLUSTER.log" >&2 || true
  fail "$1"
}

postgresql_answers() { pg_isready --quiet --host /var/run/postgresql --timeout 5; }

make_cluster() {
  touch "$PG_UNFINISHED"
  # The byte order of text is the same in every release of the C library, so that an upgrade never
  # breaks an index.
  quietly pg_createcluster --datadir "$PG_DATA" --locale C.UTF-8 --encoding UTF8 --port 5432 --start-conf auto \
    "$PG_MAJOR" "$PG_CLUSTER" -- --data-checksums || fail 'the PostgreSQL cluster cannot be made'
  sync --file-system "$DATA_VOLUME"
  rm "$PG_UNFINISHED"
}

# Gives the files to the account postgres, whose numbers may differ from those of an earlier machine.
take_over_files() {
  [[ -e $PG_DATA ]] || return 0
  [[ $(stat --format %u:%g "$PG_DATA") != "$(id --user postgres):$(id --group postgres)" ]] || return 0
  chown --recursive postgres:postgres "$DATA_VOLUME/postgresql" "$DATA_VOLUME/etc-postgresql"
}

configure_postgresql() {
  local address memory settings access
  address=$(private_address)
  [[ -n $address ]] || fail "this machine has no address in $PRIVATE_NETWORK"
  memory=$(memory_mib)
  settings=$(sed -e "s|@ADDRESS@|$address|" -e "s|@SHARED_BUFFERS@|$((memory / 4))MB|" \
    -e "s|@EFFECTIVE_CACHE_SIZE@|$((memory * 5 / 8))MB|" -e "s|@MAINTENANCE_WORK_MEM@|$((memory / 16))MB|" \
    -e "s|@WORK_MEM@|$((memory / 128))MB|" "$HERE/files/postgresql.conf")
  access=$(sed -e "s|@PRIVATE_NETWORK@|$PRIVATE_NETWORK|" "$HERE/files/pg_hba.conf")
  settle_file "$PG_CONFIG/conf.d/sbw.conf" 644 postgres <<<"$settings"
  settle_file "$PG_CONFIG/pg_hba.conf" 640 postgres <<<"$access"
  settle_file "/etc/systemd/system/$PG_UNIT.d/sbw.conf" 644 root <"$HERE/files/postgresql-unit.conf"
}
