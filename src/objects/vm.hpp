// What every native sees of the virtual machine: pending exception, types, interned names, allocation. Threads, frames and the interpreter are in vm/,
// the scheduler in async/; they hang off opaque pointers here.
#pragma once

#include <cstdarg>
#include <string>
#include <string_view>

#include "heap/heap.hpp"
#include "objects/cells.hpp"
#include "objects/class.hpp"

namespace coil {

/// Index of an exception class, from exceptions.def.
enum class Exc : uint8_t {
#define EXC(name, base, layout, doc) name,
#include "objects/exceptions.def"
#undef EXC
  kCount
};

/// Interned names the C++ side needs: names.def, `Name::k_append`, dunder names as `Name::init_`.
enum class Name : uint16_t {
#define NAME(identifier, text) identifier,
#include "objects/names.def"
#undef NAME
  kCount
};

struct Thread;
struct Scheduler;

/// How deep a thread is: the part of Thread that natives ask for.
struct Recursion {
  uint32_t depth;            // frames and native re-entries
  uint32_t recursion_limit;  // sys.setrecursionlimit()
  uint32_t last_level;       // one less: where a frame has to ask before it begins

  void set_limit(uint32_t limit) {
    recursion_limit = limit;
    last_level = limit - 1;
  }
};

/// Why a safepoint has to stop: bits of Vm::interrupt.
enum Interrupt : uint32_t {
  kInterruptSignal = 1,     // a signal handler set a flag (Ctrl-C)
  kInterruptFinalize = 2,   // finalizers or weak callbacks wait
  kInterruptThreads = 4,    // another thread wants the VM lock
  kInterruptBudget = 8,     // time or step budget
  kInterruptProfile = 16,   // some thread is profiled: stays set, and nothing waits for it (vm/profile.hpp)
  kInterruptLastLevel = 32, // a frame is the last one that the recursion limit allows; nothing waits for it (vm/recursion.hpp)
};

struct Vm {
  Value pending;            // the pending exception (an Exception cell) or nothing
  Value settled;            // the pending exception when it has left a frame that C++ had called: its __context__ is settled; no root
  uint32_t interrupt;       // tested at safepoints; set with atomic or from handlers
  Thread* thread;           // the thread that holds the VM lock
  Recursion* recursion;     // its depth
  Thread* threads;          // all that may run language code
  Scheduler* scheduler;
  Class* exceptions[static_cast<int>(Exc::kCount)];
  Str* names[static_cast<int>(Name::kCount)];
  Tuple* empty_tuple;
  Str* empty_str;
  Str* ascii_chars[256];    // one-character strings of Latin-1
  Bytes* empty_bytes;
  Dict* builtins;           // namespace of module builtins
  Dict* no_builtins;        // empty: builtins of code whose __builtins__ is no dictionary and no module
  Dict* modules;            // sys.modules
  Value stop_value;         // the StopIteration that a next slot turned into Value::stop(), or what one that was never made would carry
  Value memory_error;       // preallocated
  int int_max_str_digits = 4300;

  Class* type(Kind kind) const { return type_of_kind(kind); }
  Class* exception(Exc exc) const { return exceptions[static_cast<int>(exc)]; }
  Str* name(Name id) const { return names[static_cast<int>(id)]; }
};

/// The one virtual machine of the process.
extern Vm g_vm;

/// Whether something waits for a safepoint.
inline bool safepoint_due(const Vm& vm) {
  return __atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED) & ~uint32_t{kInterruptProfile | kInterruptLastLevel};
}

/// Makes every class of types.def and exceptions.def with its shapes, before any other setup function; names must be interned already.
void setup_types(Vm&);
/// Zero-argument super(): class and receiver of the innermost running function. vm/ sets the hook; fails with RuntimeError.
extern Result<void> (*g_current_super_args)(Vm&, Class** cls, Value* self);
/// A DeprecationWarning for the running frame (builtins/warnings.hpp).
extern Result<void> (*g_warn_deprecated_reenter)(Vm&, const std::string& text);

// -- allocation: zeroed cells or MemoryError. T is one of cells.hpp; bytes >= sizeof(T).

Result<Cell*> alloc_cell(Vm&, size_t bytes, Kind kind, uint32_t shape);

Error raise_memory_error(Vm&);

/// A cell of a built-in type's own layout.
template <class T>
Result<T*> alloc(Vm& vm, Kind kind, size_t bytes = sizeof(T)) {
  Cell* cell = g_heap.allocate(bytes, kind, static_cast<uint32_t>(kind));
  if (!cell) [[unlikely]] return raise_memory_error(vm);  // the heap has tried a collection already
  return static_cast<T*>(cell);
}

/// A cell without pointers whose bytes after the fields of T are the caller's to write.
template <class T>
Result<T*> alloc_raw(Vm& vm, Kind kind, size_t bytes) {
  Cell* cell = g_heap.allocate(bytes, kind, static_cast<uint32_t>(kind), sizeof(T));
  if (!cell) [[unlikely]] return raise_memory_error(vm);
  return static_cast<T*>(cell);
}

/// A cell of layout `kind` for class `cls` (the built-in class itself or a subclass): room for the attribute area is added after `bytes`,
/// which is sizeof(T) but for layouts of varying size.
Result<Cell*> alloc_for_class_slow(Vm&, Class*, Kind, size_t bytes);
template <class T>
Result<T*> alloc_for_class(Vm& vm, Class* cls, Kind kind, size_t bytes = sizeof(T)) {
  Shape* shape = cls->root_shape;
  if (shape->attrs_offset == kAttrsAtEnd || (cls->flags & kClassHasDel)) [[unlikely]] {
    COIL_TRY(Cell* cell, alloc_for_class_slow(vm, cls, kind, bytes));
    return static_cast<T*>(cell);
  }
  size_t total = bytes;
  if (shape->attrs_offset) total = size_t{shape->attrs_offset} + 8 + 8 * size_t{shape->inline_cap};
  COIL_TRY(Cell* cell, alloc_cell(vm, total, kind, shape->index));
  return static_cast<T*>(cell);
}

/// `kind`: Buffer, or one of the tables that are traced.
Result<Buffer*> new_buffer(Vm&, size_t bytes, Kind kind = Kind::Buffer);
Result<ValueArray*> new_value_array(Vm&, size_t capacity);

/// Heap store with barrier.
inline void store(Cell* holder, Value& slot, Value value) {
  slot = value;
  if (needs_barrier(holder)) [[unlikely]] {
    if (value.is_cell()) g_heap.remember(holder, &slot);
  }
}
template <class T, class U>
inline void store(Cell* holder, T*& slot, U* value) {
  slot = value;
  write_barrier(holder);
}

// -- raising. All return Error so that `return raise_...(...)` fails any Result. printf formatting; %s of Str* via str_utf8().

[[gnu::format(printf, 3, 4)]] Error raise(Vm&, Exc, const char* format, ...);
[[gnu::format(printf, 2, 3)]] Error raise_type_error(Vm&, const char* format, ...);
[[gnu::format(printf, 2, 3)]] Error raise_value_error(Vm&, const char* format, ...);
/// Raise with the given message as it is (may hold any text, no formatting, no length limit).
Error raise_text(Vm&, Exc, std::string_view wtf8);
Error raise_with_args(Vm&, Exc, std::initializer_list<Value> args);   // e.g. KeyError(key), StopIteration(value)
Error raise_key_error(Vm&, Value key);
Error raise_os_error(Vm&, int error_number, Value filename = {});     // the OSError subclass for errno, (errno, strerror)
Error raise_exception(Vm&, Value exception);                          // an Exception cell
Error raise_attribute_error(Vm&, Value object, Str* name);            // "'X' object has no attribute 'y'"
/// Whether the pending exception matches; clear_pending returns and forgets it.
bool pending_matches(Vm&, Exc);
Value clear_pending(Vm&);
/// Raises the StopIteration that a next slot answered with Value::stop().
Error raise_stop_iteration(Vm&);
/// The pending StopIteration, which is cleared, goes to Vm::stop_value.
Value stop_with_pending(Vm&);
/// Answers for a StopIteration with this value.
Result<Value> stop_with_value(Vm&, Value);
/// The value of the StopIteration behind Value::stop(); None when there is none.
Value take_stop_value(Vm&);

/// The lowest address natives may use on the running thread's stack (with a margin to raise in); set by the VM whenever a thread takes over.
extern const char* g_stack_limit;
/// "maximum recursion depth exceeded" and what was done at that moment.
Error raise_recursion_error(Vm&, const char* where = "");
bool raise_stack_overflow(Vm&, const char* where);
/// The stack guard: true (and RecursionError pending) when native recursion must stop. Everything that recurses natively asks first.
[[nodiscard, gnu::always_inline]] inline bool stack_overflow(Vm& vm, const char* where) {
  const char* top;
  asm("mov %%rsp, %0" : "=r"(top));  // __builtin_frame_address would make the caller keep a frame pointer
  return top < g_stack_limit ? raise_stack_overflow(vm, where) : false;
}
#define COIL_GUARD(vm, where) if (::coil::stack_overflow(vm, where)) [[unlikely]] return ::coil::Error{}
/// Long natives call this now and then: handles Ctrl-C and budgets (may run language code).
Result<void> check_interrupts_reenter(Vm&);

}  // namespace coil
