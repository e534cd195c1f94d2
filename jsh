#!/bin/sh
# A JShell with the SDK in it: ./jsh, or ./jsh script.jsh arguments. --simulated puts simulated systems behind the clients.
set -eu
self=$0
while [ -L "$self" ]; do # such as ~/bin/jsh
    link=$(readlink "$self")
    case $link in
    /*) self=$link ;;
    *) self=$(dirname -- "$self")/$link ;;
    esac
done
home=$(CDPATH= cd -- "$(dirname -- "$self")" && pwd)
target=$home/examples/target
simulated=false
trace=false
while [ $# -gt 0 ]; do
    case $1 in
    --simulated) simulated=true ;;
    --trace) trace=true ;;
    --help | -h)
        cat <<'HELP'
usage: ./jsh [--simulated] [--trace] [script.jsh [arguments]]

  without a script   an interactive JShell; /exit ends it
  --simulated        the clients look at simulated systems instead of what the environment names
  --trace            a failed run(...) prints its stack trace too

environment: OPSDK_CCR_URL, OPSDK_OMS_URL, OPSDK_OPENMLDB_NAMESERVERS (or OPSDK_OPENMLDB_ZK and OPSDK_OPENMLDB_ZK_ROOT),
OPSDK_CONNECTOR_URL and OPSDK_CONNECTOR_API_KEY; OPSDK_..._READ_ONLY=true refuses to change anything.
JAVA_HOME chooses the JDK (17 or newer). OPSDK_JSH_STALE=true goes on with what was built before, although sources are newer.

./jsh SCRIPT --help says what a script does. In a shell, help() says what stands ready.

a script ends with 0 done, 1 not done, 2 wrong usage or does not compile, 3 forbidden by a pre-check, 4 nobody knows whether it
took effect, 5 nobody there, 130 interrupted.
HELP
        exit 0
        ;;
    -*)
        echo "jsh: $1 is not understood; see ./jsh --help" >&2
        exit 2
        ;;
    *) break ;;
    esac
    shift
done

if [ -n "${JAVA_HOME:-}" ]; then
    jshell=$JAVA_HOME/bin/jshell
else
    jshell=$(command -v jshell || :)
fi
if [ ! -x "$jshell" ]; then
    echo "jsh: there is no jshell${JAVA_HOME:+ in $JAVA_HOME/bin}; put the folder of a JDK 17 or newer into JAVA_HOME" >&2
    exit 2
fi

# Wrong usage is found before anything is built.
if [ $# -gt 0 ]; then
    if [ ! -r "$1" ]; then
        echo "jsh: $1 cannot be read" >&2
        exit 2
    fi
    for argument in "$@"; do
        case $argument in
        --help)
            sed -n '/^\/\/ \{0,1\}/!q; s///p' "$1"
            exit 0
            ;;
        --simulated | --trace)
            echo "jsh: $argument goes before the script" >&2
            exit 2
            ;;
        esac
    done
fi

if [ -n "${OPSDK_JSH_CLASSPATH:-}" ]; then
    classpath=$OPSDK_JSH_CLASSPATH # somebody else has built it
else
    built=$target/jsh.built
    if [ ! -f "$built" ] || { [ "${OPSDK_JSH_STALE:-}" != true ] &&
        [ -n "$(find "$home" \( -name target -o -name test -o -name starter \) -prune -o \
            \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$built" -print | head -n 1)" ]; }; then
        if ! command -v mvn >/dev/null; then
            echo "jsh: it is not built, and there is no mvn on the PATH to build it; Maven 3.8.7 or newer does" >&2
            exit 2
        fi
        echo "jsh: building; where Maven has to download it takes some minutes, without a word" >&2
        if ! (cd "$home" && mvn -q -B -ntp -Ptour -Dexec.skip=true package -pl examples -am >&2); then
            echo "jsh: the build failed" >&2
            exit 2
        fi
        : >"$built"
    fi
    classpath=$(cat "$target/jsh.classpath")
    for jar in "$target"/opsdk-examples-*.jar; do
        classpath=$jar:$classpath
    done
fi

# From here on $@ is the script and its arguments, and ends as jshell's command line.
script=
if [ $# -gt 0 ]; then
    script=$1
    shift
    OPSDK_JSH_ARGS=$([ $# -eq 0 ] || printf '%s\037' "$@")
    export OPSDK_JSH_ARGS
fi

# The class path is told to the compiler, and to the JVM that runs the snippets.
set -- --class-path "$classpath" --startup "$home/examples/jshell/startup.jsh" \
    -R-Djava.class.path="$classpath" -R-Dopsdk.kit.simulated=$simulated -R-Dopsdk.kit.trace=$trace \
    -R-XX:TieredStopAtLevel=1 -R-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC
if [ -z "$script" ]; then
    exec "$jshell" "$@" "$home/examples/jshell/interactive.jsh"
fi
exec "$jshell" -s "$@" -R-Dopsdk.kit.script=true "$home/examples/jshell/begin.jsh" "$script" "$home/examples/jshell/exit.jsh" </dev/null
