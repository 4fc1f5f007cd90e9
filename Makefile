# Two commands start everything: `make run` and `make test`. Each first prepares .venv (packaging/setup.sh), which is
# instant when nothing changed.

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types imports torture fuzz bench screenshots endurance evaluate lock clean

PYTHON_IN := .venv/bin/python
export PYTHON

# A window needs a display; HEADLESS=1 goes without one even where there is one.
display := $(if $(filter 1,$(HEADLESS)),,$(or $(DISPLAY),$(WAYLAND_DISPLAY)))

help:
	@printf '%s\n' \
	  'make run                 open the window, or without a display (or with HEADLESS=1) make the journey in the terminal' \
	  'make test                prepare everything, then run every check' \
	  'make setup               prepare .venv only' \
	  'make lint types imports  one check alone' \
	  'make torture fuzz        the long campaigns: damage and kills; hostile input' \
	  'make evaluate FOLDER=F   the anonymiser in one table: F/dev.jsonl and our own by F/score.py, F/corpora by F/evaluate_corpora.py' \
	  'make bench [SIZES=1000,10000 FOLDER=F]  speed beside the bare engine and an empty window; entries by F/make_corpus.py' \
	  'make screenshots         every page and dialog, in build/screenshots' \
	  'make endurance           typing, switching and locking for long; stalls of the window' \
	  'make lock                make packaging/requirements*.txt again' \
	  'make clean               remove .venv, build and caches'

setup:
	@sh packaging/setup.sh

ifeq ($(display),)
run: setup
	$(PYTHON_IN) -m journal.headless --out build/run $(if $(SAMPLE),--sample "$(SAMPLE)")
else
run:
	@sh packaging/setup.sh window
	.venv/bin/congruence
endif

test: setup
	@sh packaging/checks.sh all

lint types imports: setup
	@sh packaging/checks.sh $@

# The same tests with the counts of a campaign, which they print: damage, kills and forgeries (torture), and every
# property that Hypothesis tests, with thousands of examples each (fuzz).
campaign := CONGRUENCE_CAMPAIGN=1 CONGRUENCE_KILLS=1000 QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -m pytest -s

torture: setup
	$(campaign) -m 'slow or not slow' tests/security

fuzz: setup
	$(campaign) -m hypothesis tests

bench: setup
	$(PYTHON_IN) -m tests.bench $(if $(SIZES),--sizes $(SIZES)) $(if $(FOLDER),--maker "$(FOLDER)") $(if $(RUNS),--runs $(RUNS))

screenshots: setup
	$(PYTHON_IN) -m tests.campaigns.screenshots $(if $(ONLY),--only $(ONLY))

endurance: setup
	QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -m tests.campaigns.endurance

evaluate: setup
	@test -n "$(FOLDER)" || { echo 'make evaluate FOLDER=the folder with dev.jsonl and score.py'; exit 2; }
	$(PYTHON_IN) -m tests.campaigns.evaluate "$(FOLDER)" $(ARGS)

lock:
	sh packaging/lock.sh $(ARGS)

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find journal ui resources tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
