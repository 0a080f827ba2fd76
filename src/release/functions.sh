# Functions of rehearse and follow. They need $work, a temporary directory whose log files are printed on failure.

server=

say() {
	echo "[$((SECONDS / 60)):$(printf %02d $((SECONDS % 60)))] $*"
}

fail() {
	cat "$work"/*.log
	echo "$*"
	exit 1
}

# Run a command, and print what it printed if it fails
quietly() {
	"$@" > "$work/command.log" 2>&1 || fail "Failed: $*"
}

# Start a server in a process group of its own, with its output in a file
start() {
	local log=$1
	shift
	setsid "$@" > "$log" 2>&1 &
	server=$!
}

stop() {
	[ -n "$server" ] || return 0
	kill -- "-$server" 2> /dev/null || true
	wait "$server" 2> /dev/null || true
	server=
}

# Send requests until the server answers, and print the answer
answer() {
	while kill -0 "$server" 2> /dev/null; do
		curl --silent "$1" && return
		sleep 1
	done
}

expect() {
	local actual
	actual=$(answer "$1")
	[ "$actual" = "$2" ] || fail "Expected $2"$'\n'"but was  $actual"
}
