// From a CodeUnit (plain data of the compiler) to a Code cell: constants become values, names are interned, caches are laid out.
#include <cstring>
#include <cctype>

#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

Result<Value> make_const(Vm& vm, const Const& constant);

Result<Value> make_const_tuple(Vm& vm, const std::vector<Const>& items) {
  COIL_TRY(Tuple* tuple, new_tuple(vm, items.size()));
  for (size_t i = 0; i < items.size(); i++) {
    COIL_TRY(Value item, make_const(vm, items[i]));
    store(tuple, tuple->items[i], item);
  }
  return Value(tuple);
}

Result<Value> make_const_frozenset(Vm& vm, const std::vector<Const>& items) {
  COIL_TRY(Set* set, new_set(vm, Kind::FrozenSet));
  for (const Const& item : items) {
    COIL_TRY(Value value, make_const(vm, item));
    COIL_CHECK(set_add_reenter(vm, set, value));
  }
  // CPython builds a constant set twice, the second time from the first, which shows in the order of items that collide.
  COIL_TRY(Set* again, new_set(vm, Kind::FrozenSet));
  size_t position = 0;
  Value value;
  while (set_next(set, &position, &value)) COIL_CHECK(set_add_reenter(vm, again, value));
  return Value(again);
}

struct ConstMaker {
  Vm& vm;
  Result<Value> operator()(const ConstNothing&) { return none(); }
  Result<Value> operator()(const ConstNone&) { return none(); }
  Result<Value> operator()(bool b) { return Value::boolean(b); }
  Result<Value> operator()(const ConstEllipsis&) { return Value(&ellipsis_cell); }
  Result<Value> operator()(int64_t number) { return make_int(vm, number); }
  Result<Value> operator()(const ConstBigInt& big) { return int_from_digits(vm, big.digits, big.base); }
  Result<Value> operator()(double number) { return make_float(vm, number); }
  Result<Value> operator()(const ConstComplex& complex) { return make_complex(vm, 0.0, complex.imag); }
  Result<Value> operator()(const ConstStr& text) {
    COIL_TRY(Str* str, new_str(vm, text.text));
    bool identifier = str->length > 0 && str->length <= 64;
    for (char c : text.text) identifier = identifier && (std::isalnum(static_cast<unsigned char>(c)) || c == '_');
    return Value(identifier ? intern_str(vm, str) : str);
  }
  Result<Value> operator()(const ConstBytes& bytes) {
    COIL_TRY(Bytes* cell, new_bytes(vm, bytes.data.data(), bytes.data.size()));
    return Value(cell);
  }
  Result<Value> operator()(const std::shared_ptr<ConstTuple>& tuple) { return make_const_tuple(vm, tuple->items); }
  Result<Value> operator()(const std::shared_ptr<ConstFrozenSet>& set) { return make_const_frozenset(vm, set->items); }
  Result<Value> operator()(const std::shared_ptr<CodeUnit>& unit) {
    COIL_TRY(Code* code, make_code(vm, unit));
    return Value(code);
  }
};

Result<Value> make_const(Vm& vm, const Const& constant) {
  COIL_GUARD(vm, " while loading constants");
  return std::visit(ConstMaker{vm}, constant);
}

void trace_code(Cell* cell, Marker& marker) {
  auto* code = static_cast<Code*>(cell);
  marker.cell(code->consts);
  marker.cell(code->name_array);
  marker.cell(code->parameters);
  marker.cell(code->name);
  marker.cell(code->qualname);
  marker.cell(code->filename);
  marker.values(code->names_tuple, 4);
  if (!code->owner) return;
  for (size_t i = 0; i < code->unit->caches.size(); i++) {
    marker.cell(code->caches[i].name);
    marker.value(code->caches[i].value);
  }
}

void destroy_code(Cell* cell) {
  auto* code = static_cast<Code*>(cell);
  delete[] code->instrs;
  delete[] code->caches;
  delete code->owner;
}

CallKind call_kind_of(const CodeUnit& unit) {
  if (unit.flags & (kCodeGenerator | kCodeCoroutine | kCodeAsyncGenerator)) return CallKind::Suspendable;
  if (unit.flags & (kCodeVarArgs | kCodeVarKw) || unit.kwonly_count) return CallKind::PlainBind;
  return CallKind::Plain;
}

}  // namespace

Result<Code*> make_code(Vm& vm, std::shared_ptr<CodeUnit> unit) {
  COIL_TRY(Code* code, alloc<Code>(vm, Kind::Code));
  code->unit = unit.get();
  code->reg_count = unit->reg_count;
  code->arg_count = unit->arg_count;
  code->local_count = static_cast<uint16_t>(unit->flags & kCodeFunction ? unit->local_names.size() : 0);
  code->flags = unit->flags;
  code->call_kind = static_cast<uint8_t>(call_kind_of(*unit));
  code->positional_only_call = !(unit->flags & (kCodeVarArgs | kCodeVarKw)) && !unit->kwonly_count;
  code->instrs = new Instr[unit->instrs.size()];
  std::memcpy(code->instrs, unit->instrs.data(), unit->instrs.size() * sizeof(Instr));
  code->caches = new InlineCache[unit->caches.size()]();
  code->owner = new std::shared_ptr<CodeUnit>(unit);
  store(code, code->name, intern(vm, unit->name));
  store(code, code->qualname, intern(vm, unit->qualname));
  store(code, code->filename, intern(vm, unit->filename));
  COIL_TRY(ValueArray* names, new_value_array(vm, unit->names.size()));
  store(code, code->name_array, names);
  for (size_t i = 0; i < unit->names.size(); i++) store(names, names->items()[i], Value(intern(vm, unit->names[i])));
  for (size_t i = 0; i < unit->caches.size(); i++) code->caches[i].name = names->items()[unit->caches[i]].as<Str>();
  size_t parameter_count = size_t{unit->arg_count} + unit->kwonly_count;
  COIL_TRY(ValueArray* parameters, new_value_array(vm, parameter_count));
  store(code, code->parameters, parameters);
  for (size_t i = 0; i < parameter_count; i++) store(parameters, parameters->items()[i], Value(intern(vm, unit->local_names[i])));
  COIL_TRY(ValueArray* consts, new_value_array(vm, unit->consts.size()));
  store(code, code->consts, consts);
  for (size_t i = 0; i < unit->consts.size(); i++) {
    COIL_TRY(Value value, make_const(vm, unit->consts[i]));
    store(consts, consts->items()[i], value);
  }
  return code;
}

void setup_code_type() { g_heap.set_type(Kind::Code, trace_code, destroy_code); }

}  // namespace coil
