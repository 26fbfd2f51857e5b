/* The C interface: the verbs of fonds on bytes, for languages that cannot see C++.
 *
 * Every call returns a result that the caller frees with fonds_free. A result has a text, or an error
 * message, never both; beside a text it may have messages (one a line) about what was doubtful. It is NULL only
 * where there is no memory for it, which fonds_error then says of it. No call throws, keeps a pointer to its
 * arguments, or writes anywhere; NULL for a text is an empty one, unless it is said to mean more. Calls may be made from several threads at once; a session belongs to one thread at a
 * time. All text is UTF-8; sizes are in bytes.
 *
 * This header is the stable surface of the library: FONDS_C_VERSION rises when a declaration changes. */
#ifndef FONDS_FONDS_H
#define FONDS_FONDS_H

#include <stddef.h>

#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif
#ifdef __cplusplus
extern "C" {
#endif

#define FONDS_C_VERSION 1

/* FONDS_C_VERSION of the library that is linked. */
int fonds_c_version(void);
/* "0.1.0": the version of the library that is linked. Not to be freed. */
char const* fonds_version(void);

typedef struct fonds_result fonds_result;

/* The text, NUL-terminated, or NULL where the call failed. Valid until fonds_free. */
char const* fonds_text(fonds_result const* result);
/* The size of the text without the NUL. */
size_t fonds_size(fonds_result const* result);
/* What went wrong and what to do about it, or NULL where the call succeeded. */
char const* fonds_error(fonds_result const* result);
/* Diagnostics, one a line; empty where there are none. */
char const* fonds_messages(fonds_result const* result);
/* Ends a result and all texts of it; NULL is nothing to end. */
void fonds_free(fonds_result* result);

/* Notes of a manuscript -> what they cite. `lines`: one JSON object a line, {"id", "document", "note"}; the
 * text is one JSON object a line, in the same order (the format of `fonds parse --to notes`). */
fonds_result* fonds_parse_notes(char const* lines, size_t size);

/* Records from one format to another; the names are those of `fonds convert` ("csl-json", "biblatex", "ris"),
 * and `from` may be "auto": by content. */
fonds_result* fonds_convert(char const* records, size_t size, char const* from, char const* to);

/* A bibliography of CSL-JSON records. `style`: a name or a file; `locale`: NULL for the style's own;
 * `output`: "text", "html", "markdown", "latex", "rtf" or "typst". */
fonds_result* fonds_bibliography(char const* records, size_t size, char const* style, char const* locale,
                                 char const* output);

/* A manuscript's findings as JSON (the format of `fonds check --format json`). `name`: its file name, for
 * messages and for telling the format. Files that it names (\input, bibliographies) are not read. */
fonds_result* fonds_check(char const* manuscript, size_t size, char const* name);

/* The same where keys of the manuscript ("[@key]", \footcite{key}) stand for `records`: a file of that name,
 * which helps to tell its format; NULL and 0 where there is none. */
fonds_result* fonds_check_with(char const* manuscript, size_t size, char const* name, char const* records,
                               size_t records_size, char const* records_name);

/* What such a manuscript cites: `to` is a format of `fonds convert`, or "notes" for a line of JSON a note. */
fonds_result* fonds_parse(char const* manuscript, size_t size, char const* name, char const* records,
                          size_t records_size, char const* records_name, char const* to);

/* A document that is being written: citations inserted, replaced, erased, and only what changed handed back.
 */
typedef struct fonds_session fonds_session;

/* Puts a session into *session, and the result has an empty text; or NULL, and the error says why. `style`,
 * `locale` and `output` are those of fonds_bibliography. */
fonds_result* fonds_session_open(char const* style, char const* locale, char const* output,
                                 fonds_session** session);
/* Adds or replaces records (a CSL-JSON array). These calls return changes as a JSON object:
 * {"citations": [{"index", "text"}], "entries": [{"id", "text"}], "removed": [ids], "reordered": bool}. */
fonds_result* fonds_session_set_items(fonds_session* session, char const* records, size_t size);
/* A citation is {"id", "note": number, "cites": [{"id", "locator", "label", "prefix", "suffix"}]}. */
fonds_result* fonds_session_insert(fonds_session* session, size_t index, char const* citation, size_t size);
/* Another citation in the place of one; taken out. Nothing changes where there is no such index. */
fonds_result* fonds_session_replace(fonds_session* session, size_t index, char const* citation, size_t size);
fonds_result* fonds_session_erase(fonds_session* session, size_t index);
/* Moves a citation so that it stands at `to` afterwards. */
fonds_result* fonds_session_move(fonds_session* session, size_t from, size_t to);
/* Gives all citations new note numbers, in the order of the document: those behind a citation that was put in,
 * taken out or moved have others, and "ibid." and the distance between notes depend on them. */
fonds_result* fonds_session_renumber(fonds_session* session, int const* note_numbers, size_t count);
/* Ends a session; NULL is nothing to end. */
void fonds_session_close(fonds_session* session);

#ifdef __cplusplus
}
#endif
#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#endif
