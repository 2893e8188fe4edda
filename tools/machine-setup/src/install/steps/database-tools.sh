# Runs our tools with the passwords of Parameter Store. Passwords travel through pipes and private
# environments: never on a command line, in a file that others read, or in a log. The script that
# sources this sets TOOLS to their folder.

# percent_encoded_password ROLE
# Debian's Node is 20, for which the SDK prints a deprecation warning with every call.
percent_encoded_password() {
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true AWS_REGION=$REGION \
    node "$TOOLS/read-parameter.cjs" --percent-encoded "$PARAMETERS/$1" ||
    fail "the password $PARAMETERS/$1 cannot be read"
}

# as_postgres SCRIPT: runs it with Node under the account that is PostgreSQL's superuser on the local
# socket. A statement that sets a password must not reach PostgreSQL's log, even when it fails or is
# slow.
as_postgres() {
  local unlogged='-c%20log_min_error_statement%3Dpanic%20-c%20log_min_duration_statement%3D-1'
  local superuser="postgres://postgres@%2Fvar%2Frun%2Fpostgresql/postgres?options=$unlogged"
  DW_SUPERUSER_URL=$superuser WEB_DB_SUPERUSER_URL=$superuser runuser --user postgres -- node "$TOOLS/$@"
}
