# Options of the command line. Passwords are not among them: the machine reads
# those from Parameter Store.

usage() {
  cat <<'HELP'
Usage: install.sh --private-network CIDR --parameters PREFIX [options]

Installs PostgreSQL with the shop's database clickstream_web on this Debian 13 machine, without internet.

  --private-network CIDR   the network whose machines may reach PostgreSQL, e.g. 10.0.0.0/16
  --parameters PREFIX      Parameter Store has the passwords as SecureStrings PREFIX/shop_admin and PREFIX/shop_app
  --region REGION          AWS region of Parameter Store
  --os-bundle PATH         os-bundle.tar, or the folder unpacked from it; may be left out once it is installed
  --data-device DEVICE     block device of the data volume; a blank one gets a file system; may be left out when /srv/web
                           is mounted
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
  # Steps that both machines share ask for its settings of a dashboard, which this one does not have.
  DASHBOARD_ENV=()
  OS_BUNDLE='' DATA_DEVICE='' PRIVATE_NETWORK='' PARAMETERS='' REGION='' FORCE=no
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
      *) wrong_usage "$1 is unknown" ;;
    esac
    shift 2
  done
  [[ -n $PRIVATE_NETWORK && -n $PARAMETERS ]] || wrong_usage '--private-network and --parameters are needed'
  [[ -z $OS_BUNDLE || -e $OS_BUNDLE ]] || wrong_usage "$OS_BUNDLE does not exist"
  readonly OS_BUNDLE DATA_DEVICE PRIVATE_NETWORK PARAMETERS REGION FORCE DASHBOARD_ENV
}
