# A hash over everything that determines the state of this machine: if it is unchanged, nothing has to
# be done.

verify_app_bundle() {
  (cd "$HERE" && sha256sum --check --quiet --strict SHA256SUMS) || fail 'the app bundle is damaged: fetch it again'
}

app_version() { sha256sum <"$HERE/SHA256SUMS" | cut -c1-12; }

os_version() {
  if [[ -z $OS_BUNDLE ]]; then
    recorded os-bundle
  elif [[ -d $OS_BUNDLE ]]; then
    sha256sum <"$OS_BUNDLE/SHA256SUMS" | cut -c1-12
  else
    tar --extract --to-stdout --occurrence=1 --file "$OS_BUNDLE" ./SHA256SUMS | sha256sum | cut -c1-12
  fi
}

versions() { printf 'os-bundle %s, app-bundle %s' "$(os_version)" "$(app_version)"; }

# PostgreSQL listens on this address. It changes when the machine is replaced.
private_address() { ip -4 -oneline address show to "$PRIVATE_NETWORK" | awk '{ sub("/.*", "", $4); print $4; exit }'; }

# Rounded down to 64 MiB, because kernels differ by a few pages in the total that they report.
memory_mib() { awk '/^MemTotal:/ { print int($2 / 1024 / 64) * 64 }' /proc/meminfo; }

fingerprint() {
  printf '%s\n' "$(os_version)" "$(app_version)" "$DATA_DEVICE" "$PRIVATE_NETWORK" "$(private_address)" "$PARAMETERS" \
    "$REGION" "$(memory_mib)" "${DASHBOARD_ENV[@]}" | sha256sum | cut -c1-64
}

# recorded NAME, record NAME VALUE: values that earlier runs left on the system disk; a new system
# disk has none.
recorded() { cat "$STATE/$1" 2>/dev/null || true; }
record() { printf '%s\n' "$2" >"$STATE/$1"; }

all_answers() { mountpoint --quiet "$DATA_VOLUME" && postgresql_answers && dashboard_answers; }

# State Manager and Run Command may both start an installation.
hold_lock() {
  mkdir -p "$STATE"
  exec 9>/run/sbw-install.lock
  flock --timeout 600 9 || fail 'another installation has been running for ten minutes'
}
