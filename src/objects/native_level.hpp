// Levels of recursion that are no frames: protocol calls of natives (repr, str, comparison). CPython counts them for the recursion limit,
// and names the one that went too far in the message of the RecursionError.
#pragma once

namespace coil {

struct NativeLevel;
/// Those between the running frame and the native code that runs, innermost first. Nothing while language code runs.
extern NativeLevel* g_native_levels;

/// One level, while it lives on the native stack.
struct NativeLevel {
  explicit NativeLevel(const char* what) : where(what), outer(g_native_levels) { g_native_levels = this; }
  ~NativeLevel() { g_native_levels = outer; }
  NativeLevel(const NativeLevel&) = delete;
  NativeLevel& operator=(const NativeLevel&) = delete;

  const char* where;
  NativeLevel* outer;
};

}  // namespace coil
