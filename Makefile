# One command before a push, the same that CI calls: make lint test

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# The Swift runtime and the C library stand in the command itself, which then starts sooner, for
# nothing is moved to its place when it is loaded, and needs no toolchain.
# Tests run in release, for debug is 28 times slower, and need testing enabled, which changes
# every object file. So lint, test and fuzz keep folders of their own, and no target
# undoes what another has built.
RELEASE := --configuration release --static-swift-stdlib -Xswiftc -static-executable \
  -Xlinker -L$(CURDIR)/.build/libxlsxwriter -Xlinker -L$(CURDIR)/.build/libnlopt
CHECKED := --configuration release --scratch-path .build/checked -Xswiftc -enable-testing \
  --explicit-target-dependency-import-check error
FUZZED := --configuration release --scratch-path .build/fuzz \
  --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address
FUZZ_SECONDS ?= 60
FUZZ ?= Tables Events Mappings Workbooks

# Where each way in finds files to begin with, as a regular expression for paths.
define SEEDS
Tables .*\.csv
Events .*/event\.yaml
Mappings .*/mappings/.*\.yaml
Workbooks .*\.\(xlsx\|ods\)
endef
export SEEDS

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A header of each C library, and the package that it comes with.
LIBRARIES := csv.h=libcsv-dev yaml.h=libyaml-dev expat.h=libexpat1-dev \
  minizip/unzip.h=libminizip-dev zlib.h=zlib1g-dev xlsxwriter.h=libxlsxwriter-dev \
  nlopt.h=libnlopt-dev

# A program that the command runs, and the package that it comes with.
PROGRAMS := cbc=coinor-cbc

.PHONY: deps
deps: ## check the Swift toolchain, install the C libraries that are missing
	@command -v swift >/dev/null || \
	  { echo "Swift 6.2 or later is needed: no swift on PATH (https://swift.org/install)" >&2; \
	    exit 1; }
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p'); \
	  printf '6.2\n%s\n' "$$version" | sort --check=quiet --version-sort || \
	  { echo "Swift 6.2 or later is needed: $$(command -v swift) is $$version" >&2; exit 1; }
	@missing=; for pair in $(LIBRARIES); do \
	  test -e "/usr/include/$${pair%=*}" || missing="$$missing $${pair#*=}"; done; \
	  for pair in $(PROGRAMS); do \
	  command -v "$${pair%=*}" >/dev/null || missing="$$missing $${pair#*=}"; done; \
	  test -z "$$missing" || { echo "packages are missing: installing$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then root=; else root=sudo; fi; \
	  $$root apt-get update -qq; \
	  $$root apt-get install -y -qq --no-install-recommends $$missing; }

# Debian has these libraries shared only; the release command is static, so they are compiled once.
STATIC := .build/libxlsxwriter/libxlsxwriter.a .build/libnlopt/libnlopt.a

$(STATIC): | deps
	.ci/static-$(basename $(@F)) $(@D)

# Where `swift build` was called otherwise before, the package manager keeps that call's way of linking.
.PHONY: build
build: deps $(STATIC) ## build the command .build/release/assay
	@grep -qs static-executable .build/release.yaml || rm -f .build/release.yaml
	swift build $(RELEASE) --product assay

# The tool of swift-argument-parser that makes manual pages, built where its sources lie.
MANUAL := swift run --package-path .build/checkouts/swift-argument-parser \
  --scratch-path .build/manual --quiet generate-manual

.PHONY: man
man: build ## make the manual page .build/man/assay.1
	mkdir -p .build/man
	$(MANUAL) $(CURDIR)/.build/release/assay --output-directory $(CURDIR)/.build/man

# A virtual environment with what a requirements file names.
define VENV
python3 -m venv $(@D)
$(@D)/bin/pip install --quiet --requirement $<
touch $@
endef

# LibreOffice and openpyxl save a filled template, which must come back as the bid that it was.
OFFICE := .build/office-venv

$(OFFICE)/ready: Tests/Office/requirements.txt
	$(VENV)

.PHONY: office
office: build $(OFFICE)/ready ## take workbooks through LibreOffice and openpyxl and back (minutes)
	@command -v soffice >/dev/null || { echo "installing libreoffice-calc-nogui"; \
	  if [ "$$(id -u)" = 0 ]; then root=; else root=sudo; fi; $$root apt-get update -qq; \
	  $$root apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui; }
	$(OFFICE)/bin/python Tests/Office/office.py .build/release/assay

.PHONY: demo
demo: build ## rank the bids of a first example
	.build/release/assay rank scenarios/contact-centre

.PHONY: conformance
conformance: build ## settle the vectors and contracts, and say what is not reproduced
	.build/release/assay conform scenarios/vectors scenarios/contracts

.PHONY: lint
lint: deps ## check the style and that every import is declared
	swift format lint --strict --parallel --recursive Package.swift Sources Tests \
	  Benchmarks
	swift build $(CHECKED)

.PHONY: test
test: deps smoke ## run all tests; RECORD=1 writes golden files anew and fails
	swift test $(CHECKED) --disable-xctest

.PHONY: smoke
smoke: deps ## settle the same futures in debug, in release, by every instruction set: equal bits
	@debug=$$(swift run --quiet SameBits); release=$$(swift run --quiet $(CHECKED) SameBits); \
	  echo "bits in debug $$debug, in release $$release"; test "$$debug" = "$$release"

# The address sanitizer finds memory used wrongly, the thread sanitizer data that two threads touch
# at once. They slow tests down, so that those of accuracy are left out.
SANITIZED := --disable-xctest --filter 'SimulationTests\.|RowsTests\.|YamlTests\.' --skip ClosedForms

.PHONY: sanitize
sanitize: deps ## run tests of simulation and of what touches C under both sanitizers (minutes)
	for sanitizer in thread address; do \
	  swift test --configuration release --scratch-path .build/$$sanitizer \
	    --sanitize=$$sanitizer -Xswiftc -enable-testing $(SANITIZED); done

.PHONY: honest
honest: deps ## ask over 2,000 seeds whether error bars and stopping hold (minutes)
	swift build $(RELEASE) --product Honest
	.build/release/Honest

.PHONY: fuzz
fuzz: deps ## throw random bytes at every way in, FUZZ_SECONDS (60) at each of FUZZ
	for door in $(FUZZ); do \
	  swift build $(FUZZED) --product Fuzz$$door; \
	  mkdir -p .build/fuzz/corpus/$$door; \
	  SWIFT_BACKTRACE=enable=no .build/fuzz/release/Fuzz$$door .build/fuzz/corpus/$$door \
	    -seed_inputs=$$(find scenarios datasets Tests/Fixtures -size -64k -regex \
	      "$$(awk -v door=$$door '$$1 == door { print $$2 }' <<< "$$SEEDS")" | \
	      paste --serial --delimiters=,) \
	    -max_total_time=$(FUZZ_SECONDS) -timeout=20 -rss_limit_mb=512 -artifact_prefix=.build/fuzz/; \
	done

# Other libraries, published tables and closed forms, one file of Tests/Oracles for each check.
ORACLES := .build/oracles-venv

$(ORACLES)/ready: Tests/Oracles/requirements.txt
	$(VENV)

.PHONY: oracles
oracles: deps $(ORACLES)/ready ## check methods of decision against other libraries and published tables
	swift build $(RELEASE) --product Oracles
	failed=; for check in Tests/Oracles/*.py; do \
	  $(ORACLES)/bin/python $$check .build/release/Oracles || failed="$$failed $$check"; done; \
	  test -z "$$failed" || { echo "failed:$$failed" >&2; exit 1; }

# The peers of `make speed`, in a virtual environment of their own.
PEERS := .build/speed-venv

$(PEERS)/ready: Benchmarks/peers/requirements.txt
	$(VENV)

.PHONY: speed
speed: build $(PEERS)/ready ## measure speed beside NumPy, Numba and JAX; SPEED=--quick for less
	swift build --configuration release --package-path Benchmarks --scratch-path .build/speed
	python3 Benchmarks/speed.py $(SPEED)

.PHONY: histories
histories: deps ## measure how fast history files of 50 and 100 MB are read, and in how much memory
	swift build --configuration release --package-path Benchmarks --scratch-path .build/speed \
	  --product ReadHistory
	python3 Benchmarks/histories.py .build/speed/release/ReadHistory
