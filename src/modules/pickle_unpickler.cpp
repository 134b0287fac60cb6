// Class Unpickler of module _pickle, load() and loads().
#include "modules/pickle_loader.hpp"

namespace coil {

Class* g_unpickler;

namespace {

void trace_unpickler(Cell* cell, Marker& marker) {
  auto* self = static_cast<Unpickler*>(cell);
  for (Value value : {self->read, self->readline, self->buffers, self->encoding, self->errors}) marker.value(value);
  marker.cell(self->memo);
}
const NativeObjectOps kUnpicklerOps{trace_unpickler, nullptr};

Result<void> set_options_reenter(Vm& vm, Unpickler* self, const LoadOptions& options) {
  self->fix_imports = options.fix_imports;
  auto set_text = [&](Value given, Value& slot, const char* what) -> Result<void> {
    if (!given) return ok();
    if (!given.is(Kind::Str)) return raise_type_error(vm, "Unpickler() argument '%s' must be str, not %s", what, argument_type_name(given));
    store(self, slot, given);
    return ok();
  };
  COIL_CHECK(set_text(options.encoding, self->encoding, "encoding"));
  COIL_CHECK(set_text(options.errors, self->errors, "errors"));
  self->buffers = Value();
  if (options.buffers && !options.buffers.is_none()) {
    COIL_TRY(Value iterator, iter_reenter(vm, options.buffers));
    store(self, self->buffers, iterator);
  }
  self->memo = nullptr;
  return ok();
}

Result<void> set_file_reenter(Vm& vm, Unpickler* self, Value file) {
  COIL_TRY(Value read, find_attr_reenter(vm, file, intern(vm, "read")));
  COIL_TRY(Value readline, find_attr_reenter(vm, file, intern(vm, "readline")));
  if (read.is_stop() || readline.is_stop()) return raise_type_error(vm, "file must have 'read' and 'readline' attributes");
  store(self, self->read, read);
  store(self, self->readline, readline);
  self->ready = true;
  return ok();
}

Result<Value> unpickler_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Unpickler* self, new_native_object<Unpickler>(vm, cls, &kUnpicklerOps));
  return Value(self);
}

NATIVE(unpickler_init, "Unpickler(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", "Reads objects from a file, one after the other.") {
  auto* self = self_as<Unpickler>(args);
  bool fix = true;
  if (args.has(2)) {
    COIL_TRY(fix, truthy_reenter(vm, args[2]));
  }
  COIL_CHECK(set_options_reenter(vm, self, {fix, args[3], args[4], args[5]}));
  COIL_CHECK(set_file_reenter(vm, self, args[1]));
  return none();
}
COIL_INIT_SLOT(unpickler_init_slot, unpickler_init)

NATIVE(unpickler_load, "load(self, /)", "The next object.") {
  auto* self = self_as<Unpickler>(args);
  if (!self->ready) {
    return raise_class(vm, g_unpickling_error, std::string("Unpickler.__init__() was not called by ") + type_name(args[0]) + ".__init__()");
  }
  Loader loader(vm, self);
  return loader.load_reenter();
}
NATIVE(unpickler_find_class, "find_class(self, module_name, global_name, /)", "What a pickle means by a name; subclasses restrict it.") {
  if (!args[1].is(Kind::Str) || !args[2].is(Kind::Str)) return raise_type_error(vm, "find_class() arguments must be str");
  return import_global_reenter(vm, self_as<Unpickler>(args), args[1].as<Str>(), args[2].as<Str>());
}

}  // namespace

Result<Value> load_from_bytes_reenter(Vm& vm, Value data, const LoadOptions& options) {
  ByteSpan span;
  if (!byte_span(data, &span)) return raise_type_error(vm, "a bytes-like object is required, not '%s'", type_name(data));
  if (!data.is(Kind::Bytes)) {  // what may change while it is read is copied
    COIL_TRY(data, new_bytes(vm, span.data, span.size));
    span = {data.as<Bytes>()->data, data.as<Bytes>()->size};
  }
  COIL_TRY(Unpickler* self, new_native_object<Unpickler>(vm, g_unpickler, &kUnpicklerOps));
  COIL_CHECK(set_options_reenter(vm, self, options));
  Loader loader(vm, self);
  loader.set_input(data, span);
  return loader.load_reenter();
}

Result<Value> load_from_file_reenter(Vm& vm, Value file, const LoadOptions& options) {
  COIL_TRY(Unpickler* self, new_native_object<Unpickler>(vm, g_unpickler, &kUnpicklerOps));
  COIL_CHECK(set_options_reenter(vm, self, options));
  COIL_CHECK(set_file_reenter(vm, self, file));
  Loader loader(vm, self);
  return loader.load_reenter();
}

Result<void> init_unpickler(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<Unpickler>(vm, "Unpickler", "_pickle", unpickler_init_spec.doc, kClassHasDict));
  g_unpickler = cls;
  cls->slots.make = unpickler_make;
  cls->slots.init = unpickler_init_slot;
  define_class(vm, cls, {&unpickler_load_spec, &unpickler_find_class_spec}, {});
  return module_set(vm, ns, "Unpickler", cls);
}

}  // namespace coil
