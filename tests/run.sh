#!/usr/bin/env bash
# Runs every check on both databases and in a browser. The last line is "N passed, N failed, N skipped".
#
#   tests/run.sh                 all of it, from a fresh clone
#   TEST_POSTGRES=… tests/run.sh  the same, on a PostgreSQL server that is already running (a connection string without Database)
#
# Everything is built once, in Debug: what `dotnet run` builds is then what is tested, and failures name their lines.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DEBIAN_FRONTEND=noninteractive
export DOTNET_TieredPGO=0 # thousands of short starts never earn back the counting that it adds to every method
export DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x8000000 # two cores have no time for threads that wait by turning round, nor for clearing up every 256 KB
export DOTNET_EnableWriteXorExecute=0 # tests compile much and live for minutes: keeping compiled pages apart from writable ones costs a tenth of it

results="$PWD/tests/results"
work=$(mktemp -d -t communityvoice-tests.XXXXXX)
passed=0 failed=${FAILED_BEFORE:-0} skipped=0
jobs_started=() postgres_bin='' postgres_started=''

as_postgres() { # initdb and the server refuse to run as root
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi
}

finish() {
  local status=$? job
  trap - EXIT
  for job in "${jobs_started[@]}"; do kill "$job" 2>/dev/null; done
  [ -z "$postgres_started" ] || as_postgres "$postgres_bin/pg_ctl" -D "$work/data" -m immediate -s stop
  rm -rf "$work"
  [ "$failed" = 0 ] || [ "$status" != 0 ] || status=1
  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$status"
}
trap finish EXIT
trap 'failed=$((failed + 1)); exit 130' INT TERM

say() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

# A check that counts as one test: its output is shown only when it fails.
check() {
  local name=$1; shift
  if "$@" >"$work/check.log" 2>&1; then passed=$((passed + 1)); echo "$name: yes"; else
    failed=$((failed + 1)); echo "$name: NO"; tail -n 60 "$work/check.log"; return 1
  fi
}

install() { # install PACKAGE...: from Debian, with its lists read anew where they are old
  echo "Installing $*"
  { apt-get install -y -q --no-install-recommends "$@" || { apt-get update -q && apt-get install -y -q --no-install-recommends "$@"; }; } >"$work/apt.log" 2>&1
}

need() { # need COMMAND PACKAGE...
  local command=$1; shift
  [ -n "$command" ] && [ -x "$command" ] && return 0
  if [ "$(id -u)" != 0 ]; then echo "$* must be installed first: this account may not install it."; failed=$((failed + 1)); exit 1; fi
  install "$@" || { tail -n 20 "$work/apt.log"; failed=$((failed + 1)); exit 1; }
}

newest_postgres() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

start_postgres() { # its own server in its own folder, safe to lose
  local port try
  postgres_bin=$(newest_postgres)
  chmod 755 "$work"; mkdir "$work/data" "$work/socket"
  [ "$(id -u)" != 0 ] || chown postgres: "$work/data" "$work/socket"
  as_postgres "$postgres_bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$work/initdb.log" 2>&1 ||
    { cat "$work/initdb.log"; return 1; }
  for try in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    if as_postgres "$postgres_bin/pg_ctl" -D "$work/data" -l "$work/data/server.log" -s -w -o "-p $port -k $work/socket -h 127.0.0.1 \
        -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300" start 2>"$work/start.log"; then
      postgres_started=yes
      export TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
      return 0
    fi
  done
  cat "$work/start.log" "$work/data/server.log"
  return 1
}

tests() { # tests NAME PROJECT [FILTER], in the background: one run, whose results file is counted afterwards
  exec timeout --kill-after=20 3000 dotnet test --no-build --nologo -v q "tests/$2" ${3:+--filter "$3"} --results-directory "$results" \
    --logger "trx;LogFileName=$1.trx" --logger "console;verbosity=minimal" >"$results/$1.log" 2>&1
}

count() { # count NAME: adds up one results file and names what failed and what was skipped
  local trx="$results/$1.trx" total executed ok
  if ! grep -q '<Counters ' "$trx" 2>/dev/null; then
    failed=$((failed + 1)); echo "$1: the run did not finish"; tail -n 60 "$results/$1.log"; return
  fi
  number() { grep -o '<Counters [^>]*' "$trx" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*'; }
  total=$(number total) executed=$(number executed) ok=$(number passed)
  passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
  echo "$1: $ok passed, $((executed - ok)) failed, $((total - executed)) skipped"
  [ "$executed" = "$ok" ] || grep -vE '^(Test run for|VSTest version|Starting test execution|Results File|$)' "$results/$1.log" | head -n 300
  [ "$total" != 0 ] || { failed=$((failed + 1)); echo "$1: no test was found"; }
  # The reason stands in the first message after the skipped test's name.
  awk '/<UnitTestResult / { name = ""; if (/outcome="NotExecuted"/) { name = $0; sub(/.*testName="/, "", name); sub(/".*/, "", name) } }
       /<Message>/ && name != "" { reason = $0; gsub(/.*<Message>|<\/Message>.*/, "", reason); print "  skipped: " name ": " reason; name = "" }' "$trx"
}

rm -rf "$results"; mkdir -p "$results" tests/pictures
for command in dotnet npm; do
  command -v $command >/dev/null || { echo "$command must be installed first (the .NET SDK that global.json names, and Node)."; failed=$((failed + 1)); exit 1; }
done
# Debian's shell is the same Chromium without its windows: a page takes it half the time. Where there is none, the whole browser does.
[ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null || [ "$(id -u)" != 0 ] || install chromium-headless-shell fonts-liberation
need "${CHROMIUM:-$(command -v chromium-headless-shell || command -v chromium)}" chromium fonts-liberation
[ -n "${TEST_POSTGRES:-}" ] || need "$(newest_postgres)/initdb" postgresql

say "Build"
if ! check "It builds without warnings" dotnet build CommunityVoice.sln --nologo -v q --disable-build-servers; then exit 1; fi
check "The tools restore" dotnet tool restore || exit 1

say "PostgreSQL"
if [ -z "${TEST_POSTGRES:-}" ]; then check "A server of our own starts" start_postgres || exit 1; else echo "Using the server that TEST_POSTGRES names"; fi

# Pure functions know no database: they are tested once, all else on both.
say "Tests of pure functions, and all others on SQLite and on PostgreSQL"
TEST_DATABASE=Sqlite tests sqlite CommunityVoice.Tests 'FullyQualifiedName!~CommunityVoice.Tests.Analysis' & jobs_started+=($!)
TEST_DATABASE=Postgres tests postgres CommunityVoice.Tests 'FullyQualifiedName!~CommunityVoice.Tests.Analysis' & jobs_started+=($!)
tests analysis CommunityVoice.Tests 'FullyQualifiedName~CommunityVoice.Tests.Analysis' & jobs_started+=($!)
wait "${jobs_started[@]}"
jobs_started=()
count analysis
count sqlite
count postgres

say "Migrations"
for database in Sqlite Postgres; do
  check "The model has no change that $database migrations lack" dotnet ef migrations has-pending-model-changes --no-build \
    --project "src/CommunityVoice.Migrations.$database" --startup-project "src/CommunityVoice.Migrations.$database"
done

say "Browser"
rm -f tests/pictures/*.png
tests browser CommunityVoice.BrowserTests & jobs_started+=($!)
wait "${jobs_started[@]}"
jobs_started=()
count browser
echo "Pictures of every page visited: tests/pictures ($(find tests/pictures -name '*.png' | wc -l))"
say "Done"
