// Notes that come a line each, for pipes: one line out for each in, in order.
#pragma once

#include <fonds/knowledge.hpp>
#include <istream>
#include <ostream>
#include <string>

namespace fonds::cli {

/// Text instead of records: how each note was read.
[[nodiscard]] std::string explanation(std::string const& id, std::string const& note,
                                      Knowledge const& knowledge);

/// Reads lines and writes one for each that is not blank, with several `jobs` on as many threads; true where
/// all could be read.
bool parse_lines(std::istream& in, std::ostream& out, Knowledge const& knowledge, unsigned jobs);
/// The same with explanations instead of records.
bool explain_lines(std::istream& in, std::ostream& out, Knowledge const& knowledge);

}  // namespace fonds::cli
