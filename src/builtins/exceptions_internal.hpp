// Shared by the files of the exception classes.
#pragma once

#include "objects/exception.hpp"
#include "objects/native.hpp"
#include "objects/str.hpp"

namespace coil {

inline Exception* exc_of(Value self) { return self.as<Exception>(); }
/// An exception with args, its fields not set.
Result<Exception*> make_exception(Vm&, Class*, const Value* args, size_t npos);
Result<void> set_exception_args(Vm&, Value self, const Value* args, size_t npos);
Result<void> reject_keywords(Vm&, Value self, Tuple* kwnames);
Result<Value> base_exception_str(Vm&, Value self);
Class* os_error_class_for(Vm&, int error_number);
void setup_exception_layouts(Vm&);

template <int kField>
Result<Value> get_exception_field(Vm&, Value self) {
  return exception_field(exc_of(self), kField);
}
template <int kField>
Result<void> put_exception_field(Vm& vm, Value self, Value value) {
  return set_exception_field(vm, exc_of(self), kField, value);
}
#define EXCEPTION_FIELD(name, field) {name, get_exception_field<field>, put_exception_field<field>, nullptr}

}  // namespace coil
