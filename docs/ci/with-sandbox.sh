#!/usr/bin/env bash
# Starts a sandbox, runs a command beside it, and ends as badly as the worst of the two:
#
#   docs/ci/with-sandbox.sh ./my-tests.sh
#
# The command finds the sandbox at SANDBOX_URL (default http://localhost:8585). Settings are FPS_ variables, such as
# FPS_STORE or FPS_RULES. With findings it ends with 2, unless FPS_STRICT=false. With VERIFY_CALLBACK, the address of your
# callback endpoint, the endpoint is verified too, while the sandbox runs.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

if (($# == 0)); then
    echo "Say what to run: with-sandbox.sh COMMAND [ARGUMENT…]" >&2
    exit 2
fi

url=${SANDBOX_URL:-http://localhost:8585}
export SANDBOX_URL=$url FPS_URL=$url FPS_STRICT=${FPS_STRICT:-true}

dll=${SANDBOX_DLL:-$here/emulator/bin/Release/net10.0/FreedomPaySandbox.Emulator.dll}
if [[ ! -f $dll ]]; then
    dotnet build "$here/emulator" --configuration Release --nologo --verbosity quiet || exit 1
fi

dotnet "$dll" &
sandbox=$!
trap 'kill -TERM "$sandbox" 2>/dev/null' EXIT

for _ in {1..100}; do
    dotnet "$dll" healthcheck >/dev/null 2>&1 && break
    if ! kill -0 "$sandbox" 2>/dev/null; then
        echo "The sandbox did not start; its own words stand above." >&2
        wait "$sandbox"
        exit 1
    fi
done

"$@"
status=$?

if [[ -n ${VERIFY_CALLBACK:-} ]]; then
    dotnet "$dll" verify --callback "$VERIFY_CALLBACK" ${VERIFY_ARGUMENTS:-}
    verified=$?
    ((status == 0)) && status=$verified
fi

# Findings are told at its end.
kill -TERM "$sandbox" 2>/dev/null
wait "$sandbox"
found=$?
trap - EXIT
((status == 0)) && status=$found
exit "$status"
