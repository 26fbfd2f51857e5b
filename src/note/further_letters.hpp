// Letters of which only the day is told, behind another of the same writer and addressee; and keepers of
// letters, the volumes that print them, and addresses of works, where these stand by themselves.
#pragma once

#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

/// "X to Y, 10 December 1938, and 6 February 1939, Papers": a reading for each day, in order; what stands
/// behind the last day belongs to the last letter. Only the reading itself where it tells one day.
[[nodiscard]] std::vector<Candidate> letters_of(Candidate reading, Chunks const& chunks);

/// "X to Y, 31 August 1918; RGASPI, f. 558, …": whether the second reading, a keeper and its
/// levels alone, is where the first lies; then that is made part of it.
bool take_keeper(Candidate& letter, Candidate const& keeper, Chunks const& chunks);

/// "Rentamt vom 17. VIII. 1882, Nr. 822; ebd.": whether the second reading, "ibid." alone, tells where the
/// first, a paper of a day, lies; then that is made part of it.
bool take_same_place(Candidate& paper, Candidate const& ibid, Chunks const& chunks);

/// "…, in: Hugo Ott (Hrsg.): Briefe. Online unter https://…, abgerufen am …": whether the second reading, an
/// address alone, is where the first is to be read; then that is made part of it.
bool take_address(Candidate& work, Candidate const& address, Chunks const& chunks);

/// "Aufzeichnung vom 4. November 1981; VS-Bd. 13214; | B 150, Aktenkopien 1981": whether the second reading
/// is the holding with copies of the first, a paper; then that is made part of it.
bool take_copies(Candidate& paper, Candidate const& copies, Chunks const& chunks);

/// "CERVO, Amado Luiz; | BUENO, Clodoaldo. História da política": whether what stands before a work, a family
/// in capitals and its given name, is the first of its authors; then that is made part of the work.
bool take_author_before(Candidate& work, Candidate const& before, Chunks const& chunks);

/// "Morrison Correspondence, vol. I, p. 241: X to Y, 9 December 1903": whether the second reading, a letter
/// alone, is printed on the pages that end the first; then that is made the letter's reading.
bool take_letter(Candidate& volume, Candidate const& letter, Chunks const& chunks);

}  // namespace fonds
