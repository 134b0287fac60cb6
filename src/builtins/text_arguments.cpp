// Argument conversions shared by the text types, with CPython's error texts.
#include "builtins/text_internal.hpp"

namespace coil {

Result<int64_t> slice_index_reenter(Vm& vm, Value value, int64_t fallback) {
  if (value.is_nothing() || value.is_none()) return fallback;
  if (value.is_small_int()) return value.small_int();
  if (!class_of(value)->slots.index) {
    return raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
  }
  return index_clamped_reenter(vm, value);
}

Bounds clamp_bounds(int64_t start, int64_t end, size_t length) {
  int64_t size = static_cast<int64_t>(length);
  if (end > size) end = size;
  if (end < 0) end = end + size < 0 ? 0 : end + size;
  if (start < 0) start = start + size < 0 ? 0 : start + size;
  return {static_cast<size_t>(start), static_cast<size_t>(end)};
}

Result<int64_t> ssize_argument_reenter(Vm& vm, Value value) {
  if (value.is_small_int()) return value.small_int();
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (!int_to_i64(index, &number)) {
    return raise(vm, Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  return number;
}

Result<int> int_argument_reenter(Vm& vm, Value value) {
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (!int_to_i64(index, &number) || number != static_cast<int>(number)) {
    return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
  }
  return static_cast<int>(number);
}

Result<int64_t> size_argument_reenter(Vm& vm, Value value) {
  if (value.is_small_int()) return value.small_int();
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t count;
  if (!int_to_i64(index, &count)) {
    return raise(vm, Exc::OverflowError, "cannot fit '%s' into an index-sized integer", type_name(value));
  }
  return count;
}

Result<Str*> str_argument(Vm& vm, Value value, const char* function, const char* what) {
  if (value.is(Kind::Str)) return value.as<Str>();
  const char* type = value.is_none() ? "None" : type_name(value);
  return raise_type_error(vm, "%s() argument %s must be str, not %s", function, what, type);
}

Result<void> bind_constructor(Vm& vm, const char* type, std::initializer_list<const char*> names, size_t positional_only, Value* args,
                              size_t npos, Tuple* kwnames, Value* out) {
  size_t count = names.size(), given = npos + (kwnames ? kwnames->size : 0);
  if (given > count) {
    return raise_type_error(vm, "%s() takes at most %zu argument%s (%zu given)", type, count, count == 1 ? "" : "s", given);
  }
  for (size_t i = 0; i < count; i++) out[i] = i < npos ? args[i] : Value();
  for (size_t k = 0; kwnames && k < kwnames->size; k++) {
    Str* name = kwnames->items[k].as<Str>();
    size_t at = 0;
    for (const char* candidate : names) {
      if (at >= positional_only && str_is(name, candidate)) break;
      at++;
    }
    if (at == count) return raise_type_error(vm, "'%s' is an invalid keyword argument for %s()", str_utf8(name).c_str(), type);
    if (!out[at].is_nothing()) {
      return raise_type_error(vm, "argument for %s() given by name ('%s') and position (%zu)", type, str_utf8(name).c_str(), at + 1);
    }
    out[at] = args[npos + k];
  }
  return ok();
}

}  // namespace coil
