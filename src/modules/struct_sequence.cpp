// A subclass of tuple per sequence type; the field names live in the spec, found by class.
#include "modules/struct_sequence.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

struct Known {
  Class* cls;
  const SequenceSpec* spec;
};
std::vector<Known> g_known;

const SequenceSpec* spec_of(Class* cls) {
  for (const Known& known : g_known) {
    if (is_subclass(cls, known.cls)) return known.spec;
  }
  return nullptr;
}

template <size_t I>
Result<Value> get_field(Vm&, Value self) {
  auto* tuple = self.as<Tuple>();
  return I < tuple->size ? tuple->items[I] : none();
}

template <size_t... I>
constexpr auto getter_table(std::index_sequence<I...>) {
  return std::array<Result<Value> (*)(Vm&, Value), sizeof...(I)>{get_field<I>...};
}
constexpr auto kGetters = getter_table(std::make_index_sequence<kMaxSequenceFields>());

Result<Value> sequence_repr(Vm& vm, Value self) {
  const SequenceSpec* spec = spec_of(class_of(self));
  auto* tuple = self.as<Tuple>();
  bool is_builtin = std::string_view(spec->module) == "builtins";
  std::string text = (is_builtin ? "" : std::string(spec->module) + ".") + spec->name + "(";
  size_t shown = spec->least ? spec->least : spec->field_count;
  for (size_t i = 0; i < tuple->size && i < shown; i++) {
    COIL_TRY(Str* item, repr_reenter(vm, tuple->items[i]));
    text += (i ? ", " : "") + std::string(spec->fields[i]) + "=" + str_utf8(item);
  }
  return new_str(vm, text + ")");
}

Result<Value> sequence_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  const SequenceSpec* spec = spec_of(cls);
  if (npos != 1 || (kwnames && kwnames->size)) {
    return raise_type_error(vm, "%s() takes exactly one argument (%zu given)", spec->name, npos);
  }
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, args[0]));
  size_t least = spec->least ? spec->least : spec->field_count;
  if (items->size >= least && items->size < spec->field_count) {
    COIL_TRY(Tuple* padded, new_tuple(vm, spec->field_count));
    for (size_t i = 0; i < spec->field_count; i++) padded->items[i] = i < items->size ? items->items[i] : none();
    write_barrier(padded);
    items = padded;
  }
  if (items->size != spec->field_count) {
    return raise_type_error(vm, "%s.%s() takes a %zu-sequence (%zu-sequence given)", spec->module, spec->name, spec->field_count, items->size);
  }
  return new_sequence(vm, cls, items->items);
}

Result<void> add_field_count(Vm& vm, Class* cls, Dict* dict) {
  return dict_set_str(vm, dict, intern(vm, "n_fields"), Value::small_int(static_cast<int64_t>(spec_of(cls)->field_count)));
}

}  // namespace

Result<Class*> new_sequence_class(Vm& vm, const SequenceSpec* spec) {
  Class* cls = new_native_class(vm, spec->name, spec->module, vm.type(Kind::Tuple), Kind::Tuple, sizeof(Tuple), spec->doc);
  COIL_CHECK(keep_forever(vm, cls));
  g_known.push_back({cls, spec});
  cls->slots.repr = sequence_repr;
  cls->slots.make = sequence_make;
  // Specs are static for the process, as the classes are.
  auto* getsets = new GetSetSpec[spec->field_count];
  const GetSetSpec* pointers[kMaxSequenceFields];
  for (size_t i = 0; i < spec->field_count; i++) {
    getsets[i] = {spec->fields[i], kGetters[i], nullptr, ""};
    pointers[i] = &getsets[i];
  }
  define_class(vm, cls, {{}, {pointers, spec->field_count}, add_field_count, nullptr});
  return cls;
}

Result<Value> new_sequence(Vm& vm, Class* cls, const Value* items) {
  size_t count = spec_of(cls)->field_count;
  COIL_TRY(Tuple* kept, new_tuple_from(vm, items, count));
  COIL_TRY(Tuple* made, alloc_for_class<Tuple>(vm, cls, Kind::Tuple, sizeof(Tuple) + 8 * (count - 1)));
  made->size = count;
  for (size_t i = 0; i < count; i++) made->items[i] = kept->items[i];
  write_barrier(made);
  return Value(made);
}

}  // namespace coil
