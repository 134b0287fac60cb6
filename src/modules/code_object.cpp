// Code objects as programs see them: attributes, comparison, and replace(), which can change what does not touch the bytecode.
#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>
#include <memory>
#include <tuple>

#include "bytecode/opcode_info.hpp"
#include "modules/introspection.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

const CodeUnit& unit_of(Value self) { return *self.as<Code>()->unit; }

Result<Value> names_tuple(Vm& vm, Value self, int index, const std::vector<std::string>& names) {
  auto* code = self.as<Code>();
  if (code->names_tuple[index].is_nothing()) {
    COIL_TRY(Tuple* tuple, new_tuple(vm, names.size()));
    for (size_t i = 0; i < names.size(); i++) store(tuple, tuple->items[i], Value(intern(vm, names[i])));
    store(code, code->names_tuple[index], tuple);
  }
  return code->names_tuple[index];
}

size_t parameter_count(const CodeUnit& unit) {
  return size_t{unit.arg_count} + unit.kwonly_count + !!(unit.flags & kCodeVarArgs) + !!(unit.flags & kCodeVarKw);
}

/// Local variables in registers: what CPython calls co_varnames.
std::vector<std::string> variable_names(const CodeUnit& unit) {
  std::vector<std::string> names;
  if (!(unit.flags & kCodeFunction)) return names;
  const size_t parameters = parameter_count(unit);
  for (size_t i = 0; i < unit.local_names.size() && !unit.local_names[i].empty(); i++) {
    bool captured = std::any_of(unit.cell_vars.begin(), unit.cell_vars.end(), [&](const auto& cell) { return cell.second == i; });
    if (!captured || i < parameters) names.push_back(unit.local_names[i]);
  }
  return names;
}
Result<Value> code_varnames(Vm& vm, Value self) { return names_tuple(vm, self, 0, variable_names(unit_of(self))); }

/// Whether the instruction has the name of a variable only to tell it in an error.
bool names_variable(Op op) { return op == Op::CheckLocal || op == Op::DeleteLocal || op == Op::LoadBox || op == Op::DeleteBox; }

/// Globals, attributes and what is imported, in the order of their first use.
std::vector<std::string> other_names(const CodeUnit& unit) {
  std::vector<bool> used(unit.names.size());
  for (uint32_t name : unit.caches) used[name] = true;
  for (const Instr& instr : unit.instrs) {
    const Op op = static_cast<Op>(instr.op);
    const uint16_t operands[] = {instr.a, instr.b, instr.c};
    for (int k = 0; k < 3 && !names_variable(op); k++) {
      if (opcode_info(op).operands[k] == OperandKind::Name) used[operands[k]] = true;
    }
  }
  std::vector<std::string> names;
  for (size_t i = 0; i < used.size(); i++) {
    if (used[i]) names.push_back(unit.names[i]);
  }
  return names;
}
Result<Value> code_names(Vm& vm, Value self) { return names_tuple(vm, self, 1, other_names(unit_of(self))); }
Result<Value> code_freevars(Vm& vm, Value self) { return names_tuple(vm, self, 2, unit_of(self).free_vars); }
Result<Value> code_cellvars(Vm& vm, Value self) {
  std::vector<std::string> names;
  // CPython has parameters at their places, then the others by name.
  const CodeUnit& unit = unit_of(self);
  const size_t parameters = parameter_count(unit);
  auto cells = unit.cell_vars;
  auto place = [&](const auto& cell) {
    return std::pair(std::min<size_t>(cell.second, parameters), cell.second < parameters ? std::string_view() : std::string_view(cell.first));
  };
  std::sort(cells.begin(), cells.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  for (const auto& cell : cells) names.push_back(cell.first);
  return names_tuple(vm, self, 3, names);
}
Result<Value> code_name(Vm&, Value self) { return self.as<Code>()->name; }
Result<Value> code_qualname(Vm&, Value self) { return self.as<Code>()->qualname; }
Result<Value> code_filename(Vm&, Value self) { return self.as<Code>()->filename; }
Result<Value> code_first_line(Vm&, Value self) { return Value::small_int(unit_of(self).first_line); }
Result<Value> code_argcount(Vm&, Value self) { return Value::small_int(unit_of(self).arg_count); }
Result<Value> code_posonly(Vm&, Value self) { return Value::small_int(unit_of(self).posonly_count); }
Result<Value> code_kwonly(Vm&, Value self) { return Value::small_int(unit_of(self).kwonly_count); }
Result<Value> code_nlocals(Vm&, Value self) { return Value::small_int(static_cast<int64_t>(variable_names(unit_of(self)).size())); }
Result<Value> code_stacksize(Vm&, Value self) { return Value::small_int(unit_of(self).reg_count); }
Result<Value> code_consts(Vm& vm, Value self) {
  COIL_CHECK(need_code(vm, self.as<Code>()));
  ValueArray* consts = self.as<Code>()->consts;
  return new_tuple_from(vm, consts->items(), consts->capacity);
}
/// CPython's CO_ flags of this code.
Result<Value> code_flags(Vm&, Value self) {
  struct Row { uint32_t own; int64_t theirs; };
  static constexpr Row kRows[] = {{kCodeFunction, 0x3},   {kCodeVarArgs, 0x4},     {kCodeVarKw, 0x8},         {kCodeNested, 0x10},
                                  {kCodeGenerator, 0x20}, {kCodeCoroutine, 0x80}, {kCodeAsyncGenerator, 0x200},
                                  {kCodeFutureAnnotations, 0x1000000}};
  int64_t flags = self.as<Code>()->iterable_coroutine ? 0x100 : 0;
  for (const Row& row : kRows) {
    if (unit_of(self).flags & row.own) flags |= row.theirs;
  }
  return Value::small_int(flags);
}
Result<Value> code_repr(Vm& vm, Value self) {
  auto* code = self.as<Code>();
  return new_str_format(vm, "<code object %s at %p, file \"%s\", line %u>", str_utf8(code->name).c_str(), static_cast<void*>(code),
                        str_utf8(code->filename).c_str(), code->unit->first_line);
}
/// Instructions count as two bytes, as everywhere in this interface.
Value instr_offset(size_t index) { return Value::small_int(2 * static_cast<int64_t>(index)); }

NATIVE(code_positions, "co_positions(self, /)", "(line, end line, column, end column) of each instruction.") {
  COIL_TRY(List* list, new_list(vm));
  for (const Position& position : unit_of(args[0]).positions) {
    bool columns = position.end_col != 0xffff;
    COIL_TRY(Tuple* item, make_tuple(vm, {Value::small_int(position.line), Value::small_int(position.end_line),
                                          columns ? Value::small_int(position.col) : none(),
                                          columns ? Value::small_int(position.end_col) : none()}));
    COIL_CHECK(list_append(vm, list, item));
  }
  return iter_reenter(vm, list);
}
constexpr GetSetSpec kCodeAttributes[] = {
    {"co_varnames", code_varnames, nullptr, "Parameters and local variables."},
    {"co_names", code_names, nullptr, "Names used besides local variables."},
    {"co_freevars", code_freevars, nullptr, "Variables of enclosing functions."},
    {"co_cellvars", code_cellvars, nullptr, "Variables that inner functions use."},
    {"co_name", code_name, nullptr, "The name."},
    {"co_qualname", code_qualname, nullptr, "The qualified name."},
    {"co_filename", code_filename, nullptr, "The source file."},
    {"co_firstlineno", code_first_line, nullptr, "The first line."},
    {"co_argcount", code_argcount, nullptr, "Positional parameters."},
    {"co_posonlyargcount", code_posonly, nullptr, "Positional-only parameters."},
    {"co_kwonlyargcount", code_kwonly, nullptr, "Keyword-only parameters."},
    {"co_nlocals", code_nlocals, nullptr, "Number of local variables."},
    {"co_stacksize", code_stacksize, nullptr, "Registers of a frame."},
    {"co_consts", code_consts, nullptr, "The constants."},
    {"co_flags", code_flags, nullptr, "CO_ flags as CPython's."},
};

NATIVE(code_lines, "co_lines(self, /)", "(start, end, line) of each run of instructions of one line.") {
  const std::vector<Position>& positions = unit_of(args[0]).positions;
  COIL_TRY(List* list, new_list(vm));
  for (size_t start = 0, end; start < positions.size(); start = end) {
    for (end = start + 1; end < positions.size() && positions[end].line == positions[start].line; end++) {}
    COIL_TRY(Tuple* item, make_tuple(vm, {instr_offset(start), instr_offset(end), Value::small_int(positions[start].line)}));
    COIL_CHECK(list_append(vm, list, item));
  }
  return iter_reenter(vm, list);
}

/// Equal values of one type, also inside of tuples: 1, 1.0 and True are different constants, and so are 0.0 and -0.0.
Result<bool> same_constant_reenter(Vm& vm, Value a, Value b) {
  COIL_GUARD(vm, " in comparison");
  if (a == b) return true;
  if (class_of(a) != class_of(b)) return false;
  if (a.is_float()) return std::bit_cast<uint64_t>(a.as_float()) == std::bit_cast<uint64_t>(b.as_float());
  if (!a.is(Kind::Tuple)) return equal_reenter(vm, a, b);
  auto *x = a.as<Tuple>(), *y = b.as<Tuple>();
  if (x->size != y->size) return false;
  for (size_t i = 0; i < x->size; i++) {
    COIL_TRY(bool same, same_constant_reenter(vm, x->items[i], y->items[i]));
    if (!same) return false;
  }
  return true;
}

auto head_of(const Code* code) {
  const CodeUnit& unit = *code->unit;
  return std::tuple(code->name, unit.arg_count, unit.posonly_count, unit.kwonly_count, unit.flags, code->iterable_coroutine, unit.first_line);
}
bool same_bytecode(const CodeUnit& a, const CodeUnit& b) {
  auto same_words = [](const auto& x, const auto& y) {
    return x.size() == y.size() && (x.empty() || std::memcmp(x.data(), y.data(), x.size() * sizeof(x[0])) == 0);
  };
  return same_words(a.instrs, b.instrs) && same_words(a.positions, b.positions) && a.names == b.names && a.local_names == b.local_names &&
         a.cell_vars == b.cell_vars && a.free_vars == b.free_vars;
}

Result<Value> code_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!other.is(Kind::Code) || (op != CompareOp::Eq && op != CompareOp::Ne)) return Value(&not_implemented_cell);
  auto *a = self.as<Code>(), *b = other.as<Code>();
  bool same = a == b;
  if (!same && head_of(a) == head_of(b) && same_bytecode(*a->unit, *b->unit)) {
    COIL_TRY(Value mine, code_consts(vm, self));
    COIL_TRY(Value theirs, code_consts(vm, other));
    COIL_TRY(same, same_constant_reenter(vm, mine, theirs));
  }
  return Value::boolean(same == (op == CompareOp::Eq));
}
Result<int64_t> code_hash(Vm& vm, Value self) {
  COIL_TRY(int64_t name, hash_reenter(vm, self.as<Code>()->name));
  const CodeUnit& unit = unit_of(self);
  return name ^ (int64_t{unit.first_line} << 32 | unit.instrs.size() << 8 | unit.arg_count);
}

// -- replace()

enum Replaceable { kSelf, kFlags, kFirstLine, kConsts, kFilename, kName, kQualname, kFirstFixed };

/// What the bytecode depends on can only be given as it is.
Result<void> check_unchanged_reenter(Vm& vm, Value code, const char* name, Value given) {
  COIL_TRY(Value own, find_attr_reenter(vm, code, intern(vm, name)));
  bool same = false;
  if (!own.is_stop()) { COIL_TRY(same, equal_reenter(vm, own, given)); }
  if (!same) return raise_value_error(vm, "replace(): %s cannot be changed: Coil has its own bytecode", name);
  return ok();
}

/// Constants that instructions take for granted: functions with their number of captured variables, and the names of keyword arguments.
Result<void> check_constant(Vm& vm, const Code* code, size_t index, Value given) {
  const Value own = code->consts->items()[index];
  bool fits = own == given || !own.is(Kind::Code) ||
              (given.is(Kind::Code) && unit_of(given).free_vars.size() == unit_of(own).free_vars.size());
  for (const Instr& instr : code->unit->instrs) {
    const bool named = static_cast<Op>(instr.op) == Op::CallKw || static_cast<Op>(instr.op) == Op::CallMethodKw;
    if (named && instr.c == index && own != given) fits = false;
  }
  if (!fits) return raise_value_error(vm, "replace(): co_consts[%zu] cannot be replaced by an object of type %s", index, type_name(given));
  return ok();
}

Result<ValueArray*> replaced_constants(Vm& vm, const Code* code, Value given) {
  if (!given) return code->consts;
  if (!given.is(Kind::Tuple)) return raise_type_error(vm, "replace() argument 'co_consts' must be tuple, not %s", argument_type_name(given));
  auto* tuple = given.as<Tuple>();
  if (tuple->size != code->consts->capacity) {
    return raise_value_error(vm, "replace(): co_consts needs %zu items, got %zu", code->consts->capacity, size_t{tuple->size});
  }
  COIL_TRY(ValueArray* made, new_value_array(vm, tuple->size));
  for (size_t i = 0; i < tuple->size; i++) {
    COIL_CHECK(check_constant(vm, code, i, tuple->items[i]));
    store(made, made->items()[i], tuple->items[i]);
  }
  return made;
}

Result<void> replace_text(Vm& vm, std::string* text, const char* name, Value given) {
  if (!given) return ok();
  if (!given.is(Kind::Str)) return raise_type_error(vm, "replace() argument '%s' must be str, not %s", name, argument_type_name(given));
  *text = str_utf8(given.as<Str>());
  return ok();
}

/// Lines count from the first, so all of them move with it.
Result<void> replace_first_line_reenter(Vm& vm, CodeUnit* unit, Value given) {
  if (!given) return ok();
  COIL_TRY(int first, c_int_reenter(vm, given));
  if (first < 0) return raise_value_error(vm, "co_firstlineno must be a positive integer");
  const uint32_t shift = static_cast<uint32_t>(first) - unit->first_line;
  unit->first_line += shift;
  for (Position& position : unit->positions) {
    position.line += shift;
    position.end_line += shift;
  }
  return ok();
}

/// Gives as many variables, none of them captured, other names; false when these are no such names.
bool rename_variables(CodeUnit* unit, Value given) {
  size_t count = variable_names(*unit).size();
  if (!given.is(Kind::Tuple) || given.as<Tuple>()->size != count || !unit->cell_vars.empty()) return false;
  std::vector<std::string> names;
  for (size_t i = 0; i < count; i++) {
    Value name = given.as<Tuple>()->items[i];
    if (!name.is(Kind::Str) || std::find(names.begin(), names.end(), str_utf8(name)) != names.end()) return false;
    names.push_back(str_utf8(name));
  }
  std::move(names.begin(), names.end(), unit->local_names.begin());
  return true;
}

constexpr int kIterableCoroutine = 0x100;

/// The only flag that is no property of the bytecode is the mark of types.coroutine.
Result<bool> replaced_mark_reenter(Vm& vm, Value code, Value given) {
  bool marked = code.as<Code>()->iterable_coroutine;
  if (!given) return marked;
  COIL_TRY(int flags, c_int_reenter(vm, given));
  COIL_TRY(Value own, code_flags(vm, code));
  const int64_t changed = own.small_int() ^ flags;
  if (changed & ~kIterableCoroutine || (changed && !(unit_of(code).flags & kCodeGenerator))) {
    return raise_value_error(vm, "replace(): co_flags cannot be changed from %#x to %#x: Coil has its own bytecode",
                             static_cast<unsigned>(own.small_int()), static_cast<unsigned>(flags));
  }
  return marked != static_cast<bool>(changed);
}

NATIVE(code_replace,
       "replace(self, /, *, co_flags=-1, co_firstlineno=-1, co_consts=None, co_filename=None, co_name=None, co_qualname=None, co_argcount=-1, "
       "co_posonlyargcount=-1, co_kwonlyargcount=-1, co_nlocals=-1, co_stacksize=-1, co_code=None, co_names=None, co_varnames=None, "
       "co_freevars=None, co_cellvars=None, co_linetable=None, co_exceptiontable=None)",
       "A copy of the code with new values of some attributes.") {
  static constexpr const char* kFixed[] = {"co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_code", "co_names",
                                           "co_varnames", "co_freevars", "co_cellvars", "co_linetable", "co_exceptiontable"};
  auto* code = args[kSelf].as<Code>();
  COIL_CHECK(need_code(vm, code));
  auto unit = std::make_shared<CodeUnit>(*code->unit);
  constexpr size_t kVarnames = 7;
  const bool renamed = args.has(kFirstFixed + kVarnames) && rename_variables(unit.get(), args[kFirstFixed + kVarnames]);
  for (size_t i = 0; i < std::size(kFixed); i++) {
    if (args.has(kFirstFixed + i) && !(renamed && i == kVarnames)) COIL_CHECK(check_unchanged_reenter(vm, args[kSelf], kFixed[i], args[kFirstFixed + i]));
  }
  COIL_CHECK(replace_text(vm, &unit->name, "co_name", args[kName]));
  COIL_CHECK(replace_text(vm, &unit->qualname, "co_qualname", args[kQualname]));
  COIL_CHECK(replace_text(vm, &unit->filename, "co_filename", args[kFilename]));
  COIL_CHECK(replace_first_line_reenter(vm, unit.get(), args[kFirstLine]));
  COIL_TRY(bool iterable_coroutine, replaced_mark_reenter(vm, args[kSelf], args[kFlags]));
  COIL_TRY(ValueArray* consts, replaced_constants(vm, code, args[kConsts]));
  COIL_TRY(Code* made, make_code(vm, std::move(unit)));
  store(made, made->consts, consts);
  made->iterable_coroutine = iterable_coroutine;
  return Value(made);
}

/// Only compile() makes code objects.
Result<Value> code_make(Vm& vm, Class* cls, Value*, size_t npos, Tuple*) {
  constexpr size_t kLeast = 16, kMost = 18;
  if (npos < kLeast) return raise_type_error(vm, "code expected at least %zu arguments, got %zu", kLeast, npos);
  if (npos > kMost) return raise_type_error(vm, "code expected at most %zu arguments, got %zu", kMost, npos);
  return raise_type_error(vm, "cannot create '%s' instances", class_name(cls));
}

}  // namespace

void setup_code_objects(Vm& vm) {
  Slots& slots = vm.type(Kind::Code)->slots;
  slots.make = code_make;
  slots.repr = code_repr;
  slots.compare = code_compare;
  slots.hash = code_hash;
  define_type(vm, {Kind::Code, "Compiled code.", {FN(code_positions), FN(code_lines), FN(code_replace)}, {}});
  for (const GetSetSpec& spec : kCodeAttributes) define_type(vm, {Kind::Code, nullptr, {}, {&spec}});
}

}  // namespace coil
