// Levels of recursion that are no frames: protocol calls of natives (repr, str, comparison). CPython counts them for the recursion limit,
// and names the one that went too far in the message of the RecursionError.
#pragma once

#include "objects/vm.hpp"

namespace coil {

struct NativeLevel;
/// Those between the running frame and the native code that runs, innermost first. Nothing while language code runs.
extern NativeLevel* g_native_levels;

/// One level, while it lives on the native stack.
struct NativeLevel {
  explicit NativeLevel(const char* what) : where(what), outer(g_native_levels), count(outer ? outer->count + 1 : 1) { g_native_levels = this; }
  ~NativeLevel() { g_native_levels = outer; }
  NativeLevel(const NativeLevel&) = delete;
  NativeLevel& operator=(const NativeLevel&) = delete;

  bool is_too_deep(const Vm& vm) const { return vm.recursion->depth + count > vm.recursion->recursion_limit; }

  const char* where;
  NativeLevel* outer;
  uint32_t count;  // this one and those around it
};

/// The stack guard and a level for the rest of the block.
#define COIL_LEVEL(vm, what)                     \
  COIL_GUARD(vm, what);                          \
  const ::coil::NativeLevel native_level_(what); \
  if (native_level_.is_too_deep(vm)) [[unlikely]] return ::coil::raise_recursion_error(vm, what)

}  // namespace coil
