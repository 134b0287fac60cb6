// From a CodeUnit (plain data of the compiler) to a Code cell: constants become values, names are interned, caches are laid out.
// Code of an image is made in two steps: a head, and the rest when it is first called (see Code in frame.hpp).
#include <algorithm>

#include "base/pages.hpp"
#include "bytecode/name_like.hpp"
#include "bytecode/opcode_info.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"
#include "vm/quickening.hpp"

namespace coil {

static Result<Code*> make_unit_head(Vm&, const ImageBlock&, const ImageUnit&);

namespace {

/// Sets of constants are built twice, the second time from the first, as CPython does: it shows in the order of items that collide.
Result<Value> settle_set(Vm& vm, Set* set) {
  COIL_TRY(Set* again, new_set(vm, Kind::FrozenSet));
  size_t position = 0;
  Value value;
  while (set_next(set, &position, &value)) COIL_CHECK(set_add_reenter(vm, again, value));
  return Value(again);
}

Result<Value> make_text(Vm& vm, std::string_view text) {
  if (is_name_like(text)) return Value(intern(vm, text));
  return new_str(vm, text);
}

Result<Value> make_bytes(Vm& vm, std::string_view data) {
  COIL_TRY(Bytes* cell, new_bytes(vm, data.data(), data.size()));
  return Value(cell);
}

/// What load reads of a unit made by the compiler in this process.
struct UnitSource {
  const CodeUnit& unit;

  size_t name_count() const { return unit.names.size(); }
  Str* name(Vm& vm, size_t i) const { return intern(vm, unit.names[i]); }
  Str* local_name(Vm& vm, size_t i) const { return intern(vm, unit.local_names[i]); }
  size_t const_count() const { return unit.consts.size(); }
  Result<Value> constant(Vm& vm, size_t i) const { return make(vm, unit.consts[i]); }

 private:
  struct Maker {
    Vm& vm;
    Result<Value> operator()(const ConstNothing&) { return none(); }
    Result<Value> operator()(const ConstNone&) { return none(); }
    Result<Value> operator()(bool b) { return Value::boolean(b); }
    Result<Value> operator()(const ConstEllipsis&) { return Value(&ellipsis_cell); }
    Result<Value> operator()(int64_t number) { return make_int(vm, number); }
    Result<Value> operator()(const ConstBigInt& big) { return int_from_digits(vm, big.digits, big.base); }
    Result<Value> operator()(double number) { return make_float(vm, number); }
    Result<Value> operator()(const ConstComplex& complex) { return make_complex(vm, complex.real, complex.imag); }
    Result<Value> operator()(const ConstStr& text) { return make_text(vm, text.text); }
    Result<Value> operator()(const ConstBytes& bytes) { return make_bytes(vm, bytes.data); }
    Result<Value> operator()(const std::shared_ptr<ConstTuple>& constant) {
      COIL_TRY(Tuple* tuple, new_tuple(vm, constant->items.size()));
      for (size_t i = 0; i < constant->items.size(); i++) {
        COIL_TRY(Value item, make(vm, constant->items[i]));
        store(tuple, tuple->items[i], item);
      }
      return Value(tuple);
    }
    Result<Value> operator()(const std::shared_ptr<ConstFrozenSet>& constant) {
      COIL_TRY(Set* set, new_set(vm, Kind::FrozenSet));
      for (const Const& item : constant->items) {
        COIL_TRY(Value value, make(vm, item));
        COIL_CHECK(set_add_reenter(vm, set, value));
      }
      return settle_set(vm, set);
    }
    Result<Value> operator()(const std::shared_ptr<CodeUnit>& unit) {
      COIL_TRY(Code* code, make_code(vm, unit));
      return Value(code);
    }
  };
  static Result<Value> make(Vm& vm, const Const& constant) {
    COIL_GUARD(vm, " while loading constants");
    return std::visit(Maker{vm}, constant);
  }
};

/// Interned strings live for ever, so what was made of an image's strings is kept by number.
Str* interned(Vm& vm, const ImageBlock& block, uint32_t number) {
  void** known = block.made_of(number);
  if (!*known) *known = intern(vm, block.string(number));
  return static_cast<Str*>(*known);
}

/// The same of a unit in an image.
struct RowSource {
  const ImageBlock& block;
  const ImageTables& tables;

  size_t name_count() const { return tables.names.count; }
  Str* name(Vm& vm, size_t i) const { return interned(vm, block, block.array(tables.names)[i]); }
  Str* local_name(Vm& vm, size_t i) const { return interned(vm, block, block.array(tables.local_names)[i]); }
  size_t const_count() const { return tables.consts.count; }
  Result<Value> constant(Vm& vm, size_t i) const { return make(vm, block.array(tables.consts)[i]); }

 private:
  std::span<const ImageConst> items_of(const ImageConst& constant) const {
    return block.array(ImageArray<ImageConst>{constant.value, constant.extra});
  }
  Result<Value> make(Vm& vm, const ImageConst& constant) const {
    COIL_GUARD(vm, " while loading constants");
    switch (constant.tag) {
      case ImageTag::Nothing:
      case ImageTag::None: break;
      case ImageTag::False: return Value::boolean(false);
      case ImageTag::True: return Value::boolean(true);
      case ImageTag::Ellipsis: return Value(&ellipsis_cell);
      case ImageTag::Int: return make_int(vm, block.at<int64_t>(constant.value));
      case ImageTag::BigInt: return int_from_digits(vm, block.string(constant.value), static_cast<int>(constant.extra));
      case ImageTag::Float: return make_float(vm, block.at<double>(constant.value));
      case ImageTag::Complex: {
        const auto& complex = block.at<ConstComplex>(constant.value);
        return make_complex(vm, complex.real, complex.imag);
      }
      case ImageTag::Str: return constant.extra ? Result<Value>(interned(vm, block, constant.value)) : new_str(vm, block.string(constant.value));
      case ImageTag::Bytes: return make_bytes(vm, block.string(constant.value));
      case ImageTag::Tuple: {
        COIL_TRY(Tuple* tuple, new_tuple(vm, constant.extra));
        for (size_t i = 0; i < constant.extra; i++) {
          COIL_TRY(Value item, make(vm, items_of(constant)[i]));
          store(tuple, tuple->items[i], item);
        }
        return Value(tuple);
      }
      case ImageTag::FrozenSet: {
        COIL_TRY(Set* set, new_set(vm, Kind::FrozenSet));
        for (const ImageConst& item : items_of(constant)) {
          COIL_TRY(Value value, make(vm, item));
          COIL_CHECK(set_add_reenter(vm, set, value));
        }
        return settle_set(vm, set);
      }
      case ImageTag::Unit: {
        COIL_TRY(Code* code, make_unit_head(vm, block, block.at<ImageUnit>(constant.value)));
        return Value(code);
      }
    }
    return none();
  }
};

/// Instructions and constants of every head.
constexpr Instr kLoadCode[] = {{static_cast<uint16_t>(Op::LoadCode), 0, 0, 0}};
ValueArray g_no_consts{{static_cast<uint32_t>(Kind::ValueArray), Kind::ValueArray, kGcStatic, 0}, 0};

void trace_code(Cell* cell, Marker& marker) {
  auto* code = static_cast<Code*>(cell);
  marker.cell(code->consts);
  marker.cell(code->name_array);
  marker.cell(code->parameters);
  marker.cell(code->name);
  marker.cell(code->qualname);
  marker.cell(code->filename);
  marker.values(code->names_tuple, 4);
  for (size_t i = 0; code->caches && i < code->cache_count; i++) {
    marker.cell(code->caches[i].name);
    marker.value(code->caches[i].value);
  }
}

/// All code that has inline caches, the latest first.
constinit Code* g_loaded = nullptr;

void link_loaded(Code* code) {
  code->next_loaded = g_loaded;
  if (g_loaded) g_loaded->previous_loaded = code;
  g_loaded = code;
}

void unlink_loaded(Code* code) {
  if (code->next_loaded) code->next_loaded->previous_loaded = code->previous_loaded;
  (code->previous_loaded ? code->previous_loaded->next_loaded : g_loaded) = code->next_loaded;
}

void empty_inline_caches() {
  for (Code* code = g_loaded; code; code = code->next_loaded) {
    for (size_t i = 0; i < code->cache_count; i++) code->caches[i].shape = InlineCache::kEmptied;
  }
}

}  // namespace

LoadedCode count_loaded_code() {
  LoadedCode counts;
  for (Code* code = g_loaded; code; code = code->next_loaded) {
    const size_t size = code->unit.instrs().size();
    counts.functions++;
    counts.instructions += size;
    for (size_t i = 0; i < size; i++) {
      const auto op = static_cast<Op>(code->instrs[i].op);
      if (opcode_info(op).flags & kOpQuick) counts.quick[static_cast<size_t>(op)]++;
    }
  }
  return counts;
}

namespace {

void destroy_code(Cell* cell) {
  auto* code = static_cast<Code*>(cell);
  if (code->caches) unlink_loaded(code);
  if (code->instrs != kLoadCode) delete[] code->instrs;
  delete[] code->caches;
  code->unit.~UnitRef();
}

void set_filename(Code* code, Str* name) {
  store(code, code->filename, name);
  code->in_library = str_utf8(name).starts_with("<stdlib>/");
}

/// The members that CodeUnit and ImageUnit have in common, and the sizes of tables.
void set_head(Code* code, const auto& unit, size_t local_count, size_t cache_count, size_t handler_count) {
  code->reg_count = unit.reg_count;
  code->arg_count = unit.arg_count;
  code->posonly_count = unit.posonly_count;
  code->kwonly_count = unit.kwonly_count;
  code->local_count = static_cast<uint16_t>(unit.flags & kCodeFunction ? local_count : 0);
  code->cache_count = static_cast<uint16_t>(cache_count);
  code->has_handlers = handler_count != 0;
  code->flags = unit.flags;
  bool starred = unit.flags & (kCodeVarArgs | kCodeVarKw);
  code->positional_only_call = !starred && !unit.kwonly_count;
  bool suspendable = unit.flags & (kCodeGenerator | kCodeCoroutine | kCodeAsyncGenerator);
  code->plain_await = code->positional_only_call && (unit.flags & (kCodeCoroutine | kCodeAsyncGenerator)) == kCodeCoroutine;
  code->call_kind = static_cast<uint8_t>(suspendable ? CallKind::Suspendable : code->positional_only_call ? CallKind::Plain : CallKind::PlainBind);
}

Result<void> load_from(Vm& vm, Code* code, const auto& source) {
  COIL_TRY(ValueArray* names, new_value_array(vm, source.name_count()));
  for (size_t i = 0; i < source.name_count(); i++) store(names, names->items()[i], Value(source.name(vm, i)));
  size_t parameter_count = size_t{code->arg_count} + code->kwonly_count;
  COIL_TRY(ValueArray* parameters, new_value_array(vm, parameter_count));
  for (size_t i = 0; i < parameter_count; i++) store(parameters, parameters->items()[i], Value(source.local_name(vm, i)));
  COIL_TRY(ValueArray* consts, new_value_array(vm, source.const_count()));
  for (size_t i = 0; i < source.const_count(); i++) {
    COIL_TRY(Value value, source.constant(vm, i));
    store(consts, consts->items()[i], value);
  }
  std::span<const Instr> instrs = code->unit.instrs();
  std::span<const uint16_t> caches = code->unit.caches();
  code->instrs = new Instr[instrs.size()];
  void* room = operator new[](caches.size() * sizeof(InlineCache));
  prepare_grown_heap();
  std::copy(instrs.begin(), instrs.end(), code->instrs);
  code->caches = new (room) InlineCache[caches.size()]();
  for (size_t i = 0; i < caches.size(); i++) code->caches[i].name = names->items()[caches[i]].as<Str>();
  link_loaded(code);
  store(code, code->name_array, names);
  store(code, code->parameters, parameters);
  store(code, code->consts, consts);
  code->handlers = code->unit.handlers();
  code->handled = code->unit.handled();
  // Boxes of captured variables stand behind the registers with names, those of parameters excepted.
  code->kept_count = static_cast<uint16_t>(std::max<size_t>(code->local_count, code->unit.boxed_registers()));
  return ok();
}

/// A cell whose unit is set; everything else is still missing.
Result<Code*> new_code(Vm& vm, UnitRef unit) {
  COIL_TRY(Code* code, alloc<Code>(vm, Kind::Code));
  new (&code->unit) UnitRef(std::move(unit));
  code->instrs = const_cast<Instr*>(kLoadCode);
  code->consts = &g_no_consts;
  return code;
}

}  // namespace

const CodeUnit& UnitRef::decode() const {
  unit_ = block_->decode(*row_, false);
  return *unit_;
}

bool UnitRef::is_boxed(uint16_t reg) const {
  if (row_) return std::ranges::find(block_->array(tables().cell_vars), reg, &ImageCell::reg) != block_->array(tables().cell_vars).end();
  return std::ranges::find(unit_->cell_vars, reg, &std::pair<std::string, uint16_t>::second) != unit_->cell_vars.end();
}

size_t UnitRef::boxed_registers() const {
  if (unit_) return unit_->cell_vars.empty() ? 0 : size_t{unit_->cell_vars.back().second} + 1;
  const std::span<const ImageCell> cells = block_->array(tables().cell_vars);
  return cells.empty() ? 0 : size_t{cells.back().reg} + 1;
}

Result<Code*> make_code(Vm& vm, std::shared_ptr<CodeUnit> unit) {
  COIL_TRY(Code* code, new_code(vm, UnitRef(unit)));
  set_head(code, *unit, unit->local_names.size(), unit->caches.size(), unit->handlers.size());
  store(code, code->name, intern(vm, unit->name));
  store(code, code->qualname, intern(vm, unit->qualname));
  set_filename(code, intern(vm, unit->filename));
  COIL_CHECK(load_from(vm, code, UnitSource{*unit}));
  return code;
}

Result<Code*> make_code(Vm& vm, const ImageBlock& block) { return make_unit_head(vm, block, block.unit()); }

static Result<Code*> make_unit_head(Vm& vm, const ImageBlock& block, const ImageUnit& row) {
  COIL_TRY(Code* code, new_code(vm, UnitRef(block, row)));
  set_head(code, row, row.local_count, row.cache_count, row.handler_count);
  store(code, code->name, interned(vm, block, row.name));
  store(code, code->qualname, interned(vm, block, row.qualname));
  set_filename(code, interned(vm, block, row.filename));
  return code;
}

static RowSource source_of(const Code* code) {
  const ImageBlock& block = *code->unit.block();
  return {block, block.tables(*code->unit.row())};
}

Result<void> load_code(Vm& vm, Code* code) { return load_from(vm, code, source_of(code)); }

Result<Value> code_docstring(Vm& vm, Code* code) {
  if (!(code->flags & kCodeFunction)) return none();
  Value doc = none();
  if (!is_head(code)) {
    if (code->consts->capacity) doc = code->consts->items()[0];
  } else {
    RowSource source = source_of(code);
    if (source.const_count()) {
      COIL_TRY(Value first, source.constant(vm, 0));
      doc = first;
    }
  }
  return doc.is(Kind::Str) ? doc : none();
}

void setup_code_type() {
  g_heap.set_type(Kind::Code, trace_code, destroy_code);
  g_empty_inline_caches = empty_inline_caches;
}

}  // namespace coil
