// BaseException and what all exceptions share: construction, args, chaining, notes, text. Fields of particular classes are in exception_layouts.cpp,
// groups in exception_group.cpp.
#include <string>

#include "builtins/exceptions_internal.hpp"
#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/shape_internal.hpp"

namespace coil {

static void trace_exception(Cell* cell, Marker& marker) {
  auto* exception = static_cast<Exception*>(cell);
  marker.cell(exception->args);
  marker.value(exception->cause);
  marker.value(exception->context);
  marker.cell(exception->traceback);
  marker.cell(exception->extra);
  trace_attrs(cell, marker);
}

Result<Exception*> make_exception(Vm& vm, Class* cls, const Value* args, size_t npos) {
  COIL_TRY(Tuple* tuple, npos ? new_tuple_from(vm, args, npos) : Result<Tuple*>(vm.empty_tuple));
  COIL_TRY(Exception* exception, alloc_for_class<Exception>(vm, cls, Kind::Exception));
  exception->args = tuple;
  return exception;
}

Result<void> reject_keywords(Vm& vm, Value self, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "%s() takes no keyword arguments", class_name(class_of(self)));
  return ok();
}

Result<void> set_exception_args(Vm& vm, Value self, const Value* args, size_t npos) {
  COIL_TRY(Tuple* tuple, npos ? new_tuple_from(vm, args, npos) : Result<Tuple*>(vm.empty_tuple));
  store(self.cell(), exc_of(self)->args, tuple);
  return ok();
}

static Result<Value> base_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple*) {
  COIL_TRY(Exception* exception, make_exception(vm, cls, args, npos));
  return Value(exception);
}

static Result<void> base_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(reject_keywords(vm, self, kwnames));
  return set_exception_args(vm, self, args, npos);
}

Result<Value> base_exception_str(Vm& vm, Value self) {
  Tuple* args = exc_of(self)->args;
  if (args->size == 0) return Value(vm.empty_str);
  if (args->size == 1) return str_reenter(vm, args->items[0]);
  return str_reenter(vm, args);
}

static Result<Value> base_repr(Vm& vm, Value self) {
  Tuple* args = exc_of(self)->args;
  std::string name = str_utf8(class_of(self)->name);
  if (args->size == 1) {
    COIL_TRY(Str* shown, repr_reenter(vm, args->items[0]));
    return new_str(vm, name + "(" + str_utf8(shown) + ")");
  }
  COIL_TRY(Str* shown, repr_reenter(vm, args));
  return new_str(vm, name + str_utf8(shown));
}

// -- attributes

static Value or_none(Value v) { return v ? v : none(); }

static Result<Value> get_args(Vm&, Value self) { return Value(exc_of(self)->args); }
static Result<void> set_args(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "args may not be deleted");
  COIL_TRY(Tuple* args, tuple_from_iterable_reenter(vm, value));
  store(self.cell(), exc_of(self)->args, args);
  return ok();
}

static Result<Value> get_traceback(Vm&, Value self) {
  return exc_of(self)->traceback ? Value(exc_of(self)->traceback) : none();
}
static Result<void> set_traceback(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "__traceback__ may not be deleted");
  if (!value.is_none() && !value.is(Kind::Traceback)) return raise_type_error(vm, "__traceback__ must be a traceback or None");
  store(self.cell(), exc_of(self)->traceback, value.is_none() ? nullptr : value.as<Traceback>());
  return ok();
}

static Result<Value> get_context(Vm&, Value self) { return or_none(exc_of(self)->context); }
static Result<void> set_context(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "__context__ may not be deleted");
  if (!value.is_none() && !is_exception(value)) return raise_type_error(vm, "exception context must be None or derive from BaseException");
  store(self.cell(), exc_of(self)->context, value.is_none() ? Value() : value);
  return ok();
}

static Result<Value> get_cause(Vm&, Value self) { return or_none(exc_of(self)->cause); }
static Result<void> set_cause(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "__cause__ may not be deleted");
  if (!value.is_none() && !is_exception(value)) return raise_type_error(vm, "exception cause must be None or derive from BaseException");
  store(self.cell(), exc_of(self)->cause, value.is_none() ? Value() : value);
  exc_of(self)->suppress_context = true;
  return ok();
}

static Result<Value> get_suppress(Vm&, Value self) { return Value::boolean(exc_of(self)->suppress_context); }
static Result<void> set_suppress(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "can't delete numeric/char attribute");
  if (!value.is_bool()) return raise_type_error(vm, "attribute value type must be bool");
  exc_of(self)->suppress_context = value.is_true();
  return ok();
}

static const GetSetSpec kArgs{"args", get_args, set_args, nullptr};
static const GetSetSpec kTraceback{"__traceback__", get_traceback, set_traceback, nullptr};
static const GetSetSpec kContext{"__context__", get_context, set_context, "exception context"};
static const GetSetSpec kCause{"__cause__", get_cause, set_cause, "exception cause"};
static const GetSetSpec kSuppress{"__suppress_context__", get_suppress, set_suppress, nullptr};

// -- methods

NATIVE(exception_with_traceback, "with_traceback(self, tb, /)", "Set self.__traceback__ to tb and return self.") {
  COIL_CHECK(set_traceback(vm, args[0], args[1]));
  return args[0];
}

NATIVE(exception_add_note, "add_note(self, note, /)", "Add a note to the exception.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "note must be a str, not '%s'", type_name(args[1]));
  Str* name = vm.name(Name::notes_);
  COIL_TRY(Value notes, find_attr_reenter(vm, args[0], name));
  if (notes.is_stop()) {
    COIL_TRY(List* made, new_list(vm));
    notes = made;
    COIL_CHECK(set_attr_reenter(vm, args[0], name, notes));
  }
  if (!notes.is(Kind::List)) return raise_type_error(vm, "Cannot add note: __notes__ is not a list");
  COIL_CHECK(list_append(vm, notes.as<List>(), args[1]));
  return none();
}

/// OSError takes file names out of its arguments: they go back in.
static Result<Tuple*> arguments_to_rebuild(Vm& vm, Exception* exception) {
  Tuple* args = exception->args;
  if (!is_instance(exception, vm.exception(Exc::OSError)) || args->size != 2) return args;
  Value filename = exception_field(exception, kOsFilename), second = exception_field(exception, kOsFilename2);
  if (filename.is_none()) return args;
  if (second.is_none()) return make_tuple(vm, {args->items[0], args->items[1], filename});
  return make_tuple(vm, {args->items[0], args->items[1], filename, none(), second});
}

NATIVE(exception_reduce, "__reduce__(self, /)", "Helper for pickle.") {
  COIL_TRY(Dict* attrs, new_dict(vm));
  COIL_CHECK(copy_instance_attrs(vm, args[0].cell(), attrs));
  Exception* exception = exc_of(args[0]);
  if (is_instance(exception, vm.exception(Exc::ImportError))) {
    for (auto [field, name] : {std::pair(kImportName, "name"), std::pair(kImportPath, "path")}) {
      Value value = exception_field(exception, field);
      if (!value.is_none()) COIL_CHECK(dict_set_str(vm, attrs, intern(vm, name), value));
    }
  }
  Value cls = class_of(exception);
  COIL_TRY(Tuple* arguments, arguments_to_rebuild(vm, exception));
  return attrs->used ? make_tuple(vm, {cls, arguments, attrs}) : make_tuple(vm, {cls, arguments});
}

NATIVE(exception_setstate, "__setstate__(self, state, /)", "Restore attributes from pickle.") {
  if (args[1].is_none()) return none();
  if (!args[1].is(Kind::Dict)) return raise_type_error(vm, "state is not a dictionary");
  COIL_TRY(Dict* state, dict_copy(vm, args[1].as<Dict>()));
  size_t position = 0;
  Value key, value;
  while (dict_next(state, &position, &key, &value)) {
    if (key.is(Kind::Str)) COIL_CHECK(set_attr_reenter(vm, args[0], key.as<Str>(), value));
  }
  return none();
}

void setup_exceptions(Vm& vm) {
  g_heap.set_type(Kind::Exception, trace_exception, nullptr);
  Class* root = vm.exception(Exc::BaseException);
  root->slots.make = base_make;
  root->slots.init = base_init;
  root->slots.str = base_exception_str;
  root->slots.repr = base_repr;
  define_class(vm, root, {&exception_with_traceback_spec, &exception_add_note_spec, &exception_reduce_spec, &exception_setstate_spec},
               {&kArgs, &kTraceback, &kContext, &kCause, &kSuppress, &kInstanceDict});
  setup_exception_layouts(vm);
  setup_exception_groups(vm);
  // Bases precede their subclasses in exceptions.def, so each finds its base complete.
  for (Class* cls : vm.exceptions) {
    inherit_slots(cls);
    define_class(vm, cls, {}, {});
  }
}

}  // namespace coil
