// All of fonds.
#pragma once

#include <fonds/bibliography.hpp>    // IWYU pragma: export
#include <fonds/check.hpp>           // IWYU pragma: export
#include <fonds/cited_document.hpp>  // IWYU pragma: export
#include <fonds/configuration.hpp>   // IWYU pragma: export
#include <fonds/csl.hpp>             // IWYU pragma: export
#include <fonds/date.hpp>            // IWYU pragma: export
#include <fonds/diagnostic.hpp>      // IWYU pragma: export
#include <fonds/document.hpp>        // IWYU pragma: export
#include <fonds/formats.hpp>         // IWYU pragma: export
#include <fonds/house.hpp>           // IWYU pragma: export
#include <fonds/house_style.hpp>     // IWYU pragma: export
#include <fonds/item.hpp>            // IWYU pragma: export
#include <fonds/knowledge.hpp>       // IWYU pragma: export
#include <fonds/location.hpp>        // IWYU pragma: export
#include <fonds/name.hpp>            // IWYU pragma: export
#include <fonds/note.hpp>            // IWYU pragma: export
#include <fonds/note_records.hpp>    // IWYU pragma: export
#include <fonds/reference.hpp>       // IWYU pragma: export
#include <fonds/report.hpp>          // IWYU pragma: export
#include <fonds/result.hpp>          // IWYU pragma: export
#include <fonds/rewrite.hpp>         // IWYU pragma: export
#include <fonds/span.hpp>            // IWYU pragma: export
#include <fonds/variable.hpp>        // IWYU pragma: export
#include <fonds/version.hpp>         // IWYU pragma: export
