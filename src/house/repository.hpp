// How a form names a repository: as written, in other letters, in full or short.
#pragma once

#include <fonds/knowledge.hpp>
#include <string>

#include "house/form.hpp"

namespace fonds {

/// The repository in the letters that the form wants.
[[nodiscard]] std::string write_repository(ArchivalReference const& reference, Archive const* archive,
                                           RepositoryName how);

/// The full name and the abbreviation, both in the letters of `written` and of its time; empty where missing.
struct RepositoryNames {
    std::string full, abbreviation;
};
[[nodiscard]] RepositoryNames names_beside(Archive const& archive, std::string_view written);

}  // namespace fonds
