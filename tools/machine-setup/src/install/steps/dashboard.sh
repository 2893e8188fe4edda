# The dashboard: files in /opt/sbw_dashboard, its addresses of the warehouse in a file that
# only root reads, one unit.

readonly DASHBOARD_UNIT=sbw_dashboard.service DASHBOARD_ACCOUNT=sbw_dashboard

run_dashboard() {
  getent passwd "$DASHBOARD_ACCOUNT" >/dev/null ||
    quietly useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$DASHBOARD_ACCOUNT"
  FILE_CHANGED=no
  settle_folder "$HERE/dashboard" "$DASHBOARD"
  local environment
  environment=$(dashboard_environment)
  settle_file /etc/sbw_dashboard/environment 600 root <<<"$environment"
  settle_file "/etc/systemd/system/$DASHBOARD_UNIT" 644 root <"$HERE/files/$DASHBOARD_UNIT"
  systemctl is-enabled --quiet "$DASHBOARD_UNIT" || quietly systemctl enable "$DASHBOARD_UNIT"
  if [[ $FILE_CHANGED == yes ]]; then
    systemctl daemon-reload
    quietly systemctl restart "$DASHBOARD_UNIT"
  elif ! dashboard_answers; then
    quietly systemctl restart "$DASHBOARD_UNIT"
  fi
  if ! wait_for 90 dashboard_answers; then
    journalctl --unit "$DASHBOARD_UNIT" --lines 20 --no-pager --output cat >&2
    fail "the dashboard does not answer on $DASHBOARD_URL"
  fi
}

dashboard_answers() { curl --silent --fail --max-time 10 --output /dev/null "$DASHBOARD_URL"; }

dashboard_environment() {
  local reads writes saves
  reads=$(percent_encoded_password shiny_ro)
  writes=$(percent_encoded_password shiny_done)
  saves=$(percent_encoded_password shiny_saved)
  printf '%s\n' "DW_SHINY_URL=postgres://shiny_ro:$reads@127.0.0.1:5432/clickstream_dw" \
    "DW_DONE_URL=postgres://shiny_done:$writes@127.0.0.1:5432/clickstream_dw" \
    "DW_SAVED_URL=postgres://shiny_saved:$saves@127.0.0.1:5432/clickstream_dw" SHINY_PORT=3838 "${DASHBOARD_ENV[@]}"
}
