// CMake precompiles headers only for a target with a source; its `main` is that of Catch2.
