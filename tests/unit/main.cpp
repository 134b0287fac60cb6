// The unit tests' entry point; the cases are in *_test.cpp, one file per room or part of it.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
