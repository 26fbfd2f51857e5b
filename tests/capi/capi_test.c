/* The C interface from C. */
#include <fonds/fonds.h>
#include <stdio.h>
#include <string.h>

static int failed = 0;

static void expect(int condition, const char *what) {
    if (!condition) {
        printf("FAILED: %s\n", what);
        failed = 1;
    }
}

/* The call must succeed and its text must hold `part`. */
static void holds(fonds_result *result, const char *part, const char *what) {
    if (fonds_error(result)) printf("%s: %s\n", what, fonds_error(result));
    expect(fonds_text(result) != NULL && strstr(fonds_text(result), part) != NULL, what);
    expect(fonds_text(result) == NULL || strlen(fonds_text(result)) == fonds_size(result), "size");
    fonds_free(result);
}

/* The call must fail and its error must hold `part`. */
static void fails(fonds_result *result, const char *part, const char *what) {
    expect(fonds_text(result) == NULL && fonds_error(result) && strstr(fonds_error(result), part), what);
    fonds_free(result);
}

/* The call must succeed with so many lines of messages. */
static void messages(fonds_result *result, int lines, const char *what) {
    const char *at = fonds_messages(result);
    for (; *at != '\0'; ++at) lines -= *at == '\n';
    expect(fonds_text(result) != NULL && lines == 0, what);
    fonds_free(result);
}

int main(void) {
    const char *note = "{\"id\": \"1\", \"note\": \"RGANI, f. 5, op. 28, d. 314, ll. 34-59.\"}\n";
    const char *records =
        "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"Crisis\", \"author\": [{\"family\": \"Lankov\","
        " \"given\": \"Andrei\"}], \"issued\": {\"date-parts\": [[2005]]}}]";
    const char *lines = "[{\"id\": \"a\\nb\", \"type\": \"book\", \"title\": \"T\", \"title\": \"U\"}]";
    const char *cite = "{\"id\": \"c1\", \"note\": 1, \"cites\": [{\"id\": \"a\", \"locator\": \"7\"}]}";
    const char *manuscript = "A sentence.[^1]\n\n[^1]: Record of conversation, November 1956.\n";
    const char *keyed = "A sentence.[^1]\n\n[^1]: [@a, 7; @b].\n";
    const char *bib = "@book{a, title={Crisis}}\n";
    fonds_session *session = NULL;

    expect(fonds_c_version() == FONDS_C_VERSION, "version");
    holds(fonds_parse_notes(note, strlen(note)), "\"opis\"", "parse_notes");
    holds(fonds_parse_notes("x\n", 2), "diagnostics", "parse_notes of no JSON");
    holds(fonds_convert(records, strlen(records), "csl-json", "biblatex"), "@book", "convert");
    fails(fonds_convert(records, strlen(records), "csl-json", "nonsense"), "nonsense", "convert to nonsense");
    holds(fonds_bibliography(records, strlen(records), "chicago-archives", NULL, "text"), "Lankov", "bibliography");
    fails(fonds_bibliography(records, strlen(records), "no-such-style", NULL, "text"), "no-such-style", "style");
    messages(fonds_convert(lines, strlen(lines), "csl-json", "ris"), 1, "a message is one line");
    holds(fonds_check(manuscript, strlen(manuscript), "a.md"), "{", "check");
    holds(fonds_check_with(keyed, strlen(keyed), "a.md", bib, strlen(bib), "refs.bib"), "unknown-key", "check keys");
    holds(fonds_check_with(keyed, strlen(keyed), "a.md", NULL, 0, NULL), "{", "check keys without records");
    fails(fonds_check_with(keyed, strlen(keyed), "a.md", "?", 1, "refs.x"), "refs.x", "records of no format");
    holds(fonds_parse(keyed, strlen(keyed), "a.md", bib, strlen(bib), "refs.bib", "csl-json"), "\"Crisis\"", "parse keys");
    holds(fonds_parse(keyed, strlen(keyed), "a.md", bib, strlen(bib), NULL, "notes"), "\"locator\":\"7\"", "parse notes");
    fails(fonds_parse(keyed, strlen(keyed), "a.md", NULL, 0, NULL, "nonsense"), "nonsense", "parse to nonsense");

    fails(fonds_session_open("no-such-style", NULL, "text", &session), "no-such-style", "session without style");
    expect(session == NULL, "no session");
    fails(fonds_session_insert(session, 0, cite, strlen(cite)), "no session", "insert without session");
    fails(fonds_session_open("chicago-archives", NULL, "text", NULL), "no place", "session put nowhere");
    fails(fonds_convert(NULL, 0, NULL, NULL), "format", "convert nothing");
    holds(fonds_parse_notes(NULL, 5), "", "no notes, whatever their size");
    fails(fonds_session_insert(session, 0, NULL, 5), "no session", "no citation in no session");
    expect(strcmp(fonds_error(NULL), "out of memory") == 0, "the error of no result");
    fails(fonds_bibliography(records, strlen(records), NULL, NULL, NULL), "output format", "no style");
    holds(fonds_session_open("chicago-archives", "en-US", "text", &session), "", "session");
    if (session) {
        holds(fonds_session_set_items(session, records, strlen(records)), "{", "set_items");
        holds(fonds_session_insert(session, 0, cite, strlen(cite)), "Lankov", "insert");
        fails(fonds_session_insert(session, 9, cite, strlen(cite)), "9", "insert nowhere");
        fails(fonds_session_replace(session, 0, "[", 1), "JSON", "replace by rubbish");
        {
            char const again[] = "{\"id\": \"c2\", \"note\": 2, \"cites\": [{\"id\": \"a\", \"locator\": 71}]}";
            int const numbers[] = {1, 9};
            holds(fonds_session_insert(session, 1, again, strlen(again)), "71", "a locator that is a number");
            holds(fonds_session_renumber(session, numbers, 2), "{", "renumber");
            fails(fonds_session_renumber(session, numbers, 1), "2", "numbers for some");
            fails(fonds_session_renumber(session, NULL, 2), "2", "no numbers");
            fails(fonds_session_replace(session, 0, NULL, 5), "JSON", "replace by nothing");
            holds(fonds_session_move(session, 1, 0), "\"index\"", "move");
            fails(fonds_session_move(session, 0, 2), "2", "move to nowhere");
            holds(fonds_session_erase(session, 0), "{", "erase the second");
        }
        holds(fonds_session_erase(session, 0), "{", "erase");
    }
    fonds_session_close(session);
    if (!failed) printf("C interface: all passed\n");
    return failed;
}
