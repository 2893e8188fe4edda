# Debian packages come only from the bundle. The machine's list of mirrors stays unchanged and
# unused. A script that needs less than the warehouse names its packages in PACKAGES.

install_os_packages() {
  if [[ -z $OS_BUNDLE ]]; then
    [[ -n $(recorded os-bundle) ]] || fail 'no packages are installed yet: give --os-bundle'
    return
  fi
  [[ $(os_version) != "$(recorded os-bundle)" ]] || return 0

  forbid_main_cluster
  local folder=$OS_BUNDLE
  if [[ -f $OS_BUNDLE ]]; then
    folder=$STATE/os-bundle
    rm -rf "$folder" && mkdir "$folder"
    tar --extract --file "$OS_BUNDLE" --directory "$folder" || fail "$OS_BUNDLE cannot be unpacked"
  fi
  (cd "$folder" && sha256sum --check --quiet --strict SHA256SUMS) || fail 'the OS bundle is damaged: fetch it again'
  apply_packages "$folder"
  record packages-as-of "$(cat "$folder/as-of.txt")"
  [[ $folder == "$OS_BUNDLE" ]] || rm -rf "$folder"
  record os-bundle "$(os_version)"
}

# Keeps Debian from creating a cluster "main" on the system disk.
forbid_main_cluster() {
  settle_file /etc/postgresql-common/createcluster.d/sbw.conf 644 root <<<'create_main_cluster = false'
}

apply_packages() {
  local folder=$1 wanted=("${PACKAGES[@]}")
  ((${#wanted[@]} > 0)) || mapfile -t wanted <"$folder/packages.txt"
  local apt=(
    apt-get --quiet=2 --yes --no-install-recommends
    -o "Dir::Etc::SourceList=$STATE/os-bundle.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$STATE/apt-lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    -o APT::Sandbox::User=root -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold
  )
  export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a
  # Trusted, because the hash of the bundle was checked above, and apt took its files from Debian's
  # signed lists.
  printf 'deb [trusted=yes] file:%s ./\n' "$folder" >"$STATE/os-bundle.list"
  mkdir -p "$STATE/apt-lists/partial"
  quietly "${apt[@]}" update || fail 'the OS bundle has no readable list of packages'
  # An interrupted installation leaves packages that are not configured.
  [[ -z $(dpkg --audit) ]] || quietly dpkg --configure --pending --force-confold ||
    fail 'packages of an earlier installation cannot be set up'
  quietly "${apt[@]}" --fix-broken install || fail 'packages of an earlier installation cannot be completed'
  quietly "${apt[@]}" install "${wanted[@]}" ||
    fail 'the packages cannot be installed. When the image is newer than the bundle, build a newer one: nx os-bundle infra --refresh'
  quietly "${apt[@]}" upgrade || fail 'the packages of this machine cannot be brought up to date'
  rm -rf "$STATE/apt-lists" "$STATE/os-bundle.list"
}
