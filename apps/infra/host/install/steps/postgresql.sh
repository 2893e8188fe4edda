# One cluster on the data volume: made the first time, attached again on every later machine.

readonly PG_DATA=$DATA_VOLUME/postgresql/$PG_MAJOR/$PG_CLUSTER
readonly PG_CONFIG=/etc/postgresql/$PG_MAJOR/$PG_CLUSTER
readonly PG_UNIT=postgresql@$PG_MAJOR-$PG_CLUSTER.service

run_postgresql() {
  if [[ -e $PG_CONFIG/postgresql.conf && -e $PG_DATA/PG_VERSION ]]; then
    take_over_files
  elif [[ -e $PG_CONFIG/postgresql.conf || -e $PG_DATA/PG_VERSION ]]; then
    fail "$DATA_VOLUME holds only one of $PG_DATA and its configuration $PG_CONFIG: restore both from one snapshot"
  else
    make_cluster
  fi
  FILE_CHANGED=no
  configure_postgresql
  # Debian looks for clusters before the data volume is mounted, so this one is named to systemd.
  systemctl is-enabled --quiet "$PG_UNIT" || quietly systemctl enable "$PG_UNIT"
  if [[ $FILE_CHANGED == yes ]]; then
    systemctl daemon-reload
    quietly systemctl restart "$PG_UNIT" || fail 'PostgreSQL does not start'
  elif ! postgresql_answers; then
    quietly systemctl start "$PG_UNIT" || fail 'PostgreSQL does not start'
  fi
  # Recovery after an unclean stop comes before the first answer.
  if ! wait_for 600 postgresql_answers; then
    tail -n 20 "/var/log/postgresql/postgresql-$PG_MAJOR-$PG_CLUSTER.log" >&2 || true
    fail 'PostgreSQL does not answer'
  fi
}

postgresql_answers() { pg_isready --quiet --host /var/run/postgresql --timeout 5; }

make_cluster() {
  # Order of text by its bytes is the same on every release of the C library: an index never breaks with an upgrade.
  quietly pg_createcluster --datadir "$PG_DATA" --locale C.UTF-8 --encoding UTF8 --port 5432 --start-conf auto \
    "$PG_MAJOR" "$PG_CLUSTER" -- --data-checksums || fail 'the PostgreSQL cluster cannot be made'
}

# The account postgres may have another number on this machine than on the one that wrote the files.
take_over_files() {
  [[ $(stat --format %U "$PG_DATA") != postgres ]] || return 0
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
