#!/usr/bin/env bash
# usage: install.sh FOLDER   puts what was built in FOLDER, and what goes with it, below $DESTDIR$PREFIX
set -euo pipefail
umask 022
built=$(realpath "$1")
cd "$(dirname "$0")/.."
share=$DESTDIR$PREFIX/share
bin=$DESTDIR$PREFIX/bin

# Debug data is more than half of what the linker makes, and nothing reads it until something breaks.
# It goes beside the programs, to where debuggers look for it by themselves.
install -d "$bin/.debug"
for name in thaiid thaiid-render thaiid-register; do
	objcopy --only-keep-debug "$built/$name" "$bin/.debug/$name.debug"
	chmod 644 "$bin/.debug/$name.debug"
	install -m 755 "$built/$name" "$bin/$name"
	strip --remove-section=.comment "$bin/$name"
	objcopy --add-gnu-debuglink="$bin/.debug/$name.debug" "$bin/$name"
done

for kind in system user; do
	unit=systemd/$kind/thaiid-watch@.service
	install -d "$DESTDIR$PREFIX/lib/systemd/$kind"
	sed "s|@bindir@|$PREFIX/bin|" "Packaging/$unit" | install -m 644 /dev/stdin "$DESTDIR$PREFIX/lib/$unit"
done
unit=systemd/system/thaiid-register.service
sed "s|@bindir@|$PREFIX/bin|" "Packaging/$unit" | install -m 644 /dev/stdin "$DESTDIR$PREFIX/lib/$unit"
install -D -m 644 -t "$DESTDIR$PREFIX/lib/sysusers.d" Packaging/sysusers/thaiid-register.conf
install -D -m 644 Packaging/polkit/thaiid.rules "$share/polkit-1/rules.d/thaiid.rules"
install -D -m 644 -t "$share/doc/thaiid" README.th.md
while read -r file; do install -D -m 644 "$file" "$share/doc/thaiid/$file"; done < <(find Documentation -type f)
install -D -m 644 Packaging/config.toml.example "$share/doc/thaiid/examples/config.toml"

cp -r --no-preserve=all Packaging/man "$share/"
# The second one's own page takes the place of what the first says of starting it.
for name in thaiid thaiid-register; do /usr/bin/python3 Packaging/manual.py "$built/$name" "$share/man"; done
# Debian's zsh looks for the completions of packages in a folder of their own.
zsh=site-functions
[ "$PREFIX" != /usr ] || zsh=vendor-completions
while read -r name shell place; do
	# It is read by a shell and not run, so that the line that names one is none of it.
	"$built/$name" --generate-completion-script "$shell" | sed '1{/^#!/d}' | install -D -m 644 /dev/stdin "$share/$place"
done <<- END
	thaiid bash bash-completion/completions/thaiid
	thaiid zsh zsh/$zsh/_thaiid
	thaiid fish fish/vendor_completions.d/thaiid.fish
	thaiid-register bash bash-completion/completions/thaiid-register
	thaiid-register zsh zsh/$zsh/_thaiid-register
	thaiid-register fish fish/vendor_completions.d/thaiid-register.fish
END
