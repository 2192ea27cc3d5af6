GO ?= go
FUZZTIME ?= 30s

.PHONY: help build test race lint generate golden confirm bench bench-check bench-go fuzz differential order cover tidy-check ci

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

build: ## build the tool into build/
	$(GO) build -trimpath -o build/pyasync2go ./cmd/pyasync2go

test: ## all tests
	$(GO) test ./...

race: ## all tests with the race detector
	$(GO) test -race ./...

lint: ## go vet and staticcheck over everything, the converted programs included
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

generate: ## bring what is generated from the tables up to date
	$(GO) generate ./... && $(GO) test ./cmd/internal/cli -run "TestCodes|TestReadme" -update

golden: ## convert the programs of testdata again and accept what builds and prints what CPython prints
	$(GO) test ./golden -run TestGolden -update

confirm: ## compare the recorded outputs of testdata with python3.13 itself
	REQUIRE_PYTHON=1 $(GO) test ./golden -run TestConfirm -count=1

bench: ## converted programs beside CPython and an expert's Go, recorded in docs/performance.md
	$(GO) run ./cmd/bench

bench-check: ## which of these programs became slower than recorded
	$(GO) run ./cmd/bench -check

bench-go: ## Go benchmarks of the converter and the runtime, for benchstat
	$(GO) test -run '^$$' -bench . -benchmem ./parser/... ./codegen/... ./cmd/... ./runtime/...

PROGRAMS ?= 2000
order: ## compare the order of PROGRAMS random asyncio programs with CPython's
	$(GO) run -trimpath ./cmd/order -programs $(PROGRAMS)

fuzz: ## each fuzz target for FUZZTIME
	@set -e; for pkg in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$pkg; \
		done; \
	done

differential: ## 20,000 random programs compared with python3.13
	$(GO) test ./golden/differential -programs 20000 -timeout 0

cover: ## test coverage into build/cover.html
	@mkdir -p build
	$(GO) test -coverprofile=build/cover.out ./...
	$(GO) tool cover -html=build/cover.out -o build/cover.html

tidy-check: ## go.mod and the generated parts are up to date
	$(GO) mod tidy -diff
	$(MAKE) generate
	git diff --exit-code

ci: ## what continuous integration runs
	.ci/run
