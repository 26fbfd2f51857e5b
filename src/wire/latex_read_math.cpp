// TeX to Unicode: formulas that are text.

#include "wire/latex_reader.hpp"

namespace fonds::latex {

using std::string_view;

// Math of signs, letters and indices is text; anything more is kept as it is.
void Reader::read_math() {
    auto const end = tex_.find('$', at_ + 1);
    if (end == string_view::npos || end == at_ + 1) {
        out_ += tex_[at_++];
        return;
    }
    auto const inside = tex_.substr(at_ + 1, end - at_ - 1);
    std::string text;
    std::vector<string_view> unknown;
    if (depth_ + 16 < maximum_depth) read_formula(inside, text, unknown);
    if (!unknown.empty() || text.empty()) out_.append(tex_, at_, end + 1 - at_);
    else out_ += text;
    at_ = end + 1;
}

void Reader::read_formula(string_view formula, std::string& text, std::vector<string_view>& unknown) {
    std::string plain;
    auto const flush = [&] {
        Reader(text, options_, &unknown, depth_ + 16).read(plain);
        plain.clear();
    };
    for (std::size_t i = 0; i < formula.size(); ++i) {
        char const c = formula[i];
        if (c == '\\' && i + 1 < formula.size()) {
            plain += c;
            plain += formula[++i];
        } else if ((c == '^' || c == '_') && i + 1 < formula.size()) {
            flush();
            auto end = formula[i + 1] == '{' ? closing_brace(formula, i + 1) : i + 1;
            if (end == string_view::npos) end = formula.size() - 1;
            auto const raised = formula.substr(i + 1, end - i);
            string_view const tag = c == '^' ? "sup>" : "sub>";
            if (options_.rich) text.append("<").append(tag);
            Reader(text, options_, &unknown, depth_ + 16).read(raised);
            if (options_.rich) text.append("</").append(tag);
            i = end;
        } else {
            plain += c;
        }
    }
    flush();
}

}  // namespace fonds::latex
