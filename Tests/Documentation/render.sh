#!/usr/bin/env bash
# Renders the libraries' pages into .build/pages. A link that leads nowhere is an error; a parameter that the
# first sentence explains well enough need not be listed.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift package dump-symbol-graph --minimum-access-level public > .build/symbol-graph.log
symbols=$(sed -n 's/^Files written to //p' .build/symbol-graph.log)
found=.build/documentation.log
for catalog in Sources/*/*.docc; do
    module=$(basename "$catalog" .docc)
    rm -rf ".build/pages/$module" ".build/graphs/$module"
    mkdir -p ".build/pages/$module" ".build/graphs/$module"
    cp "$symbols/$module".symbols.json ".build/graphs/$module/"
    docc convert "$catalog" --additional-symbol-graph-dir ".build/graphs/$module" \
        --output-path ".build/pages/$module" --fallback-display-name "$module" \
        --fallback-bundle-identifier "thaiid.$module" > "$found" 2>&1
    if grep -E '^(warning|error): ' "$found" | grep -v 'is missing documentation$'; then
        cat "$found" >&2
        exit 1
    fi
done
