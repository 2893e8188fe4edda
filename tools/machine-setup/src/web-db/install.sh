#!/usr/bin/env bash
# Brings this Debian 13 machine to what its bundle describes: PostgreSQL with clickstream_web on the
# data volume. Needs no internet. Running it again changes nothing. See --help.
set -euo pipefail
shopt -s inherit_errexit
umask 022
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
readonly PG_MAJOR=17 PG_CLUSTER=web
readonly PACKAGES=("postgresql-$PG_MAJOR" nodejs)
readonly DATA_VOLUME=/srv/web
readonly STATE=/var/lib/sbw
readonly LOG=/var/log/sbw-install.log

# The bundle brings the warehouse's steps along: they are the same.
# shellcheck source=steps/report.sh
source "$HERE/steps/report.sh"
# shellcheck source=steps/fingerprint.sh
source "$HERE/steps/fingerprint.sh"
# shellcheck source=steps/settle-file.sh
source "$HERE/steps/settle-file.sh"
# shellcheck source=steps/data-volume.sh
source "$HERE/steps/data-volume.sh"
# shellcheck source=steps/os-packages.sh
source "$HERE/steps/os-packages.sh"
# shellcheck source=steps/postgresql.sh
source "$HERE/steps/postgresql.sh"
# shellcheck source=steps/database-tools.sh
source "$HERE/steps/database-tools.sh"
# shellcheck source=steps/web-db-options.sh
source "$HERE/steps/web-db-options.sh"
# shellcheck source=steps/shop.sh
source "$HERE/steps/shop.sh"
# shellcheck source=steps/patches.sh
source "$HERE/steps/patches.sh"

tell_patches() {
  tell_patched_on clickstream_web "$(recorded packages-as-of)" || fail 'the database cannot be told how old the packages are'
}

all_answers() { mountpoint --quiet "$DATA_VOLUME" && postgresql_answers; }

# is_settled FINGERPRINT: nothing has to be done, and that is said.
is_settled() {
  [[ $FORCE != yes && $1 == "$(recorded fingerprint)" ]] && all_answers || return 1
  tell_patches
  say "unchanged: $(versions)"
}

main() {
  read_options "$@"
  [[ $EUID -eq 0 ]] || fail 'run it as root'
  verify_app_bundle

  local wanted
  wanted=$(fingerprint)
  ! is_settled "$wanted" || return 0
  hold_lock
  # The other installation, which held the lock, may have done everything.
  ! is_settled "$wanted" || return 0
  run_step 'data volume' mount_data_volume
  run_step 'packages' install_os_packages
  run_step 'PostgreSQL' run_postgresql
  run_step 'shop' prepare_shop
  tell_patches
  record fingerprint "$wanted"
  say "installed: $(versions) in $SECONDS s"
}

main "$@"
