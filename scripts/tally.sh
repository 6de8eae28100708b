# shellcheck shell=sh
# Counts the tests in Surefire's reports: on each database, and in all.
reports=target/surefire-reports
[ -d "$reports" ] || exit 0

# count PATTERN: the lines of all reports that hold it
count() { cat "$reports"/TEST-*.xml | grep -c "$1" || true; }

# a @StoreTest class runs twice: first on H2GIS, then on PostGIS
printf 'Store tests on H2GIS: %s. The same on PostGIS: %s.\n' \
    "$(count '<testcase .*classname="[^"]*StoreTests\[1\]')" "$(count '<testcase .*classname="[^"]*StoreTests\[2\]')"
tests=$(count '<testcase ')
failed=$(($(count '<failure') + $(count '<error')))
skipped=$(count '<skipped')
printf '%s passed, %s failed, %s skipped\n' "$((tests - failed - skipped))" "$failed" "$skipped"
