#!/bin/sh
# Runs the README's shell lines that call fonds, in a scratch copy of bibliography/; a line fails where it
# exits with 2 or more (1 is "findings", which the essay has).
#   run.sh FONDS SOURCE COMMANDS SCRATCH
set -u
rm -rf "$4"
mkdir -p "$4"
cp -r "$2/bibliography" "$4/"
PATH=$(dirname "$1"):$PATH
cd "$4" || exit 2
failed=0
while IFS= read -r line; do
    case $line in
        *fonds*) ;;
        *) continue ;;
    esac
    sh -c "$line" >out 2>err
    code=$?
    if [ "$code" -ge 2 ]; then
        echo "exit $code: $line"
        head -5 err
        failed=1
    elif [ ! -s out ] && ! printf '%s' "$line" | grep -q -e ' -o ' -e '>'; then
        echo "no output: $line"
        failed=1
    fi
done <"$3"
exit $failed
