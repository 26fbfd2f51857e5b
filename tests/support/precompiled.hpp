// What most tests include; see cmake/FondsCompileTime.cmake.
#pragma once

#include "precompiled.hpp"
#include "support/catch.hpp"
