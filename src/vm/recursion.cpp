// Which natives CPython counts for the recursion limit, and the checks at the last level.
#include "vm/recursion.hpp"

#include "objects/native.hpp"
#include "vm/frame.hpp"

#include <algorithm>
#include <string_view>

namespace coil {

/// CPython counts functions without arguments and with exactly one, and those that get their arguments as a tuple.
uint16_t find_level_flags(Native* native) {
  static constexpr std::string_view kWithTuple[] = {"all", "any", "count", "dir", "endswith", "find", "format", "index", "max", "min", "reduce", "rfind",
                                                    "rindex", "startswith", "union", "update", "vars"};
  static constexpr std::string_view kNever[] = {"append", "len"};  // have instructions of their own
  const NativeSpec& spec = *native->spec;
  const std::string_view name(spec.signature, spec.name_length);
  auto is_one_of = [&](const auto& names) { return std::find(std::begin(names), std::end(names), name) != std::end(names); };
  const size_t receiver = spec.flags & (kNativeSelf | kNativeCls) ? 1 : 0;
  const bool plain = !(spec.flags & (kNativeVarArgs | kNativeVarKw | kNativeHasKeywords));
  uint16_t flags = kLevelKnown;
  if (is_one_of(kWithTuple)) flags |= kLevelCounts | kLevelCountsKeywords;
  else if (plain && spec.min_args == spec.param_count && spec.param_count <= receiver + 1 && !is_one_of(kNever)) flags |= kLevelCounts;
  if (name == "sorted" || name == "sort") flags |= kLevelCountsKeywords;
  return native->flags = flags;
}

static void note_last_level(Vm& vm) { __atomic_or_fetch(&vm.interrupt, kInterruptLastLevel, __ATOMIC_RELAXED); }

bool room_for_frame(Vm& vm, const Value* end) {
  const Thread* thread = vm.thread;
  if (end > thread->stack_end || thread->depth >= thread->recursion_limit) {
    (void)raise_recursion_error(vm);
    return false;
  }
  if (thread->depth == thread->last_level) note_last_level(vm);
  return true;
}

bool room_for_chain_slow(Vm& vm, const Generator* generator) {
  const Thread* thread = vm.thread;
  if (thread->depth + generator->depth > thread->recursion_limit) {
    (void)raise_recursion_error(vm);
    return false;
  }
  note_last_level(vm);
  return true;
}

void leave_last_level(Vm& vm) {
  const bool noted = __atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED) & kInterruptLastLevel;
  if (noted && vm.thread->depth < vm.thread->recursion_limit) __atomic_and_fetch(&vm.interrupt, ~uint32_t{kInterruptLastLevel}, __ATOMIC_RELAXED);
}

bool native_fits(Vm& vm, Value callee, bool with_keywords) {
  leave_last_level(vm);
  if (vm.thread->depth < vm.thread->recursion_limit || !counts_as_level(callee, with_keywords)) return true;
  (void)raise_recursion_error(vm, " while calling a Python object");
  return false;
}

/// Names the level that has no room any more, from the outermost one.
void CountedLevels::refuse(Vm& vm, uint32_t called) {
  const uint32_t room = thread_->depth < thread_->recursion_limit ? thread_->recursion_limit - thread_->depth : 0;
  const char* where = " while calling a Python object";
  if (room >= called) {
    NativeLevel* level = levels_;
    for (uint32_t skipped = count_ - room - 1; skipped > 0; skipped--) level = level->outer;
    where = level->where;
  }
  (void)raise_recursion_error(vm, where);
  count_ = 0;
  fits = false;
}

}  // namespace coil
