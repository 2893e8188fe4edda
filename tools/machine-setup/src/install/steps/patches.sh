# The database is told on which day the packages of this machine were Debian's newest. The function
# that uses the database reports their age, since this machine reaches no CloudWatch.

# tell_patched_on DATABASE YYYY-MM-DD
tell_patched_on() {
  local database=$1 day=$2 known
  [[ -n $day ]] || return 0
  known=$(as_superuser "SELECT count(*) FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase
    WHERE datname = '$database' AND 'clickstream.patched_on=$day' = ANY (setconfig)") || return 1
  [[ $known != 1 ]] || return 0
  as_superuser "ALTER DATABASE $database SET clickstream.patched_on = '$day'"
}

as_superuser() { runuser --user postgres -- psql --no-psqlrc --quiet --tuples-only --no-align --command "$1"; }
