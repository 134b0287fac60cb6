// Module _pickle: its functions, exceptions and PickleBuffer. The machines behind them are in pickle_saver.hpp and pickle_loader.hpp; constants
// and what is not hot are in stdlib/pickle.py.
#include "modules/host_services.hpp"
#include "modules/pickle_internal.hpp"
#include "objects/buffer.hpp"

namespace coil {

Class *g_pickling_error, *g_unpickling_error, *g_pickle_buffer;

Error raise_class(Vm& vm, Class* cls, const std::string& message) {
  COIL_TRY(Str* text, new_str(vm, message));
  COIL_TRY(Value exception, call_reenter(vm, cls, {text}));
  return raise_exception(vm, exception);
}

Result<Value> copyreg_value_reenter(Vm& vm, Str* name) {
  static Str* const module_name = intern(vm, "copyreg");
  Value module = dict_get_str(vm.modules, module_name);
  if (!module) {
    COIL_TRY(module, import_absolute_reenter(vm, module_name));
  }
  return get_attr_reenter(vm, module, name);
}

Result<Value> dotted_attribute_reenter(Vm& vm, Value object, Str* path, Value* parent) {
  StrView text = view(path);
  size_t begin = 0;
  for (size_t i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] != '.') continue;
    COIL_TRY(Str* part, substring(vm, path, begin, i));
    if (parent) *parent = object;
    COIL_TRY(object, find_attr_reenter(vm, object, intern_str(vm, part)));
    if (object.is_stop()) return object;
    begin = i + 1;
  }
  return object;
}

namespace {

// -- PickleBuffer

void trace_buffer(Cell* cell, Marker& marker) { marker.value(static_cast<PickleBuffer*>(cell)->object); }
constexpr const char* kReleased = "operation forbidden on released PickleBuffer object";

/// The storage of the object that it stands for.
void show_buffer(Cell* cell, BufferInfo* out) {
  *out = {nullptr, 0, 1, 'B', true, nullptr, kReleased};
  Value object = static_cast<PickleBuffer*>(cell)->object;
  if (!object || buffer_info(object, out)) return;
  ByteSpan span;  // of a view
  if (byte_span(object, &span)) *out = {const_cast<uint8_t*>(span.data), span.size, 1, 'B', object.is(Kind::MemoryView) && object.as<MemoryView>()->readonly, nullptr};
}
const NativeObjectOps kBufferOps{trace_buffer, nullptr, show_buffer};

NATIVE(buffer_new, "PickleBuffer(cls, object, /)", "A bytes-like object that may travel outside of the pickle.") {
  ByteSpan span;
  if (!byte_span(args[1], &span)) {
    if (args[1].is(Kind::MemoryView)) return call_reenter(vm, vm.type(Kind::MemoryView), {args[1]});  // says that it is released
    return raise_type_error(vm, "a bytes-like object is required, not '%s'", type_name(args[1]));
  }
  BufferInfo info;
  if (buffer_info(args[1], &info) && info.released) return raise_value_error(vm, "%s", info.released);
  COIL_TRY(PickleBuffer* buffer, new_native_object<PickleBuffer>(vm, args[0].as<Class>(), &kBufferOps));
  store(buffer, buffer->object, args[1]);
  return Value(buffer);
}
COIL_MAKE_SLOT(buffer_make, buffer_new)

NATIVE(buffer_raw, "raw(self, /)", "A memoryview of the bytes.") {
  Value object = self_as<PickleBuffer>(args)->object;
  if (!object) return raise_value_error(vm, "%s", kReleased);
  COIL_TRY(Value whole, call_reenter(vm, vm.type(Kind::MemoryView), {object}));
  COIL_TRY(Str* format, new_str_ascii(vm, "B"));
  return call_method_reenter(vm, whole, intern(vm, "cast"), {format});
}
NATIVE(buffer_release, "release(self, /)", "Let the object go.") {
  self_as<PickleBuffer>(args)->object = Value();
  return none();
}
NATIVE(buffer_bytes, "__bytes__(self, /)", "A copy of the bytes.") {
  Value object = self_as<PickleBuffer>(args)->object;
  if (!object) return raise_value_error(vm, "%s", kReleased);
  return call_reenter(vm, vm.type(Kind::Bytes), {object});
}

// -- functions

Result<bool> flag_reenter(Vm& vm, Args args, size_t index, bool fallback) {
  if (!args.has(index)) return fallback;
  return truthy_reenter(vm, args[index]);
}

NATIVE(pickle_dumps, "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", "The pickled form of an object.") {
  COIL_TRY(bool fix, flag_reenter(vm, args, 2, true));
  return dump_to_bytes_reenter(vm, args[0], {args[1], fix, args[3]});
}
NATIVE(pickle_dump, "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)", "Write the pickled form of an object to a file.") {
  COIL_TRY(bool fix, flag_reenter(vm, args, 3, true));
  return dump_to_file_reenter(vm, args[0], args[1], {args[2], fix, args[4]});
}
NATIVE(pickle_loads, "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
       "The object that a pickle describes. Never load data that you do not trust: a pickle can run any code.") {
  COIL_TRY(bool fix, flag_reenter(vm, args, 1, true));
  return load_from_bytes_reenter(vm, args[0], {fix, args[2], args[3], args[4]});
}
NATIVE(pickle_load, "load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
       "The object that the next pickle of a file describes. Never load data that you do not trust: a pickle can run any code.") {
  COIL_TRY(bool fix, flag_reenter(vm, args, 1, true));
  return load_from_file_reenter(vm, args[0], {fix, args[2], args[3], args[4]});
}

Result<Class*> new_error_class_reenter(Vm& vm, Dict* ns, const char* name, Class* base, const char* doc) {
  COIL_TRY(Dict* attributes, new_dict(vm));
  COIL_CHECK(module_set_str(vm, attributes, "__module__", "_pickle"));
  COIL_CHECK(module_set_str(vm, attributes, "__doc__", doc));
  COIL_TRY(Tuple* bases, make_tuple(vm, {base}));
  COIL_TRY(Class* cls, new_class_reenter(vm, vm.type(Kind::Class), intern(vm, name), bases, attributes, nullptr, nullptr));
  COIL_CHECK(module_set(vm, ns, name, cls));
  COIL_CHECK(keep_forever(vm, cls));
  return cls;
}

Result<void> init_pickle(Vm& vm, Dict* ns) {
  COIL_TRY(Class* root, new_error_class_reenter(vm, ns, "PickleError", vm.exception(Exc::Exception), "Base of the errors of pickling."));
  COIL_TRY(Class* pickling, new_error_class_reenter(vm, ns, "PicklingError", root, "An object cannot be pickled."));
  COIL_TRY(Class* unpickling, new_error_class_reenter(vm, ns, "UnpicklingError", root, "Data is not a pickle, or is damaged."));
  g_pickling_error = pickling;
  g_unpickling_error = unpickling;
  COIL_TRY(Class* buffer, new_module_class<PickleBuffer>(vm, "PickleBuffer", "pickle", buffer_new_spec.doc, kClassHasWeakRef));
  g_pickle_buffer = buffer;
  buffer->slots.make = buffer_make;
  buffer->slots.init = init_nothing;
  define_class(vm, buffer, {&buffer_raw_spec, &buffer_release_spec, &buffer_bytes_spec}, {});
  COIL_CHECK(module_set(vm, ns, "PickleBuffer", buffer));
  COIL_CHECK(init_pickler(vm, ns));
  return init_unpickler(vm, ns);
}

}  // namespace

MODULE(pickle_native, "_pickle", "Objects as bytes and back.", init_pickle, FN(pickle_dumps), FN(pickle_dump), FN(pickle_loads), FN(pickle_load))

}  // namespace coil
