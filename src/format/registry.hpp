// What a record format brings to the table of formats.
#pragma once

#include <fonds/formats.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fonds {

/// What can be said of a record's text without the records before it.
struct Draft {
    std::string text;
    std::optional<std::string> key;  ///< BibTeX: the key in it, if no record before has the same
    std::vector<std::string> lost;   ///< the name of every field that the format cannot hold
    std::string id;                  ///< the record's
    bool needs_record = false;       ///< its writing looks at the record itself
    std::unique_ptr<Item> record;    ///< where it is needed: others are given up where drafts are made
};

/// Bytes of text that few records need more of.
inline constexpr std::size_t usual_record_size = 1024;

/// Writes the records of one file, one after the other, by appending to `out`.
class RecordWriter {
  public:
    virtual ~RecordWriter() = default;
    virtual void begin(std::string& /*out*/) {}
    /// Called on any thread, and for records in any order.
    [[nodiscard]] virtual Draft draft(Item const& item) const = 0;
    /// Adds a record with its draft; gives the names of the fields that are lost. `item` may be null
    /// where the draft does not need it.
    [[nodiscard]] virtual std::vector<std::string> write(Item const* /*item*/, Draft&& draft,
                                                         std::string& out) {
        out += draft.text;
        return std::move(draft.lost);
    }
    virtual void end(std::string& /*out*/) {}
};

/// Where records go: a draft is made of each on the thread that made the record, if anybody wants one, and
/// taken in order.
class RecordSink {
  public:
    using MakeDraft = std::function<Draft(Item&&)>;
    using Take = std::function<void(Draft&&)>;

    RecordSink(MakeDraft make_draft, Take take)
        : make_draft_(std::move(make_draft)), take_(std::move(take)) {}

    /// Where nobody wants one, the record itself.
    [[nodiscard]] Draft draft(Item&& item) const {
        if (make_draft_) return make_draft_(std::move(item));
        Draft out;
        out.id = item.id;
        out.record = std::make_unique<Item>(std::move(item));
        return out;
    }
    void take(Draft&& draft) const { take_(std::move(draft)); }
    /// Both, for readers that make one record after the other.
    void operator()(Item&& item) const { take(draft(std::move(item))); }

  private:
    MakeDraft make_draft_;
    Take take_;
};

/// The first byte that is neither white space nor a byte order mark, 0 where there is none.
[[nodiscard]] char first_character(std::string_view bytes);

}  // namespace fonds
