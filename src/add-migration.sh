#!/usr/bin/env bash
# Adds a migration of the same name for both databases: src/add-migration.sh AddsSomething
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# = 1 ] || { echo "Say what the migration does: src/add-migration.sh AddsSomething"; exit 1; }

dotnet tool restore >/dev/null
for database in Sqlite Postgres; do
  project="src/CommunityVoice.Migrations.$database"
  dotnet ef migrations add "$1" --project "$project" --startup-project "$project" --output-dir Migrations
  # The tool writes its own line ends and byte order mark; .editorconfig wants neither.
  sed -i -e 's/\r$//' -e '1s/^\xEF\xBB\xBF//' "$project"/Migrations/*.cs
done
