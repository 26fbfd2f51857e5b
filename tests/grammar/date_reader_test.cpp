#include "grammar/date_reader.hpp"

#include <fonds/date.hpp>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace {

std::string date(std::string_view text) {
    auto const tokens = fonds::lex(text, fonds::Lexicon::builtin());
    auto const read = fonds::read_date(tokens, text, 0);
    return read ? fonds::to_edtf(read->date) : "-";
}

}  // namespace

TEST_CASE("Dates in the forms of notes") {
    struct Row {
        std::string_view text, expected;
    };
    for (auto const& row : {
             Row{"October 30, 1973", "1973-10-30"},
             Row{"April, 1955", "1955-04"},
             Row{"19 June, 1985", "1985-06-19"},
             Row{"Sept. 3, 1935", "1935-09-03"},
             Row{"15.X.1957", "1957-10-15"},
             Row{"24. 11. 1917", "1917-11-24"},
             Row{"5. VI 1956", "1956-06-05"},
             Row{"1957-10-16", "1957-10-16"},
             Row{"14 марта 1950 г.", "1950-03-14"},
             Row{"3 февр. 1917 г.", "1917-02-03"},
             Row{"24 października 1957", "1957-10-24"},
             Row{"7 février 1952", "1952-02-07"},
             Row{"1956年10月25日", "1956-10-25"},
             Row{"12 prairial an III", "1795-05-31"},
             Row{"20 Messidor, An xiii. (July 9, 1805)", "1805-07-09"},
             Row{"9 thermidor de l’an 2", "1794-07-27"},
             Row{"18 Brumaire Year VIII", "1799-11-09"},
             Row{"Winter 2003-Spring 2004", "2003-24/2004-21"},
             Row{"Fall 2007/Winter 2008", "2007-23/2008-24"},
             Row{"July 1, 1884–July 31, 1890", "1884-07-01/1890-07-31"},
             Row{"November 22, 26 and 27, 1869", "1869-11-22/1869-11-27"},
             Row{"18 May, 22 June, 10 August, 1839", "1839-05-18/1839-08-10"},
             Row{"3–5 May 1961", "1961-05-03/1961-05-05"},
             Row{"Not later than 3 May 1961", "1961-05-03~"},
             Row{"nicht später als 3. Mai 1961", "1961-05-03~"},
             Row{"не пізніше 3 травня 1961 р.", "1961-05-03~"},
             Row{"9./10. April 1933", "1933-04-09/1933-04-10"},
             Row{"3 (15) December 1889", "1889-12-03"},
             Row{"December 3 (15), 1889", "1889-12-03"},
             Row{"1955–1959", "1955/1959"},
             Row{"1973", "1973"},
             Row{"1951 Feb 7", "1951-02-07"},
             Row{"1951 Feb", "1951-02"},
             Row{"7.ii.1951", "1951-02-07"},
             Row{"I7 February 1951", "1951-02-17"},
             Row{"2O February 1951", "1951-02-20"},
             Row{"7. februar 1951", "1951-02-07"},
             Row{"7. фебруар 1951", "1951-02-07"},
             Row{"7 de fevereiro de 1951", "1951-02-07"},
             Row{"2/18/42", "1942-02-18"},
             Row{"18/2/42", "1942-02-18"},
             Row{"10/28/04", "2004-10-28"},
             Row{"10/28/1964", "1964-10-28"},
             Row{"Winter–Spring 2001", "2001-24"},
             Row{"juin 1972", "1972-06"},
             Row{"1950/10/13", "1950-10-13"},
             Row{"13/40/42", "-"},
             Row{"Box 12", "-"},
             Row{"I February 1951", "-"},
             Row{"45 May", "-"},
         }) {
        CAPTURE(row.text);
        CHECK(date(row.text) == row.expected);
    }
}
