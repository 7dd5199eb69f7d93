# What load-tests/throughput and load-tests/sandboxes have in common; sourced, not run. Loopback only.
#
# $0 names itself in what is said of errors. Who does not need wrk names its tools beforehand.
me=$(basename "$0")

for tool in ${tools:-wrk curl awk dotnet}; do
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

# Starts a program in the background and waits until it answers. Whoever answers there already is somebody else's, and not for us to load.
begin() { # NAME URL COMMAND…
    local name=$1 url=$2
    shift 2
    if curl -s -o /dev/null --max-time 2 "$url"; then
        echo "$me: something answers at $url already. Stop it, because $name is to be measured there." >&2
        exit 2
    fi
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

postgres_folder() {
    local candidate
    for candidate in $(ls -dr /usr/lib/postgresql/*/bin 2>/dev/null) ${PATH//:/ }; do
        [[ -x $candidate/initdb && -x $candidate/psql ]] && { echo "$candidate"; return; }
    done
    echo "$me: PostgreSQL is missing. On Debian: apt-get install postgresql" >&2
    exit 2
}

free_port() {
    local port
    while true; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

# The server refuses root.
as_postgres() { if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi; }

# Sets where PostgreSQL's programs are, and a port for a server. Ends with what to install where there are none.
find_postgres() {
    pg=$(postgres_folder)
    pg_port=$(free_port)
}

begin_postgres() {
    data=$(cd / && as_postgres mktemp -d -t fps-postgres-XXXXXX)
    trap 'end_postgres; cleanup' EXIT
    (
        cd /
        as_postgres "$pg/initdb" -D "$data/data" -U sandbox -A trust -E UTF8 --no-sync
        as_postgres "$pg/pg_ctl" -D "$data/data" -w -l "$data/log" -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200" start
    ) >"$work/postgres.log" 2>&1 || { cat "$work/postgres.log" >&2; exit 1; }
    postmaster=$(head -1 "$data/data/postmaster.pid")
}

end_postgres() {
    (cd / && as_postgres "$pg/pg_ctl" -D "$data/data" -m immediate stop) >/dev/null 2>&1 || true
    rm -rf "$data"
}

query() { "$pg/psql" -h 127.0.0.1 -p "$pg_port" -U sandbox -d "$1" -Atq "${@:2}"; }

# What --store takes for a database of that server.
on() { printf 'Host=127.0.0.1;Port=%s;Database=%s;Username=sandbox' "$pg_port" "$1"; }
