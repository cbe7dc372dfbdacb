#!/usr/bin/env bash
# usage: deb.sh FOLDER [VERSION]   makes packages of the programs in FOLDER, and puts them into .build/deb/VERSION
#
# debhelper wants `debian` at the root of a source; here it stands with all that is packaged, and a copy of it is that root.
set -euo pipefail
built=$(realpath "$1")
version=${2:-$("$built/thaiid" --version)}
cd "$(dirname "$0")/.."
place=$PWD/.build/deb/$version

# The same commit makes the same packages.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH TREE=$PWD
export INSTALL="env DESTDIR=$place/thaiid/debian/tmp PREFIX=/usr $PWD/Packaging/install.sh $built"

rm -rf "$place"
mkdir -p "$place/thaiid"
cp -r Packaging/debian "$place/thaiid/"
cd "$place/thaiid"
cat > debian/changelog <<END
thaiid ($version) unstable; urgency=medium

  * What is new stands in /usr/share/doc/thaiid/changelog.gz.

 -- $(sed -n 's/^Maintainer: //p' debian/control)  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
END
dpkg-buildpackage --build=binary --no-sign
