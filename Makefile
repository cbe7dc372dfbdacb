# make run    installs what is missing, builds, and reads the built-in sample card
# make install  builds, and puts programs, man pages, completions, units and an example of settings below
#             DESTDIR/PREFIX (PREFIX=/usr/local); debug data go beside the programs
# make man    writes manual pages in both languages into .build/man
# make completions  writes what bash, zsh and fish need to complete a line into .build/completions
# make test   installs what the tests need and runs everything
# make docs   renders the libraries' pages into .build/pages
# make interop  opens the files in other people's programs (installs LibreOffice Calc)
# make bench  measures, prints a table (BEFORE=another thaiid: how it starts beside that; FIGURES='idle sizes' for some)
# make soak   has 10,000 cards come and go, 500 crashes, and a table of 100,000 lines imported (over an hour)
# make fuzz   tries the readers of recordings on invented bytes for SECONDS=120
# make lint   checks the form of the sources
# make pictures  draws the guide's pictures anew where the screen shows something else by now (README.th.md)
# make house  prints the targets, what they import, how large they are, and what is wrong with that
# make api    writes down anew what the libraries declare public
# make deb    makes Debian packages below .build/deb (VERSION= for another than the tool's), and has lintian look at them
# make deb-test  installs, upgrades and purges them on a fresh Debian 12 below .build (as root, one to four minutes)

SHELL := /bin/bash
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PYTHON := /usr/bin/python3

BUILD_PACKAGES := libpcsclite-dev pkg-config libpango1.0-dev libqrencode-dev libturbojpeg0-dev libpng-dev \
	libchafa-dev libxlsxwriter-dev libtomlplusplus-dev zlib1g-dev libsqlite3-dev fonts-thai-tlwg
INSTALL_PACKAGES := binutils
DEB_PACKAGES := $(BUILD_PACKAGES) $(INSTALL_PACKAGES) debhelper dpkg-dev lintian
DEB_TEST_PACKAGES := $(DEB_PACKAGES) debootstrap python3-pytest python3-pytest-timeout
TEST_PACKAGES := $(BUILD_PACKAGES) $(INSTALL_PACKAGES) pcscd libccid vsmartcard-vpcd opensc pcsc-tools iproute2 util-linux gcc \
	systemd python3-seccomp duktape openssl \
	python3-pyscard python3-jsonschema python3-pytest python3-pytest-timeout python3-pytest-xdist strace tshark tmux \
	cups-daemon cups-client faketime poppler-utils zbar-tools \
	python3-openpyxl python3-icu bash-completion zsh fish mandoc man-db groff-base
INTEROP_PACKAGES := $(BUILD_PACKAGES) libreoffice-calc-nogui python3-venv
BENCH_PACKAGES := $(TEST_PACKAGES) time valgrind

# The release carries Swift's runtime within: one file that starts in half the time and needs no
# Swift on the machine that it is copied to. Nobody looks up its symbols, and those that are not exported can be left out.
# At a fixed address it needs no relocation either, which is a fifth of its start; what decodes strangers' pictures and
# draws takes that time, and is harder to hit.
ALONE := -c release --static-swift-stdlib --disable-local-rpath -Xlinker --no-export-dynamic
RELEASE := $(ALONE) -Xlinker -no-pie
RENDER_RELEASE := $(ALONE) -Xlinker -z -Xlinker now
THAIID := .build/release/thaiid
PREFIX := /usr/local

.PHONY: run build install test unit docs end-to-end interop bench fuzz soak lint house api man completions pictures areas clean

run: build
	@echo; echo '--- what a front desk sees (thaiid read --sample --lang th)'
	@$(THAIID) read --sample --lang th
	@echo; echo '--- what a script gets (thaiid read --sample --json --no-photo)'
	@$(THAIID) read --sample --json --no-photo
	@$(THAIID) read --sample --force --photo .build/sample.jpg > /dev/null
	@echo; echo '--- and the photo: .build/sample.jpg'

build:
	@$(call install,$(BUILD_PACKAGES))
	swift build $(RELEASE) --product thaiid
	swift build $(RENDER_RELEASE) --product thaiid-render
	swift build $(RENDER_RELEASE) --product thaiid-register

install: build
	@$(call install,$(INSTALL_PACKAGES))
	DESTDIR=$(DESTDIR) PREFIX=$(PREFIX) Packaging/install.sh $(dir $(THAIID))

.PHONY: deb deb-test

deb: VERSION = $(shell $(THAIID) --version)
deb: build
	@$(call install,$(DEB_PACKAGES))
	Packaging/deb.sh $(dir $(THAIID)) $(VERSION)
	lintian --allow-root --fail-on error,warning .build/deb/$(VERSION)/*.changes

deb-test: build
	@$(call install,$(DEB_TEST_PACKAGES))
	$(SUDO) env THAIID=$(abspath $(THAIID)) $(PYTHON) -m pytest -q Tests/Packages

# To be looked at; `make install` and packages make their own.
man: MAN := .build/man
man: build
	rm -rf $(MAN)
	$(PYTHON) Packaging/manual.py $(THAIID) $(MAN)
	$(PYTHON) Packaging/manual.py $(THAIID)-register $(MAN)

completions: build
	install -d .build/completions
	for program in $(THAIID) $(THAIID)-register; do \
		name=$$(basename $$program); \
		$$program --generate-completion-script bash > .build/completions/$$name.bash; \
		$$program --generate-completion-script zsh > .build/completions/_$$name; \
		$$program --generate-completion-script fish > .build/completions/$$name.fish; \
	done

test: lint unit docs end-to-end

unit:
	@$(call install,$(BUILD_PACKAGES))
	swift test

docs:
	Tests/Documentation/render.sh

end-to-end: build
	@$(call install,$(TEST_PACKAGES))
	THAIID=$(abspath $(THAIID)) $(PYTHON) -m pytest -q -n 4 Tests/EndToEnd

# Tests that draw something new fail; that they pass then is what is wanted.
pictures: PICTURES := $(PYTHON) -m pytest -q -n 2 Tests/EndToEnd/Reading/test_guide_pictures.py
pictures: build
	@$(call install,$(TEST_PACKAGES))
	THAIID=$(abspath $(THAIID)) THAIID_REWRITE_GOLDEN=1 $(PICTURES) > /dev/null || THAIID=$(abspath $(THAIID)) $(PICTURES)
	git diff --stat Documentation

# The list of areas anew, of the version of GeoThai that is wanted: look at the difference, and at what the tests say of it.
areas: GEOTHAI ?= 3.2.1
areas:
	@$(call install,python3-venv)
	$(PYTHON) -m venv .build/areas
	.build/areas/bin/pip install -q geothai==$(GEOTHAI)
	.build/areas/bin/python Sources/CAreaList/make.py
	git diff --stat Sources/CAreaList

interop: build
	@$(call install,$(INTEROP_PACKAGES))
	$(PYTHON) -m venv .build/interop
	.build/interop/bin/pip install -q -r Tests/Interop/requirements.txt
	THAIID=$(abspath $(THAIID)) .build/interop/bin/python -m pytest -q Tests/Interop

soak: build
	@$(call install,$(TEST_PACKAGES))
	THAIID=$(abspath $(THAIID)) THAIID_SOAK=10000 THAIID_CRASHES=500 THAIID_IMPORT_LINES=100000 \
		$(PYTHON) -m pytest -q -s -n 2 --timeout 7200 Tests/EndToEnd/Desk/test_desk_endurance.py \
		Tests/EndToEnd/Desk/test_desk_crashes.py Tests/EndToEnd/Register/test_register_crashes.py \
		Tests/EndToEnd/Register/test_import.py

bench: build
	@$(call install,$(BENCH_PACKAGES))
	swift build $(RELEASE) --product print-only
	swift build $(RELEASE) --product decode-records
	swift build $(RELEASE) --product register-figures
	THAIID=$(abspath $(THAIID)) THAIID_BEFORE=$(abspath $(BEFORE)) $(PYTHON) Tests/Benchmarks/bench.py $(FIGURES)

# Sanitizers instrument the whole of a build, so this one is apart. gold, which Swift links with by
# default, gives up on it.
SECONDS := 120
FUZZ := .build/fuzzing/release/fuzz-recordings

fuzz:
	@$(call install,$(TEST_PACKAGES))
	swift build --package-path Tests/Fuzzing --scratch-path .build/fuzzing -c release --product fuzz-recordings \
		-Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
	$(PYTHON) Tests/Fuzzing/seeds.py .build/fuzzing/corpus
	SWIFT_BACKTRACE=enable=no $(FUZZ) -dict=Tests/Fuzzing/recordings.dict -max_len=16384 -timeout=5 -rss_limit_mb=512 \
		-artifact_prefix=.build/fuzzing/ -max_total_time=$(SECONDS) .build/fuzzing/corpus

lint:
	swift format lint --strict --recursive Package.swift Sources Tests
	$(PYTHON) Tests/Lint/pointers.py
	$(PYTHON) Tests/Lint/pages.py
	$(PYTHON) Tests/Lint/house.py --check
	$(PYTHON) Tests/Lint/api.py
	$(PYTHON) -m unittest discover -q -s Tests/Lint

house:
	@$(PYTHON) Tests/Lint/house.py

api:
	$(PYTHON) Tests/Lint/api.py --write

clean:
	rm -rf .build

# Installs the packages of a list that are not there yet, and asks for nothing when all are.
define install
missing=$$(for package in $(1); do dpkg -s $$package > /dev/null 2>&1 || echo $$package; done); \
if [ -n "$$missing" ]; then \
	$(SUDO) apt-get update -q && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; \
fi
endef
