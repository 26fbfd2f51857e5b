// Files of records in one form.

#include "format/form_writer.hpp"

namespace fonds {
namespace {

class FormWriter final : public RecordWriter {
  public:
    FormWriter(RecordForm const& form, std::string_view head, std::string_view tail, bool plain)
        : form_(form), head_(head), tail_(tail), plain_(plain) {}

    void begin(std::string& out) override { out += head_; }
    Draft draft(Item const& item) const override {
        Draft out;
        write_in_form(form_, plain_, item, out.text, out.lost);
        return out;
    }
    void end(std::string& out) override { out += tail_; }

  private:
    RecordForm form_;
    std::string_view head_, tail_;
    bool plain_;
};

}  // namespace

std::unique_ptr<RecordWriter> make_form_writer(RecordForm const& form, std::string_view head,
                                               std::string_view tail, WriteOptions const& options) {
    return std::make_unique<FormWriter>(form, head, tail, options.plain);
}

}  // namespace fonds
