// A subclass of tuple per sequence type; the field names live in the spec, found by class. Hidden fields are in the attribute area of the
// object, under their names.
#include "modules/struct_sequence.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/iteration.hpp"
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

size_t visible_count(const SequenceSpec* spec) { return spec->least ? spec->least : spec->field_count; }

template <size_t I>
Result<Value> get_field(Vm& vm, Value self) {
  auto* tuple = self.as<Tuple>();
  if (I < tuple->size) return tuple->items[I];
  Value hidden = instance_attr(tuple, intern(vm, spec_of(class_of(self))->fields[I]));
  return hidden ? hidden : none();
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
  for (size_t i = 0; i < tuple->size; i++) {
    COIL_TRY(Str* item, repr_reenter(vm, tuple->items[i]));
    text += (i ? ", " : "") + std::string(spec->fields[i]) + "=" + str_utf8(item);
  }
  return new_str(vm, text + ")");
}

/// Of a hidden field that was not given: the item of the same name, or None.
Value default_field(const SequenceSpec* spec, const Value* items, size_t field) {
  for (size_t i = 0; i < visible_count(spec); i++) {
    if (std::string_view(spec->fields[i]) == spec->fields[field]) return items[i];
  }
  return none();
}

NATIVE(sequence_new, "structseq(cls, sequence, dict=None)", "A sequence with named fields.") {
  auto* cls = args[0].as<Class>();
  const SequenceSpec* spec = spec_of(cls);
  if (args.has(2) && !args[2].is(Kind::Dict)) return raise_type_error(vm, "%s.%s() takes a dict as second arg, if any", spec->module, spec->name);
  if (!is_iterable(class_of(args[1]))) return raise_type_error(vm, "constructor requires a sequence");
  COIL_TRY(Tuple* given, tuple_from_iterable_reenter(vm, args[1]));
  size_t least = visible_count(spec), most = spec->field_count;
  if (given->size < least || given->size > most) {
    const char* bound = least == most ? "a" : given->size < least ? "an at least" : "an at most";
    return raise_type_error(vm, "%s.%s() takes %s %zu-sequence (%zu-sequence given)", spec->module, spec->name, bound,
                            given->size < least ? least : most, given->size);
  }
  COIL_TRY(Tuple* items, new_tuple(vm, most));
  for (size_t i = 0; i < most; i++) {
    Value known = i < given->size ? given->items[i] : Value();
    if (!known && args.has(2)) known = dict_get_str(args[2].as<Dict>(), intern(vm, spec->fields[i]));
    items->items[i] = known ? known : default_field(spec, items->items, i);
  }
  write_barrier(items);
  return new_sequence(vm, cls, items->items);
}
COIL_MAKE_SLOT(sequence_make, sequence_new)

NATIVE(sequence_reduce, "__reduce__(self, /)", "(class, (items, hidden fields))") {
  auto* tuple = args[0].as<Tuple>();
  const SequenceSpec* spec = spec_of(class_of(tuple));
  COIL_TRY(Tuple* items, new_tuple_from(vm, tuple->items, tuple->size));
  COIL_TRY(Dict* hidden, new_dict(vm));
  for (size_t i = visible_count(spec); i < spec->field_count; i++) {
    Value value = instance_attr(tuple, intern(vm, spec->fields[i]));
    COIL_CHECK(dict_set_str(vm, hidden, intern(vm, spec->fields[i]), value ? value : none()));
  }
  COIL_TRY(Tuple* arguments, make_tuple(vm, {items, hidden}));
  return make_tuple(vm, {class_of(args[0]), arguments});
}

Result<void> add_field_count(Vm& vm, Class* cls, Dict* dict) {
  const SequenceSpec* spec = spec_of(cls);
  COIL_TRY(List* named, new_list(vm));
  size_t shadowed = 0;
  for (size_t k = 0; k < visible_count(spec); k++) {
    bool hidden = false;
    for (size_t i = visible_count(spec); i < spec->field_count; i++) hidden |= std::string_view(spec->fields[i]) == spec->fields[k];
    shadowed += hidden;
    if (!hidden) COIL_CHECK(list_append(vm, named, intern(vm, spec->fields[k])));
  }
  const std::pair<const char*, size_t> counts[] = {
      {"n_fields", spec->field_count}, {"n_sequence_fields", visible_count(spec)}, {"n_unnamed_fields", shadowed}};
  for (auto [name, count] : counts) COIL_CHECK(dict_set_str(vm, dict, intern(vm, name), Value::small_int(static_cast<int64_t>(count))));
  COIL_TRY(Tuple* names, new_tuple_from(vm, named->items(), named->size));
  return dict_set_str(vm, dict, intern(vm, "__match_args__"), names);
}

}  // namespace

Result<Class*> new_sequence_class(Vm& vm, const SequenceSpec* spec) {
  Class* cls = new_native_class(vm, spec->name, spec->module, vm.type(Kind::Tuple), Kind::Tuple, sizeof(Tuple), spec->doc);
  if (!cls) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, cls));
  g_known.push_back({cls, spec});
  cls->flags |= kClassFinal;
  cls->slots.repr = sequence_repr;
  cls->slots.make = sequence_make;
  cls->slots.init = init_nothing;
  // Specs are static for the process, as the classes are.
  auto* getsets = new GetSetSpec[spec->field_count];
  const GetSetSpec* pointers[kMaxSequenceFields];
  for (size_t i = 0; i < spec->field_count; i++) {
    getsets[i] = {spec->fields[i], kGetters[i], nullptr, ""};
    pointers[i] = &getsets[i];
  }
  if (visible_count(spec) < spec->field_count) cls->root_shape->attrs_offset = kAttrsAtEnd;
  static constexpr const NativeSpec* kMethods[] = {FN(sequence_reduce)};
  define_class(vm, cls, {kMethods, {pointers, spec->field_count}, add_field_count, nullptr});
  if (spec->single) cls->slots.make = nullptr;
  return cls;
}

Result<Value> new_sequence(Vm& vm, Class* cls, const Value* items) {
  const SequenceSpec* spec = spec_of(cls);
  size_t count = visible_count(spec);
  COIL_TRY(Tuple* kept, new_tuple_from(vm, items, spec->field_count));
  COIL_TRY(Tuple* made, alloc_for_class<Tuple>(vm, cls, Kind::Tuple, sizeof(Tuple) + 8 * (count - 1)));
  made->size = count;
  for (size_t i = 0; i < count; i++) made->items[i] = kept->items[i];
  write_barrier(made);
  for (size_t i = count; i < spec->field_count; i++) {
    COIL_CHECK(set_instance_attr(vm, made, intern(vm, spec->fields[i]), kept->items[i]));
  }
  return Value(made);
}

}  // namespace coil
