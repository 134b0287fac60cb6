// Exception cells: making them from C++ and their extra fields. What programs see of exceptions is in builtins/exceptions.cpp.
#include "objects/exception.hpp"

#include "objects/containers.hpp"
#include "objects/protocol.hpp"

namespace coil {

static size_t field_count(ExcLayout layout) {
  switch (layout) {
    case ExcLayout::Plain: return 0;
    case ExcLayout::Stop: case ExcLayout::Exit: case ExcLayout::Name: return 1;
    case ExcLayout::Attribute: case ExcLayout::Group: return 2;
    case ExcLayout::Import: return 3;
    case ExcLayout::Os: return 5;
    case ExcLayout::Unicode: return 5;
    case ExcLayout::Syntax: return 8;
  }
  return 0;
}

static ExcLayout layout_of(Exception* exception) { return static_cast<ExcLayout>(class_of(exception)->exception_layout); }

Value exception_field(Exception* exception, int field) {
  if (!exception->extra || static_cast<size_t>(field) >= exception->extra->capacity) return none();
  Value value = exception->extra->items()[field];
  return value ? value : none();
}

Result<void> set_exception_field(Vm& vm, Exception* exception, int field, Value value) {
  size_t count = field_count(layout_of(exception));
  if (static_cast<size_t>(field) >= count) return ok();
  if (!exception->extra) {
    COIL_TRY(ValueArray* extra, new_value_array(vm, count));
    store(exception, exception->extra, extra);
  }
  store(exception->extra, exception->extra->items()[field], value);
  return ok();
}

Result<Exception*> new_exception(Vm& vm, Class* cls, std::initializer_list<Value> args) {
  COIL_TRY(Tuple* tuple, args.size() ? make_tuple(vm, args) : Result<Tuple*>(vm.empty_tuple));
  COIL_TRY(Exception* exception, alloc_for_class<Exception>(vm, cls, Kind::Exception));
  exception->args = tuple;
  Value first = tuple->size ? tuple->items[0] : Value();
  if (!first) return exception;
  switch (static_cast<ExcLayout>(cls->exception_layout)) {
    case ExcLayout::Stop: COIL_CHECK(set_exception_field(vm, exception, kStopValue, first)); break;
    case ExcLayout::Exit: COIL_CHECK(set_exception_field(vm, exception, kExitCode, tuple->size == 1 ? first : Value(tuple))); break;
    case ExcLayout::Import:
      if (tuple->size == 1) COIL_CHECK(set_exception_field(vm, exception, kImportMsg, first));
      break;
    case ExcLayout::Syntax: COIL_CHECK(set_exception_field(vm, exception, kSyntaxMsg, first)); break;
    case ExcLayout::Os:
      if (tuple->size >= 2) {
        COIL_CHECK(set_exception_field(vm, exception, kOsErrno, first));
        COIL_CHECK(set_exception_field(vm, exception, kOsStrerror, tuple->items[1]));
      }
      break;
    case ExcLayout::Unicode:
      for (size_t i = 0; i < tuple->size && i < 5; i++) COIL_CHECK(set_exception_field(vm, exception, static_cast<int>(i), tuple->items[i]));
      break;
    case ExcLayout::Group:
      for (size_t i = 0; i < tuple->size && i < 2; i++) COIL_CHECK(set_exception_field(vm, exception, static_cast<int>(i), tuple->items[i]));
      break;
    default: break;
  }
  return exception;
}

Result<Str*> exception_text_reenter(Vm& vm, Value exception) { return str_reenter(vm, exception); }

}  // namespace coil
