// Calls: frames, argument binding with CPython's messages, calls from C++ into the language.
#include <algorithm>
#include <string>

#include "objects/containers.hpp"
#include "objects/iteration.hpp"
#include "objects/native.hpp"
#include "objects/native_level.hpp"
#include "objects/native_wording.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/async_gen.hpp"
#include "vm/recursion.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

namespace {

std::string function_label(Function* function) { return str_utf8(function->qualname) + "()"; }

Error raise_missing(Vm& vm, Function* function, const char* kind, const std::vector<std::string>& names) {
  std::string text = function_label(function) + " missing " + std::to_string(names.size()) + " required " + kind + " argument" +
                     (names.size() == 1 ? "" : "s") + ": " + quoted_names(names);
  return raise_text(vm, Exc::TypeError, text);
}

Error raise_too_many(Vm& vm, Function* function, const Value* regs, size_t given) {
  const CodeUnit& unit = *function->code->unit;
  size_t defaults = function->defaults ? function->defaults->size : 0;
  size_t keyword_only_given = 0;
  for (size_t i = 0; i < unit.kwonly_count; i++) keyword_only_given += !regs[unit.arg_count + i].is_nothing();
  std::string takes;
  bool plural;
  if (defaults) {
    // Assigned to __defaults__, they may outnumber the parameters.
    takes = "from " + std::to_string(int64_t{unit.arg_count} - static_cast<int64_t>(defaults)) + " to " + std::to_string(unit.arg_count);
    plural = true;
  } else {
    takes = std::to_string(unit.arg_count);
    plural = unit.arg_count != 1;
  }
  std::string extra;
  if (keyword_only_given) {
    extra = std::string(" positional argument") + (given != 1 ? "s" : "") + " (and " + std::to_string(keyword_only_given) +
            " keyword-only argument" + (keyword_only_given != 1 ? "s" : "") + ")";
  }
  std::string text = function_label(function) + " takes " + takes + " positional argument" + (plural ? "s" : "") + " but " +
                     std::to_string(given) + extra + (given == 1 && !keyword_only_given ? " was" : " were") + " given";
  return raise_text(vm, Exc::TypeError, text);
}

/// Index of the parameter that may be given by this name, or -1.
int find_parameter(const Code* code, Str* name) {
  size_t end = size_t{code->arg_count} + code->kwonly_count;
  const Value* names = code->parameters->items();
  for (size_t i = code->posonly_count; i < end; i++) {
    if (names[i].cell() == name) return static_cast<int>(i);
  }
  if (name->flags & kStrInterned) return -1;
  for (size_t i = code->posonly_count; i < end; i++) {
    if (str_equal(names[i].as<Str>(), name)) return static_cast<int>(i);
  }
  return -1;
}

/// A keyword that names no parameter and there is no **kwargs: positional-only misuse, or unexpected.
Error raise_unexpected_keyword(Vm& vm, Function* function, Tuple* kwnames, std::string_view keyword) {
  const CodeUnit& unit = *function->code->unit;
  std::string positional_only;
  for (size_t i = 0; i < unit.posonly_count; i++) {
    for (size_t k = 0; k < kwnames->size; k++) {
      if (str_utf8(kwnames->items[k]) != unit.local_names[i]) continue;
      if (!positional_only.empty()) positional_only += ", ";
      positional_only += unit.local_names[i];
    }
  }
  if (!positional_only.empty()) {
    return raise_text(vm, Exc::TypeError, function_label(function) +
                      " got some positional-only arguments passed as keyword arguments: '" + positional_only + "'");
  }
  return raise_text(vm, Exc::TypeError, function_label(function) + " got an unexpected keyword argument '" + std::string(keyword) + "'");
}

Result<void> bind_keywords(Vm& vm, Function* function, Value* regs, const Value* values, Tuple* kwnames, Dict* rest) {
  for (size_t i = 0; i < kwnames->size; i++) {
    if (!kwnames->items[i].is(Kind::Str)) return raise_type_error(vm, "keywords must be strings");
    Str* name = kwnames->items[i].as<Str>();
    int index = find_parameter(function->code, name);
    if (index >= 0) {
      if (!regs[index].is_nothing()) {
        return raise_text(vm, Exc::TypeError, function_label(function) + " got multiple values for argument '" + str_utf8(name) + "'");
      }
      regs[index] = values[i];
    } else if (rest) {
      COIL_CHECK(dict_set_reenter(vm, rest, kwnames->items[i], values[i]));
    } else {
      return raise_unexpected_keyword(vm, function, kwnames, str_utf8(name));
    }
  }
  return ok();
}

Result<void> fill_positional_defaults(Vm& vm, Function* function, Value* regs, size_t npos) {
  const Code* code = function->code;
  size_t defaults = function->defaults ? function->defaults->size : 0;
  size_t first_default = code->arg_count > defaults ? code->arg_count - defaults : 0;
  std::vector<std::string> missing;
  for (size_t i = npos; i < code->arg_count; i++) {
    if (!regs[i].is_nothing()) continue;
    if (i >= first_default) regs[i] = function->defaults->items[i - (code->arg_count - defaults)];
    else missing.push_back(str_utf8(code->parameters->items()[i]));
  }
  if (!missing.empty()) return raise_missing(vm, function, "positional", missing);
  return ok();
}

/// The defaults are usually in the order of the parameters.
Value keyword_default(Dict* defaults, size_t position, Str* name) {
  if (position < defaults->entry_count && defaults->entries()[position].key == Value(name)) return defaults->entries()[position].value;
  return dict_get_str(defaults, name);
}

Result<void> fill_keyword_defaults(Vm& vm, Function* function, Value* regs) {
  const Code* code = function->code;
  std::vector<std::string> missing;
  for (size_t i = code->arg_count; i < size_t{code->arg_count} + code->kwonly_count; i++) {
    if (!regs[i].is_nothing()) continue;
    Str* name = code->parameters->items()[i].as<Str>();
    if (function->kwdefaults) regs[i] = keyword_default(function->kwdefaults, i - code->arg_count, name);
    if (regs[i].is_nothing()) missing.push_back(str_utf8(name));
  }
  if (!missing.empty()) return raise_missing(vm, function, "keyword-only", missing);
  return ok();
}

/// "date" of "date.fromisoformat".
std::string_view owner_name(std::string_view qualname) { return qualname.substr(0, qualname.rfind('.') == std::string_view::npos ? 0 : qualname.rfind('.')); }

/// The function's signature as natives write theirs, with the mark behind it.
std::string native_signature(const Function* function, const std::string& name, const std::string& mark) {
  const Code* code = function->code;
  const size_t positional = code->arg_count, defaults = function->defaults ? function->defaults->size : 0;
  const bool starred = code->flags & kCodeVarArgs;
  std::string text = name + "(";
  auto add = [&](const std::string& part) { text += (text.ends_with('(') ? "" : ", ") + part; };
  for (size_t i = 0; i < positional + code->kwonly_count; i++) {
    if (i == positional && !starred) add("*");
    const bool required = i < positional ? i + defaults < positional : !function->kwdefaults;
    add(str_utf8(code->parameters->items()[i]) + (required ? "" : "=..."));
    if (i + 1 == code->posonly_count) add("/");
    if (i + 1 == positional && starred) add("*args");
  }
  if (code->flags & kCodeVarKw) add("**kwargs");
  return text + ")" + mark;
}

/// What parse_native() makes of such a signature.
NativeSpec native_spec(const Function* function, const std::string& signature, size_t name_length) {
  const Code* code = function->code;
  const size_t positional = code->arg_count, defaults = function->defaults ? function->defaults->size : 0;
  const std::string first = positional ? str_utf8(code->parameters->items()[0]) : "";
  NativeSpec spec{};
  spec.signature = signature.c_str();
  spec.name_length = static_cast<uint16_t>(name_length);
  spec.posonly_count = static_cast<uint8_t>(code->posonly_count);
  spec.positional_count = static_cast<uint8_t>(positional);
  spec.min_args = static_cast<uint8_t>(positional - std::min(defaults, positional));
  spec.param_count = static_cast<uint8_t>(positional + code->kwonly_count);
  if (first == "self") spec.flags |= kNativeSelf;
  if (first == "cls") spec.flags |= kNativeCls;
  if (code->flags & kCodeVarArgs) spec.flags |= kNativeVarArgs, spec.param_count++;
  if (code->flags & kCodeVarKw) spec.flags |= kNativeVarKw, spec.param_count++;
  const size_t nameless = std::max<size_t>(code->posonly_count, spec.flags & (kNativeSelf | kNativeCls) ? 1 : 0);
  if (nameless < positional || code->kwonly_count) spec.flags |= kNativeHasKeywords;
  return spec;
}

/// Replaces the pending TypeError by the one that a native would give, if it would give one.
Error raise_worded_natively(Vm& vm, Function* function, const std::string& mark, const Value* args, size_t npos, Tuple* kwnames) {
  const Value own = clear_pending(vm);
  const std::string qualname = str_utf8(function->qualname), owner(owner_name(qualname));
  if (!npos && !owner.empty()) return raise_text(vm, Exc::TypeError, "unbound method " + qualname + "() needs an argument");
  // A constructor's errors name the class, and nothing that the class belongs to.
  std::string name = str_utf8(function->name);
  const bool constructs = name == "__init__" || name == "__new__";
  if (constructs) name = owner.starts_with('_') ? str_utf8(class_of(args[0])->qualname) : owner;
  Str* place = nullptr;
  if (!owner.empty()) {
    if (!constructs) {
      COIL_TRY(place, new_str(vm, owner));
    }
  } else if (function->module.is(Kind::Str)) {
    place = function->module.as<Str>();
  }
  const std::string signature = native_signature(function, name, mark);
  std::vector<Value> given(args, args + npos + (kwnames ? kwnames->size : 0));
  if (!check_fit(vm, native_spec(function, signature, name.size()), place, given.data(), npos, kwnames)) return Error{};
  return raise_exception(vm, own);
}

Result<void> bind_anyhow(Vm& vm, Function* function, Value* regs, const Value* args, size_t npos, Tuple* kwnames) {
  const Code* code = function->code;
  size_t total = code->arg_count;
  size_t copied = npos < total ? npos : total;
  for (size_t i = 0; i < copied; i++) regs[i] = args[i];
  for (size_t i = copied; i < code->local_count; i++) regs[i] = Value();
  size_t next = total + code->kwonly_count;
  if (code->flags & kCodeVarArgs) {
    COIL_TRY(Tuple* rest, new_tuple_from(vm, args + copied, npos - copied));
    regs[next++] = rest;
  }
  Dict* keywords = nullptr;
  if (code->flags & kCodeVarKw) {
    COIL_TRY(keywords, new_dict(vm));
    regs[next] = keywords;
  }
  if (kwnames && kwnames->size) COIL_CHECK(bind_keywords(vm, function, regs, args + npos, kwnames, keywords));
  if (npos > total && !(code->flags & kCodeVarArgs)) return raise_too_many(vm, function, regs, npos);
  if (npos < total) COIL_CHECK(fill_positional_defaults(vm, function, regs, npos));
  if (code->kwonly_count) COIL_CHECK(fill_keyword_defaults(vm, function, regs));
  return ok();
}

}  // namespace

bool add_defaults(const Function* function, Value* regs, size_t npos) {
  const Code* code = function->code;
  const size_t positional = code->arg_count;
  if (code->flags & (kCodeVarArgs | kCodeVarKw) || npos > positional) return false;
  if (npos < positional) {
    const Tuple* defaults = function->defaults;
    if (!defaults || defaults->size > positional || positional - npos > defaults->size) return false;
    const Value* last = defaults->items + defaults->size - positional;  // the default of parameter i is last[i]
    for (size_t i = npos; i < positional; i++) regs[i] = last[i];
  }
  if (!code->kwonly_count) return true;
  if (!code->parameters || !function->kwdefaults) return false;
  for (size_t i = 0; i < code->kwonly_count; i++) {
    Value value = keyword_default(function->kwdefaults, i, code->parameters->items()[positional + i].as<Str>());
    if (!value) return false;
    regs[positional + i] = value;
  }
  return true;
}

bool bind_in_place(Function* function, Value* regs, size_t npos, Tuple* kwnames) {
  constexpr size_t kMost = 16;
  const Code* code = function->code;
  size_t positional = code->arg_count, total = positional + code->kwonly_count;
  if (code->flags & (kCodeVarArgs | kCodeVarKw) || npos > positional || total > kMost || !code->parameters) return false;
  uint64_t bound[kMost];  // bits of the values for parameters from npos on; not cleared
  uint32_t given = (uint32_t{1} << npos) - 1;
  const Value* names = code->parameters->items();
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    size_t at = std::max<size_t>(npos, code->posonly_count);
    while (at < total && names[at] != kwnames->items[i]) at++;
    if (at == total || given >> at & 1) return false;
    given |= uint32_t{1} << at;
    bound[at] = regs[npos + i].bits();
  }
  size_t defaults = function->defaults ? function->defaults->size : 0;
  for (size_t i = npos; i < total; i++) {
    if (given >> i & 1) continue;
    Value value;
    if (i >= positional) {
      if (function->kwdefaults) value = keyword_default(function->kwdefaults, i - positional, names[i].as<Str>());
    } else if (i + defaults >= positional && defaults <= positional) {
      value = function->defaults->items[i + defaults - positional];
    }
    if (!value) return false;
    bound[i] = value.bits();
  }
  for (size_t i = npos; i < total; i++) regs[i] = Value::from_bits(bound[i]);
  for (size_t i = total; i < code->local_count; i++) regs[i] = Value();
  return true;
}

Result<void> bind_arguments(Vm& vm, Function* function, Value* regs, const Value* args, size_t npos, Tuple* kwnames) {
  const Code* code = function->code;
  COIL_CHECK(need_code(vm, function->code));
  size_t total = code->arg_count;
  size_t copied = npos < total ? npos : total;
  for (size_t i = 0; i < copied; i++) regs[i] = args[i];
  if (!kwnames && add_defaults(function, regs, npos)) [[likely]] {
    for (size_t i = total + code->kwonly_count; i < code->local_count; i++) regs[i] = Value();
    return ok();
  }
  Result<void> bound = bind_anyhow(vm, function, regs, args, npos, kwnames);
  if (bound || !pending_matches(vm, Exc::TypeError)) return bound;
  Value mark = native_wording(vm, function);
  return mark.is(Kind::Str) ? raise_worded_natively(vm, function, str_utf8(mark), args, npos, kwnames) : bound;
}

Value native_wording(Vm& vm, const Function* function) {
  if (!function->code->in_library) return {};
  static Str* const name = intern(vm, "_native_wording");
  Value wording = dict_get_str(function->globals, name);
  if (!wording.is(Kind::Dict)) return wording;
  Dict* names = wording.as<Dict>();
  if (Value mark = dict_get_str(names, function->qualname)) return mark;
  std::string qualname = str_utf8(function->qualname);
  return dict_get_str(names, intern(vm, qualname.substr(0, qualname.find('.'))));
}

Frame* init_stack_frame(void* at, Frame* caller, Function* function, uint16_t flags, Value owner) {
  auto* frame = static_cast<Frame*>(at);
  static_cast<Cell&>(*frame) = Cell{static_cast<uint32_t>(Kind::Frame), Kind::Frame, kGcStatic, flags};
  frame->caller = caller;
  frame->ip = function->code->instrs;
  frame->function = function;
  frame->owner = owner;
  return frame;
}

Frame* push_frame(Vm& vm, Function* function, const Value* args, size_t npos, Tuple* kwnames, Frame* caller, uint16_t flags,
                  Value owner) {
  Thread* thread = vm.thread;
  Value* base = thread->top;
  Code* code = function->code;
  const Value* end = base + kFrameHeaderWords + code->reg_count + kFrameHeaderWords;
  if (is_crowded(thread, end) && !room_for_frame(vm, end)) [[unlikely]] return nullptr;
  Value* regs = base + kFrameHeaderWords;
  thread->top = regs + code->reg_count;  // the collector sees the registers while binding allocates
  if (!bind_arguments(vm, function, regs, args, npos, kwnames)) {
    thread->top = base;
    return nullptr;
  }
  thread->depth++;
  return init_stack_frame(base, caller, function, flags, owner);
}

bool g_async_generator_made = false;

/// A heap frame that begins with these registers.
static Result<Frame*> new_heap_frame(Vm& vm, Function* function, const Value* regs, size_t count) {
  COIL_TRY(Frame* frame, alloc<Frame>(vm, Kind::Frame, frame_bytes(function->code)));
  frame->flags = kFrameHeap;
  frame->function = function;
  frame->ip = function->code->instrs;
  for (size_t i = 0; i < count; i++) frame->regs[i] = regs[i];
  return frame;
}

/// Binding may allocate, and registers are written without a barrier: it happens on the VM stack, which every collection scans.
static Result<Frame*> bind_heap_frame(Vm& vm, Function* function, const Value* args, size_t npos, Tuple* kwnames) {
  Code* code = function->code;
  Thread* thread = vm.thread;
  Value* base = thread->top;
  if (base + code->reg_count > thread->stack_end) return raise_recursion_error(vm);
  thread->top = base + code->reg_count;
  Result<void> bound = bind_arguments(vm, function, base, args, npos, kwnames);
  Result<Frame*> frame = bound ? new_heap_frame(vm, function, base, code->local_count) : Result<Frame*>(Error{});
  thread->top = base;
  return frame;
}

Result<Value> make_generator(Vm& vm, Function* function, const Value* args, size_t npos, Tuple* kwnames) {
  Code* code = function->code;
  Kind kind = code->flags & kCodeAsyncGenerator ? Kind::AsyncGenerator
              : code->flags & kCodeCoroutine    ? Kind::Coroutine
                                                : Kind::Generator;
  COIL_CHECK(need_code(vm, code));
  COIL_TRY(Frame* frame, npos == code->arg_count && !kwnames && code->positional_only_call ? new_heap_frame(vm, function, args, npos)
                                                                                             : bind_heap_frame(vm, function, args, npos, kwnames));
  COIL_TRY(Generator* generator, alloc<Generator>(vm, kind));
  generator->frame = frame;
  generator->innermost = frame;
  if (code->iterable_coroutine) generator->iterable_coroutine = true;
  generator->depth = 1;
  store(frame, frame->owner, Value(generator));
  // Coroutines may die without being awaited, the others with a finally or with block to run.
  if (kind == Kind::AsyncGenerator) g_async_generator_made = true;
  if (kind == Kind::Coroutine || code->has_handlers) g_heap.set_finalizer(generator);
  return Value(generator);
}

Result<Tuple*> spread_arguments(Vm& vm, Value callee, Value args, Value kwargs, Tuple** names) {
  *names = nullptr;
  if (!is_exact(args, Kind::Tuple)) {
    if (!is_iterable(class_of(args))) {
      COIL_TRY(Str* label, callable_label(vm, callee));
      return raise_text(vm, Exc::TypeError, str_utf8(label) + " argument after * must be an iterable, not " + type_name(args));
    }
    COIL_TRY(args, tuple_from_iterable_reenter(vm, args));
  }
  Tuple* positional = args.as<Tuple>();
  size_t keyword_count = kwargs ? kwargs.as<Dict>()->used : 0;
  COIL_TRY(Tuple* all, new_tuple(vm, 1 + positional->size + keyword_count));
  for (size_t i = 0; i < positional->size; i++) store(all, all->items[1 + i], positional->items[i]);
  if (!keyword_count) return all;
  COIL_TRY(*names, new_tuple(vm, keyword_count));
  size_t position = 0, at = 0;
  for (Value key, value; at < keyword_count && dict_next(kwargs.as<Dict>(), &position, &key, &value); at++) {
    if (!key.is(Kind::Str) && !takes_any_keys(callee)) return raise_type_error(vm, "keywords must be strings");
    store(*names, (*names)->items[at], key);
    store(all, all->items[1 + positional->size + at], value);
  }
  return all;
}

/// tp_call of language functions, for calls that come from C++.
Result<Value> call_function_reenter(Vm& vm, Value callee, Value* args, size_t npos, Tuple* kwnames) {
  auto* function = callee.as<Function>();
  if (function->code->call_kind == static_cast<uint8_t>(CallKind::Suspendable)) {
    COIL_TRY(Value made, make_generator(vm, function, args, npos, kwnames));
    if (made.is(Kind::Coroutine)) note_coroutine_of_native(vm, made.as<Generator>());
    return made;
  }
  COIL_GUARD(vm, "");
  const CountedLevels levels(vm);
  if (!levels.fits) return Error{};
  Thread* thread = vm.thread;
  Value* top = thread->top;
  Frame* frame = push_frame(vm, function, args, npos, kwnames, thread->frame, kFrameEntry, {});
  if (!frame) return Error{};
  StepResult result = run_frame_reenter(vm, frame);
  thread->top = top;
  if (result.step == Step::Raised) return Error{};
  return result.value;
}

Dict* builtins_of(Vm& vm, Dict* globals) {
  Value builtins = dict_get_str(globals, vm.name(Name::builtins_));
  if (builtins.is(Kind::Module)) builtins = builtins.as<Module>()->dict;
  if (builtins.is_nothing()) return vm.builtins;
  return builtins.is(Kind::Dict) ? builtins.as<Dict>() : vm.no_builtins;
}

Result<Function*> make_function(Vm& vm, Code* code, Dict* globals) {
  COIL_TRY(Function* function, alloc<Function>(vm, Kind::Function));
  function->code = code;
  function->globals = globals;
  function->name = code->name;
  function->qualname = code->qualname;
  function->builtins = builtins_of(vm, globals);
  function->module = dict_get_str(globals, vm.name(Name::name_));
  return function;
}

namespace {

/// The frames of a function whose code is replaced go on with the old one: theirs becomes a copy of the function.
class CodeReplacement {
 public:
  CodeReplacement(Function* function, Function* old_one) : function_(function), old_one_(old_one) {}

  void in_stack(Frame* innermost) const {
    for (Frame* frame = innermost; frame; frame = frame->caller) in_frame(frame);
  }
  /// Frames in the heap belong to coroutines and generators only.
  void in_heap() const { g_heap.for_each_cell(in_cell, const_cast<CodeReplacement*>(this)); }

 private:
  void in_frame(Frame* frame) const {
    if (frame->function != function_) return;
    frame->function = old_one_;
    if (frame->flags & kFrameHeap) write_barrier(frame);
  }
  static void in_cell(Cell* cell, void* context) {
    if (cell->kind == Kind::Frame) static_cast<CodeReplacement*>(context)->in_frame(static_cast<Frame*>(cell));
  }

  Function* function_;
  Function* old_one_;
};

}  // namespace

Result<void> replace_code(Vm& vm, Function* function, Code* code) {
  COIL_TRY(Function* old_one, alloc<Function>(vm, Kind::Function));
  Cell header = *old_one;
  *old_one = *function;
  static_cast<Cell&>(*old_one) = header;
  write_barrier(old_one);
  CodeReplacement replacement(function, old_one);
  for (Thread* thread = vm.threads; thread; thread = thread->next) replacement.in_stack(thread->frame);
  if (function->code->call_kind == static_cast<uint8_t>(CallKind::Suspendable)) replacement.in_heap();
  store(function, function->code, code);
  return ok();
}

Result<Value> run_code_reenter(Vm& vm, Code* code, Dict* globals, Value locals) {
  if (dict_get_str(globals, vm.name(Name::builtins_)).is_nothing()) {
    COIL_CHECK(dict_set_str(vm, globals, vm.name(Name::builtins_), vm.builtins));
  }
  COIL_TRY(Function* function, make_function(vm, code, globals));
  if (code->call_kind == static_cast<uint8_t>(CallKind::Suspendable)) {
    COIL_TRY(Value generator, make_generator(vm, function, nullptr, 0, nullptr));
    return generator;
  }
  COIL_GUARD(vm, "");
  Thread* thread = vm.thread;
  Value* top = thread->top;
  Value ns = locals.is_nothing() ? Value(globals) : locals;
  Frame* frame = push_frame(vm, function, nullptr, 0, nullptr, thread->frame, kFrameEntry | kFrameNamespace, ns);
  if (!frame) return Error{};
  StepResult result = run_frame_reenter(vm, frame);
  thread->top = top;
  if (result.step == Step::Raised) return Error{};
  return result.value;
}

}  // namespace coil
