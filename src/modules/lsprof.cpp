// Module _lsprof: the profiler behind cProfile. It is the profile hook of the thread that enabled it, and keeps a stack of the calls under way.
//
// A coroutine or generator that is suspended has left this stack, whoever runs meanwhile, so that calls always end in the order they began in. What the loop
// waits is an entry of its own.
#include <cmath>
#include <unordered_map>
#include <vector>

#include "async/oracle.hpp"
#include "modules/host_services.hpp"
#include "modules/struct_sequence.hpp"
#include "modules/support.hpp"
#include "vm/profile.hpp"

namespace coil {

namespace {

/// What was counted of a function, or of a function called from one other. Times are ticks of the profiler's timer.
struct Counts {
  int64_t total = 0;      // with what it called; of recursive calls the outermost only
  int64_t inner = 0;      // without
  int64_t calls = 0;
  int64_t recursive = 0;  // calls among these while the function was running already
  int64_t running = 0;

  void finish(int64_t taken, int64_t own) {
    if (--running == 0) total += taken;
    else recursive++;
    inner += own;
    calls++;
  }
};

struct Entry {
  Value function;  // Code, or the native's Native
  Counts counts;
  std::unordered_map<Entry*, Counts> callees;
};

struct ActiveCall {
  Entry* entry;
  int64_t begin;
  int64_t in_callees;
};

struct Tables {
  std::unordered_map<const void*, Entry> entries;  // by Code or NativeSpec
  std::vector<ActiveCall> calls;
};

struct Profiler : NativeObject {
  Tables* tables;
  Value timer;       // nothing: the monotonic clock in nanoseconds
  double time_unit;  // seconds of a tick
  bool integer_timer;
  bool subcalls, builtins;
  Thread* thread;    // where it is enabled, or nullptr
  // The attribute area follows.
};

void trace_profiler(Cell* cell, Marker& marker) {
  auto* profiler = static_cast<Profiler*>(cell);
  marker.value(profiler->timer);
  if (!profiler->tables) return;
  for (auto& [key, entry] : profiler->tables->entries) marker.value(entry.function);
}
void destroy_profiler(Cell* cell) { delete static_cast<Profiler*>(cell)->tables; }
const NativeObjectOps kProfilerOps{trace_profiler, destroy_profiler};

Class* g_entry_class;
Class* g_subentry_class;
const SequenceSpec kEntrySpec{"_lsprof", "profiler_entry", "What was counted of a function.", 6,
                              {"code", "callcount", "reccallcount", "totaltime", "inlinetime", "calls"}};
const SequenceSpec kSubentrySpec{"_lsprof", "profiler_subentry", "What was counted of a function called from another.", 5,
                                 {"code", "callcount", "reccallcount", "totaltime", "inlinetime"}};

constexpr double kFloatTimerUnit = 1e-9;

/// The timer's answer in ticks. A timer that fails counts no time; its exception goes to sys.unraisablehook.
int64_t now_reenter(Vm& vm, Profiler* profiler) {
  if (!profiler->timer) return g_oracle->monotonic_ns();
  auto read = [&]() -> Result<int64_t> {
    COIL_TRY(Value answer, call_reenter(vm, profiler->timer, {}));
    int64_t ticks;
    if (profiler->integer_timer) {
      COIL_TRY(Value number, index_reenter(vm, answer));
      if (int_to_i64(number, &ticks)) return ticks;
      return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
    }
    COIL_TRY(double seconds, number_as_double_reenter(vm, answer));
    double scaled = seconds / kFloatTimerUnit;
    return std::isfinite(scaled) && std::fabs(scaled) < 9e18 ? static_cast<int64_t>(scaled) : 0;
  };
  Result<int64_t> ticks = read();
  if (ticks) return *ticks;
  Value error = clear_pending(vm);
  report_unraisable_reenter(vm, error, profiler->timer);
  return 0;
}

const void* key_of(Value function) {
  if (function.is(Kind::Code)) return function.cell();
  return function.as<Native>()->spec;
}

Entry* entry_of(Profiler* profiler, Value function) {
  auto [at, is_new] = profiler->tables->entries.try_emplace(key_of(function));
  if (is_new) {
    at->second.function = function;
    write_barrier(profiler);
  }
  return &at->second;
}

void begin_call_reenter(Vm& vm, Profiler* profiler, Value function) {
  int64_t now = now_reenter(vm, profiler);
  Entry* entry = entry_of(profiler, function);
  auto& calls = profiler->tables->calls;
  if (profiler->subcalls && !calls.empty()) calls.back().entry->callees[entry].running++;
  entry->counts.running++;
  calls.push_back({entry, now, 0});
}

void end_call(Profiler* profiler, int64_t now) {
  auto& calls = profiler->tables->calls;
  ActiveCall call = calls.back();
  calls.pop_back();
  int64_t taken = now - call.begin, own = taken - call.in_callees;
  call.entry->counts.finish(taken, own);
  if (calls.empty()) return;
  calls.back().in_callees += taken;
  if (!profiler->subcalls) return;
  // Missing when subcalls were switched on in between.
  auto callee = calls.back().entry->callees.find(call.entry);
  if (callee != calls.back().entry->callees.end()) callee->second.finish(taken, own);
}

/// Ends the call and those inside it. Functions that were running when the profiler was enabled return without one.
void end_call_of_reenter(Vm& vm, Profiler* profiler, Value function) {
  int64_t now = now_reenter(vm, profiler);
  const auto& calls = profiler->tables->calls;
  size_t level = calls.size();
  while (level > 0 && key_of(calls[level - 1].entry->function) != key_of(function)) level--;
  while (level > 0 && calls.size() >= level) end_call(profiler, now);
}

Result<void> profile_event(Vm& vm, Value data, ProfileEvent event, Frame* frame, Value what) {
  auto* profiler = data.as<Profiler>();
  if (what.is(Kind::NativeBound) && event >= ProfileEvent::NativeCall) what = what.as<Method>()->function;
  switch (event) {
    case ProfileEvent::Call: begin_call_reenter(vm, profiler, frame->code()); break;
    case ProfileEvent::Return: end_call_of_reenter(vm, profiler, frame->code()); break;
    case ProfileEvent::NativeCall:
      if (profiler->builtins) begin_call_reenter(vm, profiler, what);
      break;
    case ProfileEvent::NativeReturn:
    case ProfileEvent::NativeRaise:
      if (profiler->builtins) end_call_of_reenter(vm, profiler, what);
      break;
  }
  return ok();
}

/// With the module, unless it is builtins.
Result<std::string> class_label_reenter(Vm& vm, Class* cls) {
  COIL_TRY(Value module, get_attr_reenter(vm, cls, vm.name(Name::module_)));
  std::string name = str_utf8(cls->name);
  return module.is(Kind::Str) && !str_is(module.as<Str>(), "builtins") ? str_utf8(module.as<Str>()) + "." + name : name;
}

/// What a native is called in reports: "<built-in method time.sleep>", "<method 'append' of 'list' objects>".
Result<std::string> native_label_reenter(Vm& vm, Native* native) {
  std::string name = str_utf8(native->name);
  if (native->owner) {
    COIL_TRY(std::string owner, class_label_reenter(vm, native->owner));
    return "<method '" + name + "' of '" + owner + "' objects>";
  }
  if (native->module.is(Kind::Str)) return "<built-in method " + str_utf8(native->module.as<Str>()) + "." + name + ">";
  return "<built-in method " + name + ">";
}

Result<Value> function_value(Vm& vm, Value function) {
  if (function.is(Kind::Code)) return function;
  COIL_TRY(std::string label, native_label_reenter(vm, function.as<Native>()));
  return new_str(vm, label);
}

/// The fields that entries and subentries share.
Result<void> fill_row(Vm& vm, Profiler* profiler, Tuple* row, Value function, const Counts& counts) {
  COIL_TRY(Value shown, function_value(vm, function));
  COIL_TRY(Value calls, make_int(vm, counts.calls));
  COIL_TRY(Value recursive, make_int(vm, counts.recursive));
  COIL_TRY(Value total, make_float(vm, static_cast<double>(counts.total) * profiler->time_unit));
  COIL_TRY(Value inner, make_float(vm, static_cast<double>(counts.inner) * profiler->time_unit));
  size_t i = 0;
  for (Value field : {shown, calls, recursive, total, inner}) store(row, row->items[i++], field);
  return ok();
}

Result<Value> entry_value(Vm& vm, Profiler* profiler, const Entry& entry) {
  COIL_TRY(Tuple* row, new_tuple(vm, 6));
  COIL_CHECK(fill_row(vm, profiler, row, entry.function, entry.counts));
  Value callees = none();
  for (auto& [callee, counts] : entry.callees) {
    if (!counts.calls) continue;
    if (callees.is_none()) {
      COIL_TRY(callees, new_list(vm));
    }
    COIL_TRY(Tuple* subrow, new_tuple(vm, 5));
    COIL_CHECK(fill_row(vm, profiler, subrow, callee->function, counts));
    COIL_TRY(Value subentry, new_sequence(vm, g_subentry_class, subrow->items));
    COIL_CHECK(list_append(vm, callees.as<List>(), subentry));
  }
  store(row, row->items[5], callees);
  return new_sequence(vm, g_entry_class, row->items);
}

/// Calls under way end now.
void finish_calls_reenter(Vm& vm, Profiler* profiler) {
  if (profiler->tables->calls.empty()) return;
  int64_t now = now_reenter(vm, profiler);
  while (!profiler->tables->calls.empty()) end_call(profiler, now);
}

void disable_reenter(Vm& vm, Profiler* profiler) {
  if (vm.thread == profiler->thread && vm.thread->profile == profile_event && vm.thread->profile_data == Value(profiler)) set_profile(vm, nullptr, {});
  profiler->thread = nullptr;
  finish_calls_reenter(vm, profiler);
}

Result<Value> profiler_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Profiler* profiler, new_native_object<Profiler>(vm, cls, &kProfilerOps));
  profiler->tables = new Tables;
  profiler->time_unit = kFloatTimerUnit;
  profiler->subcalls = profiler->builtins = true;
  return Value(profiler);
}

NATIVE(profiler_init_native, "Profiler(self, timer=None, timeunit=0.0, subcalls=True, builtins=True)", "Counts calls and their times.") {
  auto* profiler = self_as<Profiler>(args);
  double unit = 0;
  if (args.has(2)) {
    COIL_TRY(unit, number_as_double_reenter(vm, args[2]));
  }
  bool flags[2] = {true, true};
  for (size_t i = 0; i < 2; i++) {
    if (!args.has(3 + i)) continue;
    COIL_TRY(flags[i], truthy_reenter(vm, args[3 + i]));
  }
  bool own_timer = args.has(1) && !args[1].is_none();
  store(profiler, profiler->timer, own_timer ? args[1] : Value());
  profiler->integer_timer = own_timer && unit > 0;
  profiler->time_unit = profiler->integer_timer ? unit : kFloatTimerUnit;
  profiler->subcalls = flags[0];
  profiler->builtins = flags[1];
  return none();
}
COIL_INIT_SLOT(profiler_init, profiler_init_native)

NATIVE(profiler_enable, "enable(self, subcalls=True, builtins=True)",
       "Start to count the calls of this thread: those of natives too when builtins, and separately by caller when subcalls.") {
  auto* profiler = self_as<Profiler>(args);
  bool flags[2] = {profiler->subcalls, profiler->builtins};
  for (size_t i = 0; i < 2; i++) {
    if (!args.has(1 + i)) continue;
    COIL_TRY(flags[i], truthy_reenter(vm, args[1 + i]));
  }
  profiler->subcalls = flags[0];
  profiler->builtins = flags[1];
  profiler->thread = vm.thread;
  set_profile(vm, profile_event, profiler);
  return none();
}

NATIVE(profiler_disable, "disable(self)", "Stop counting.") {
  disable_reenter(vm, self_as<Profiler>(args));
  return none();
}

NATIVE(profiler_clear, "clear(self)", "Forget what was counted.") {
  auto* profiler = self_as<Profiler>(args);
  profiler->tables->calls.clear();
  profiler->tables->entries.clear();
  return none();
}

NATIVE(profiler_getstats, "getstats(self)",
       "A list of profiler_entry (code, callcount, reccallcount, totaltime, inlinetime, calls); calls is None or a list of profiler_subentry.") {
  auto* profiler = self_as<Profiler>(args);
  COIL_TRY(List* list, new_list(vm));
  for (auto& [key, entry] : profiler->tables->entries) {
    if (!entry.counts.calls) continue;
    COIL_TRY(Value row, entry_value(vm, profiler, entry));
    COIL_CHECK(list_append(vm, list, row));
  }
  return Value(list);
}

/// The loop's waiting goes under the name that it has in CPython's reports.
Result<void> name_waiting(Vm& vm) {
  COIL_TRY(Value select, import_absolute_reenter(vm, intern(vm, "select")));
  COIL_TRY(Value epoll, get_attr_reenter(vm, select, intern(vm, "epoll")));
  COIL_TRY(Value poll, get_attr_reenter(vm, epoll, intern(vm, "poll")));
  if (!poll.is(Kind::NativeMethod)) return ok();
  COIL_CHECK(keep_forever(vm, poll));
  g_profiled_waiting = poll;
  return ok();
}

Result<void> init_lsprof(Vm& vm, Dict* ns) {
  COIL_CHECK(name_waiting(vm));
  COIL_TRY(g_entry_class, new_sequence_class(vm, &kEntrySpec));
  COIL_TRY(g_subentry_class, new_sequence_class(vm, &kSubentrySpec));
  COIL_TRY(Class* cls, new_module_class<Profiler>(vm, "Profiler", "_lsprof", "Counts calls and their times.", kClassHasDict));
  cls->slots.make = profiler_make;
  cls->slots.init = profiler_init;
  define_class(vm, cls, {FN(profiler_enable), FN(profiler_disable), FN(profiler_clear), FN(profiler_getstats)}, {});
  COIL_CHECK(module_set(vm, ns, "Profiler", cls));
  COIL_CHECK(module_set(vm, ns, "profiler_entry", g_entry_class));
  return module_set(vm, ns, "profiler_subentry", g_subentry_class);
}

}  // namespace

MODULE(lsprof, "_lsprof", "The profiler behind cProfile.", init_lsprof)

}  // namespace coil
