# What load-tests/throughput and load-tests/sandboxes have in common; sourced, not run. Loopback only.
#
# $0 names itself in what is said of errors.
me=$(basename "$0")

for tool in wrk curl awk dotnet; do
    command -v "$tool" >/dev/null || { echo "$me: $tool is missing. On Debian: apt-get install wrk curl" >&2; exit 2; }
done

work=$(mktemp -d)
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap cleanup EXIT

yardstick=load-tests/Yardstick/bin/Release/net10.0/yardstick
emulator=emulator/bin/Release/net10.0/FreedomPaySandbox.Emulator
receiver_url=http://127.0.0.1:8703
connections=128

say() { printf '%s\n' "$*"; }

build() {
    say "Building Release …" >&2
    dotnet build -c Release emulator -v q --nologo >&2
    dotnet build -c Release load-tests/Yardstick -v q --nologo >&2
}

# Starts a program in the background and waits until it answers.
begin() { # NAME URL COMMAND…
    local name=$1 url=$2
    shift 2
    "$@" >"$work/$name.log" 2>&1 &
    pids+=($!)
    printf '%s' $! >"$work/$name.pid"
    for _ in $(seq 200); do
        curl -sf -o /dev/null "$url" && return
        sleep 0.02
    done
    echo "$me: $name does not answer at $url:" >&2
    cat "$work/$name.log" >&2
    exit 1
}

end() {
    local pid
    pid=$(<"$work/$1.pid")
    kill "$pid" && wait "$pid" 2>/dev/null || true
}

# Payouts FIRST … FIRST+COUNT-1 of a merchant, signed, each under an order id of its own.
orders() { "$yardstick" orders "$1" "$2" "${3:-$receiver_url/post}" "${4:-9970}"; } # FIRST COUNT [POST-LINK] [MERCHANT]

# Sends orders as fast as they are answered; prints requests a second.
flood() { # URL FILE SECONDS [NAME]
    local told=$work/${4:-wrk}.txt
    ORDERS=$2 wrk -t1 -c"$connections" -d"$3s" --latency -s load-tests/orders.lua "$1/g2g/p2p2nonreg" >"$told"
    # A peer that is asked too much lets some wait for longer than wrk does; what it answers counts.
    if grep 'Non-2xx\|Socket errors' "$told" | grep -qv 'connect 0, read 0, write 0'; then
        cat "$told" >&2
        exit 1
    fi
    awk '/Requests\/sec/ { print $2 }' "$told"
}
