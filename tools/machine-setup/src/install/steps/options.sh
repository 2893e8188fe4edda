# Options of the command line. There are none for passwords: the machine reads them from Parameter
# Store.

usage() {
  cat <<'HELP'
Usage: install.sh --private-network CIDR --parameters PREFIX [options]

Installs PostgreSQL, the warehouse clickstream_dw and its dashboard on this Debian 13 machine, without internet.

  --private-network CIDR   the network whose machines may reach PostgreSQL, e.g. 10.0.128.0/20
  --parameters PREFIX      Parameter Store has the passwords as SecureStrings PREFIX/dw_admin, PREFIX/etl_writer,
                           PREFIX/shiny_ro, PREFIX/shiny_done and PREFIX/shiny_saved
  --region REGION          AWS region of Parameter Store
  --os-bundle PATH         os-bundle.tar, or the folder unpacked from it; may be left out once it is installed
  --data-device DEVICE     block device of the data volume, e.g. /dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_vol...;
                           a blank one gets a file system; may be left out when /srv/dw is mounted
  --dashboard-env NAME=V   a setting of the dashboard: SHOP_TIME_ZONE, SHOP_LOCALE or SHOP_CURRENCY; may be repeated
  --force                  go through all steps although nothing changed, e.g. after a password was rotated
  --help

Exit codes: 0 the machine is as described, 1 it is not, 2 wrong usage
HELP
}

wrong_usage() {
  printf 'install.sh: %s. See --help.\n' "$*" >&2
  exit 2
}

read_options() {
  OS_BUNDLE='' DATA_DEVICE='' PRIVATE_NETWORK='' PARAMETERS='' REGION='' FORCE=no
  DASHBOARD_ENV=()
  while (($# > 0)); do
    case $1 in
      --help) usage && exit 0 ;;
      --force) FORCE=yes && shift && continue ;;
    esac
    (($# > 1)) || wrong_usage "$1 is unknown or lacks its value"
    case $1 in
      --os-bundle) OS_BUNDLE=$2 ;;
      --data-device) DATA_DEVICE=$2 ;;
      --private-network) PRIVATE_NETWORK=$2 ;;
      --parameters) PARAMETERS=$2 ;;
      --region) REGION=$2 ;;
      --dashboard-env)
        [[ $2 =~ ^SHOP_(TIME_ZONE|LOCALE|CURRENCY)=[A-Za-z0-9/_+-]+$ ]] || wrong_usage "$2 is not a setting of the dashboard"
        DASHBOARD_ENV+=("$2")
        ;;
      *) wrong_usage "$1 is unknown" ;;
    esac
    shift 2
  done
  [[ -n $PRIVATE_NETWORK && -n $PARAMETERS ]] || wrong_usage '--private-network and --parameters are needed'
  [[ -z $OS_BUNDLE || -e $OS_BUNDLE ]] || wrong_usage "$OS_BUNDLE does not exist"
  readonly OS_BUNDLE DATA_DEVICE PRIVATE_NETWORK PARAMETERS REGION FORCE DASHBOARD_ENV
}
