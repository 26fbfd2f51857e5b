# Front door over CMake. `make demo` and `make test` are all that a fresh Debian or Ubuntu machine needs.

.PHONY: demo test test-clang test-asan test-tsan ci figures weights bench format tidy setup build install clean

demo: build ## the essay: records, BibTeX, Chicago notes, findings
	@examples/demo.sh build/dev/src/cli/fonds

test: setup ## everything, with warnings as errors
	cmake --workflow --preset dev

test-clang: setup
	@cmake/setup.sh clang
	cmake --workflow --preset clang

test-asan: setup ## everything under clang and its sanitizers, warnings as errors
	@cmake/setup.sh clang
	@cmake/setup.sh libclang-rt-$$(clang++ -dumpversion | cut -d. -f1)-dev
	cmake --workflow --preset asan

test-tsan: setup ## the tests of threads under the thread sanitizer
	cmake --workflow --preset tsan

ci: test test-asan ## what .ci/run runs

figures: build ## what the README says is reached
	cmake --build --preset dev
	tests/figures.sh build/dev

# The tables go on from what they are: they have learned from notes that are not in the project, whose text is not
# ours. `make weights PRIOR=` begins anew, from what is here alone. More gold notes can be added: NOTES="a.jsonl b.jsonl"
PRIOR = bibliography/weights
# The development notes count twice: theirs are the kinds of documents that the parser is for first.
DEVELOPMENT = $(wildcard ../shared/notes/dev.jsonl ../shared/notes/coldwar-dev.jsonl)
GOLD = $(DEVELOPMENT) $(DEVELOPMENT) $(wildcard tests/note/gold/*.jsonl tests/note/gold/found/*.jsonl)
# So do the rows of the tests.
PUBLISHED = $(wildcard tests/note/published/*.txt)
ROWS = $(PUBLISHED) $(wildcard tests/note/systems/*.tsv)
# And published works written again in houses drawn at random, so that a house's habits are learned apart from its subject.
HOUSES = build/dev/houses.jsonl
# And half of the real records of the shared corpora, as the note styles of Debian print them; without, where there are no corpora.
PRINTED = $(if $(wildcard ../shared/corpora),build/dev/printed.jsonl)
STYLES = /usr/share/citation-style-language/styles
ELEMENTS = build/dev/tests/note/fonds_note_elements
TRAIN = build/dev/tests/note/fonds_train_labels
weights: build ## trains bibliography/weights on the gold notes; after a change of grammar or gold
	@cmake/setup.sh citation-style-language-styles
	cmake --build --preset dev --target fonds_note_elements fonds_train_labels
	$(if $(PRINTED),python3 tests/note/training/printed.py build/dev/src/cli/fonds ../shared $(STYLES) --count 3000 > $(PRINTED))
	python3 tests/note/training/houses.py $(wildcard tests/note/gold/*.jsonl tests/note/gold/found/*.jsonl) $(NOTES) $(PRINTED) \
	  --count 3000 > $(HOUSES)
	python3 tests/note/training/train_outline.py $(ELEMENTS) $(TRAIN) $(GOLD) $(NOTES) $(HOUSES) $(PUBLISHED) $(PUBLISHED) \
	  --works $(PRINTED) --outline bibliography/weights/outline.tsv --parts bibliography/weights/parts.tsv \
	  $(if $(PRIOR),--outline-prior $(PRIOR)/outline.tsv --parts-prior $(PRIOR)/parts.tsv)
	cmake --build --preset dev --target fonds_note_elements
	python3 tests/note/training/train_fields.py $(ELEMENTS) $(TRAIN) $(GOLD) $(NOTES) $(PRINTED) $(HOUSES) $(ROWS) $(ROWS) \
	  --out bibliography/weights/fields.tsv $(if $(PRIOR),--prior $(PRIOR)/fields.tsv)

bench: setup ## ratios against peers, measured in one run; installs those that it can
	@tests/bench/peers.sh build/peers
	cmake --preset release
	PEERS=$(CURDIR)/build/peers PEERS_NODE=$(CURDIR)/build/peers/node_modules \
	  cmake --build --preset release --target fonds_bench

tidy: setup
	@cmake/setup.sh clang clang-tidy
	cmake --workflow --preset tidy

format: ## lays the sources out by .clang-format
	@cmake/setup.sh clang-format-14
	git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 -i

build: setup
	cmake --preset dev
	cmake --build --preset dev --target fonds_tool

install: setup ## PREFIX=/usr/local
	cmake --preset release
	cmake --build --preset release --target fonds fonds_tool
	cmake --install build/release --prefix $(or $(PREFIX),/usr/local)

setup:
	@cmake/setup.sh

clean:
	rm -rf build
