/* The same through the C interface. */
#include <fonds/fonds.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    char const* const records = "[{\"id\": \"lankov\", \"type\": \"book\", \"title\": \"Crisis in North Korea\"}]";
    fonds_result* const result = fonds_convert(records, strlen(records), "csl-json", "ris");
    char const* const text = fonds_text(result);
    int const fine = text != NULL && strstr(text, "TY  - BOOK") != NULL;
    printf("fonds %s\n%s", fonds_version(), text != NULL ? text : fonds_error(result));
    fonds_free(result);
    return fine ? 0 : 1;
}
