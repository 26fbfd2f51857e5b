#include <fonds/item.hpp>
#include <fonds/variable.hpp>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("names of variables and types go both ways") {
    for (auto const variable : all_variables()) CHECK(find_variable(to_string(variable)) == variable);
    for (auto const type : all_item_types()) CHECK(find_item_type(to_string(type)) == type);
    CHECK(find_variable("shortTitle") == Variable::title_short);
    CHECK_FALSE(find_variable("opis"));
}

TEST_CASE("the enumeration and the names agree at the borders of the kinds") {
    CHECK(to_string(Variable::abstract) == "abstract");
    CHECK(to_string(Variable::year_suffix) == "year-suffix");
    CHECK(kind_of(Variable::year_suffix) == VariableKind::text);
    CHECK(to_string(Variable::chapter_number) == "chapter-number");
    CHECK(kind_of(Variable::chapter_number) == VariableKind::number);
    CHECK(to_string(Variable::volume) == "volume");
    CHECK(to_string(Variable::accessed) == "accessed");
    CHECK(kind_of(Variable::submitted) == VariableKind::date);
    CHECK(to_string(Variable::author) == "author");
    CHECK(kind_of(Variable::translator) == VariableKind::names);
    CHECK(to_string(ItemType::webpage) == "webpage");
}

TEST_CASE("values stay ordered and single") {
    Values<std::string> values;
    values.set(Variable::title, "b");
    values.set(Variable::archive, "a");
    values.set(Variable::title, "c");
    REQUIRE(values.size() == 2);
    CHECK(values.begin()->first == Variable::archive);
    CHECK(*values.find(Variable::title) == "c");
    values.erase(Variable::title);
    CHECK(values.find(Variable::title) == nullptr);
}
