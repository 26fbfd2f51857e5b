// From the output tree to text: one walk, and what each format writes for it.
#pragma once

#include <string>
#include <string_view>

#include "csl/tree.hpp"

namespace fonds::csl {

/// What a format writes. Openers and closers nest; `escape` writes text as itself.
class Markup {
  public:
    virtual ~Markup() = default;
    virtual void escape(std::string& out, std::string_view text) const = 0;
    virtual void open(std::string& out, Face const& one) const = 0;  ///< `one` has a single property set
    virtual void close(std::string& out, Face const& one) const = 0;
    virtual void open_display(std::string& out, Display display) const = 0;
    virtual void close_display(std::string& out, Display display) const = 0;
    /// Around the content of a node that shows a certain part of a reference.
    virtual void open_part(std::string&, Node const&) const {}
    virtual void close_part(std::string&, Node const&) const {}
    [[nodiscard]] virtual std::string_view bibliography_start() const { return {}; }
    [[nodiscard]] virtual std::string_view bibliography_end() const { return {}; }
};

[[nodiscard]] Markup const& markup_for(OutputFormat format);

/// Formatting in force around a node: nested rich text flips against it.
struct Surroundings {
    Face face;
    bool any_style = false, any_variant = false, any_weight = false;
};

class Renderer {
  public:
    Renderer(Markup const& markup, std::string_view open_quote, std::string_view close_quote,
             std::string_view open_inner, std::string_view close_inner)
        : markup_(markup),
          open_(open_quote),
          close_(close_quote),
          open_inner_(open_inner),
          close_inner_(close_inner) {}

    void render(Tree const& tree, NodeId node, std::string& out, Surroundings const& around = {}) const;
    void escape(std::string& out, std::string_view text) const {
        if (!text.empty()) markup_.escape(out, text);
    }
    /// Formatting around text that is there already (a layout's).
    [[nodiscard]] std::string wrap(std::string_view text, Face const& face) const;

  private:
    [[nodiscard]] Face resolve(Node const& node, Surroundings const& around) const;
    void open(std::string& out, Face const& face) const;
    void close(std::string& out, Face const& face) const;

    Markup const& markup_;
    std::string_view open_, close_, open_inner_, close_inner_;
};

}  // namespace fonds::csl
