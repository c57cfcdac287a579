#!/usr/bin/env bash
# Makes Keycloak's and each service's roles and database from infra/postgres; may be run again at any time.
#
# Settings: PGHOST, PGPORT, PGUSER, PGPASSWORD of a superuser; DATABASES_SQL (folder of the files, default /sql);
# OWNER_PASSWORD, APP_PASSWORD, RELAY_PASSWORD, KEYCLOAK_PASSWORD; the services' names are the arguments.
set -eu

sql=${DATABASES_SQL:-/sql}
# Granting again what is granted is what running again means.
export PGOPTIONS='-c client_min_messages=warning'

run() { # name of the database, file, and pairs of a placeholder and its value
  local name=$1 text exists
  text=$(cat "$sql/$2")
  shift 2
  while [ $# -gt 0 ]; do
    text=${text//"\${$1}"/$2}
    shift 2
  done
  exists=$(psql -d postgres -Atqc "select 1 from pg_database where datname = '$name'")
  # A line that holds only the separator ends a statement; psql sends each on its own.
  awk '/^-- ;; database$/ { exit } { print } END { print "-- ;;" }' <<<"$text" |
    { if [ -n "$exists" ]; then grep -v '^create database '; else cat; fi; } |
    sed 's/^-- ;;$/;/' | psql -d postgres -q -v ON_ERROR_STOP=1
  awk 'inside { print } /^-- ;; database$/ { inside = 1 } END { print "-- ;;" }' <<<"$text" |
    sed 's/^-- ;;$/;/' | psql -d "$name" -q -v ON_ERROR_STOP=1
  echo "database $name: ready"
}

run keycloak keycloak-database.sql keycloak_password "${KEYCLOAK_PASSWORD:?}"
for service in "$@"; do
  run "$service" service-database.sql service "$service" owner_password "${OWNER_PASSWORD:?}" \
    app_password "${APP_PASSWORD:?}" relay_password "${RELAY_PASSWORD:?}"
done
