// What an outside project does first: include all, call something, see the version.
#include <fonds/fonds.hpp>
#include <iostream>

int main() {
    auto const place = fonds::locate("РГАНИ\nФ. 5", 13);
    std::cout << "fonds " << fonds::version << ", line " << place.line << '\n';
    return place.line == 2 ? 0 : 1;
}
