# Output for the operator: one line per step, and one line on an error.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'install.sh: %s.\n' "$*" >&2
  exit 1
}

# run_step TITLE FUNCTION: runs it and prints its duration.
run_step() {
  local began=$SECONDS
  say "$1 ..."
  "$2"
  say "$1: ready after $((SECONDS - began)) s"
}

# quietly COMMAND...: keeps its output in the log, and shows the end of it when the command fails.
quietly() {
  printf '+ %s\n' "$*" >>"$LOG"
  "$@" >>"$LOG" 2>&1 && return
  tail -n 20 "$LOG" >&2
  return 1
}

# wait_for SECONDS COMMAND...: tries once a second until it succeeds.
wait_for() {
  local left=$1
  shift
  until "$@" >/dev/null 2>&1; do
    ((left-- > 0)) || return 1
    sleep 1
  done
}
