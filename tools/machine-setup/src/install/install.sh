#!/usr/bin/env bash
# Brings this Debian 13 machine to what two bundles describe: PostgreSQL with clickstream_dw on
# the data volume, and the dashboard on 127.0.0.1:3838. Needs no internet. Running it again
# changes nothing. See --help.
set -euo pipefail
shopt -s inherit_errexit
umask 022
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
readonly PG_MAJOR=17 PG_CLUSTER=dw
# All packages of the bundle.
readonly PACKAGES=()
readonly DATA_VOLUME=/srv/dw
readonly STATE=/var/lib/sbw
readonly DASHBOARD=/opt/sbw_dashboard
readonly DASHBOARD_URL=http://127.0.0.1:3838/sbw_dashboard/
readonly LOG=/var/log/sbw-install.log

# shellcheck source=steps/report.sh
source "$HERE/steps/report.sh"
# shellcheck source=steps/options.sh
source "$HERE/steps/options.sh"
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
# shellcheck source=steps/warehouse.sh
source "$HERE/steps/warehouse.sh"
# shellcheck source=steps/dashboard.sh
source "$HERE/steps/dashboard.sh"
# shellcheck source=steps/patches.sh
source "$HERE/steps/patches.sh"

tell_patches() {
  tell_patched_on clickstream_dw "$(recorded packages-as-of)" || fail 'the warehouse cannot be told how old the packages are'
}

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
  run_step 'warehouse' prepare_warehouse
  run_step 'dashboard' run_dashboard
  tell_patches
  record fingerprint "$wanted"
  say "installed: $(versions) in $SECONDS s"
}

main "$@"
