// What LaTeX's commands do to their arguments: tables for the reader of TeX text.
#pragma once

#include <array>
#include <string_view>

namespace fonds::latex {

struct Tag {
    std::string_view name;
    std::string_view open;
    std::string_view close;
};

// Commands with one argument that is set in another way (declarations of the same effect among them).
inline constexpr auto tags = std::to_array<Tag>({
    {"bf", "<b>", "</b>"},
    {"bfseries", "<b>", "</b>"},
    {"em", "<i>", "</i>"},
    {"emph", "<i>", "</i>"},
    {"enquote", "“", "”"},
    {"it", "<i>", "</i>"},
    {"itshape", "<i>", "</i>"},
    {"mathbf", "<b>", "</b>"},
    {"mathit", "<i>", "</i>"},
    {"mkbibbold", "<b>", "</b>"},
    {"mkbibbrackets", "[", "]"},
    {"mkbibemph", "<i>", "</i>"},
    {"mkbibitalic", "<i>", "</i>"},
    {"mkbibparens", "(", ")"},
    {"mkbibquote", "“", "”"},
    {"mkbibsubscript", "<sub>", "</sub>"},
    {"mkbibsuperscript", "<sup>", "</sup>"},
    {"sc", "<sc>", "</sc>"},
    {"scshape", "<sc>", "</sc>"},
    {"sl", "<i>", "</i>"},
    {"slshape", "<i>", "</i>"},
    {"textbf", "<b>", "</b>"},
    {"textit", "<i>", "</i>"},
    {"textsc", "<sc>", "</sc>"},
    {"textsl", "<i>", "</i>"},
    {"textsubscript", "<sub>", "</sub>"},
    {"textsuperscript", "<sup>", "</sup>"},
    {"uline", "<i>", "</i>"},
});

// Commands that print their argument, or nothing, as it is.
// clang-format off
inline constexpr auto transparent = std::to_array<std::string_view>({
    "Bbb", "Big", "Bigg", "Bigl", "Bigr", "LARGE", "Large", "MakeUppercase", "aftergroup", "allowbreak",
    "autocap", "bgroup", "bibstring", "big", "bigg", "bigl", "bigr", "boldmath", "boldsymbol", "centering",
    "cyr", "cyrchar", "displaystyle", "egroup", "ensuremath", "fbox", "fi", "footnotesize", "germ", "hbox",
    "huge", "ignorespaces", "large", "leavevmode", "left", "limits", "lowercase", "makebox", "mathbb",
    "mathcal", "mathfrak", "mathrm", "mathscr", "mathsf", "mathtt", "mbox", "mkbibacro", "mkbibname",
    "newblock", "nobreak", "nocase", "nohyphenation", "nohyphens", "nolimits", "normalfont", "normalsize",
    "operatorname", "protect", "raggedright", "relax", "right", "rm", "rmfamily", "scr", "scriptsize",
    "scriptstyle", "selectfont", "sf", "sffamily", "sloppy", "small", "smash", "string", "text", "textcyr",
    "textcyrillic", "textgreek", "textlatin", "textlf", "textmd", "textnohyphenation", "textnormal",
    "textrm", "textrussian", "textsf", "textstyle", "textsw", "texttt", "textup", "tiny", "tt", "ttfamily",
    "unboldmath", "underline", "unskip", "uppercase", "upshape", "xspace",
});
// clang-format on

// Commands whose argument is for sorting or for the eye alone.
inline constexpr auto dropping = std::to_array<std::string_view>({
    "SortNoop",
    "color",
    "fontencoding",
    "hphantom",
    "hspace",
    "label",
    "noopsort",
    "noop",
    "phantom",
    "printfirst",
    "selectlanguage",
    "sortnoop",
    "vphantom",
    "vspace",
});

// Commands of two arguments, the second of which is the text.
inline constexpr auto second_of_two =
    std::to_array<std::string_view>({"foreignlanguage", "hyphenquote", "raisebox", "scalebox",
                                     "texorpdfstring", "textcolor", "textlanguage"});

inline constexpr auto spaces = std::to_array<std::string_view>(
    {"addspace", "addnbspace", "addthinspace", "addabbrvspace", "addlowpenspace"});

struct Printed {
    std::string_view name;
    std::string_view text;
};
inline constexpr auto punctuation = std::to_array<Printed>({
    {"addcolon", ":"},
    {"addcomma", ","},
    {"adddot", "."},
    {"adddotspace", ". "},
    {"addperiod", "."},
    {"addsemicolon", ";"},
    {"addhyphen", "-"},
    {"bibrangedash", "–"},
    {"hyphen", "-"},
    {"isdot", ""},
    {"nopunct", ""},
    {"par", "\n\n"},
    {"psq", " sq."},
    {"psqq", " sqq."},
    {"newline", "\n"},
    {"linebreak", "\n"},
});

// Journals by the macros of AASTeX, which the records of NASA's ADS have in place of names; sorted.
inline constexpr auto journals = std::to_array<Printed>({
    {"aap", "Astronomy and Astrophysics"},
    {"aapr", "Astronomy and Astrophysics Reviews"},
    {"aaps", "Astronomy and Astrophysics, Supplement"},
    {"actaa", "Acta Astronomica"},
    {"aj", "Astronomical Journal"},
    {"ao", "Applied Optics"},
    {"apj", "Astrophysical Journal"},
    {"apjl", "Astrophysical Journal, Letters"},
    {"apjs", "Astrophysical Journal, Supplement"},
    {"aplett", "Astrophysics Letters"},
    {"apss", "Astrophysics and Space Science"},
    {"araa", "Annual Review of Astronomy and Astrophysics"},
    {"azh", "Astronomicheskii Zhurnal"},
    {"baas", "Bulletin of the AAS"},
    {"bain", "Bulletin of the Astronomical Institutes of the Netherlands"},
    {"gca", "Geochimica Cosmochimica Acta"},
    {"grl", "Geophysics Research Letters"},
    {"icarus", "Icarus"},
    {"jcap", "Journal of Cosmology and Astroparticle Physics"},
    {"jcp", "Journal of Chemical Physics"},
    {"jgr", "Journal of Geophysics Research"},
    {"jqsrt", "Journal of Quantitative Spectroscopy and Radiative Transfer"},
    {"jrasc", "Journal of the Royal Astronomical Society of Canada"},
    {"memras", "Memoirs of the Royal Astronomical Society"},
    {"memsai", "Memorie della Società Astronomica Italiana"},
    {"mnras", "Monthly Notices of the Royal Astronomical Society"},
    {"na", "New Astronomy"},
    {"nar", "New Astronomy Review"},
    {"nat", "Nature"},
    {"nphysa", "Nuclear Physics A"},
    {"pasa", "Publications of the Astronomical Society of Australia"},
    {"pasj", "Publications of the Astronomical Society of Japan"},
    {"pasp", "Publications of the Astronomical Society of the Pacific"},
    {"physrep", "Physics Reports"},
    {"physscr", "Physica Scripta"},
    {"planss", "Planetary and Space Science"},
    {"pra", "Physical Review A"},
    {"prb", "Physical Review B"},
    {"prc", "Physical Review C"},
    {"prd", "Physical Review D"},
    {"pre", "Physical Review E"},
    {"prl", "Physical Review Letters"},
    {"procspie", "Proceedings of the SPIE"},
    {"qjras", "Quarterly Journal of the Royal Astronomical Society"},
    {"skytel", "Sky and Telescope"},
    {"solphys", "Solar Physics"},
    {"ssr", "Space Science Reviews"},
    {"zap", "Zeitschrift für Astrophysik"},
});

// What a character after a straight quotation mark prints; `inside_words` only between letters.
struct Shorthand {
    char sign;
    std::string_view text;
    bool inside_words = false;
};
inline constexpr auto shorthands = std::to_array<Shorthand>({
    {'`', "„"},
    {'\'', "“"},
    {'<', "«"},
    {'>', "»"},
    {'=', "-", true},
    {'~', "‑", true},
    {'-', "", true},
    {'|', "", true},
});

}  // namespace fonds::latex
