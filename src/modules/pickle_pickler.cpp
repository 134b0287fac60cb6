// Class Pickler of module _pickle, dump() and dumps().
#include "modules/pickle_saver.hpp"

namespace coil {

Class* g_pickler;

namespace {

void trace_pickler(Cell* cell, Marker& marker) {
  auto* pickler = static_cast<Pickler*>(cell);
  if (pickler->memo) pickler->memo->trace(marker);
  marker.value(pickler->write);
  marker.value(pickler->buffer_callback);
}
void destroy_pickler(Cell* cell) { delete static_cast<Pickler*>(cell)->memo; }
const NativeObjectOps kPicklerOps{trace_pickler, destroy_pickler};

Result<void> set_options_reenter(Vm& vm, Pickler* pickler, const DumpOptions& options) {
  int64_t protocol = kDefaultProtocol;
  if (options.protocol && !options.protocol.is_none()) {
    COIL_TRY(protocol, argument_int64_reenter(vm, options.protocol));
    if (protocol < 0) protocol = kHighestProtocol;
    if (protocol > kHighestProtocol) return raise_value_error(vm, "pickle protocol must be <= %d", kHighestProtocol);
  }
  if (options.buffer_callback && !options.buffer_callback.is_none() && protocol < 5) {
    return raise_value_error(vm, "buffer_callback needs protocol >= 5");
  }
  pickler->protocol = static_cast<int>(protocol);
  pickler->fix_imports = options.fix_imports && protocol < 3;
  store(pickler, pickler->buffer_callback, options.buffer_callback);
  if (!pickler->memo) pickler->memo = new Memo();
  pickler->memo->clear();
  return ok();
}

Result<void> set_file_reenter(Vm& vm, Pickler* pickler, Value file) {
  COIL_TRY(Value write, find_attr_reenter(vm, file, intern(vm, "write")));
  if (write.is_stop()) return raise_type_error(vm, "file must have a 'write' attribute");
  store(pickler, pickler->write, write);
  return ok();
}

Result<Pickler*> require_ready(Vm& vm, Value self) {
  auto* pickler = self.as<Pickler>();
  if (!pickler->memo) {
    return raise_class(vm, g_pickling_error, std::string("Pickler.__init__() was not called by ") + type_name(self) + ".__init__()");
  }
  return pickler;
}

Result<Value> pickler_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Pickler* pickler, new_native_object<Pickler>(vm, cls, &kPicklerOps));
  return Value(pickler);
}

NATIVE(pickler_init, "Pickler(self, file, protocol=None, fix_imports=True, buffer_callback=None)", "Writes objects to a file, one after the other, with one memo.") {
  auto* pickler = self_as<Pickler>(args);
  bool fix = true;
  if (args.has(3)) {
    COIL_TRY(fix, truthy_reenter(vm, args[3]));
  }
  COIL_CHECK(set_options_reenter(vm, pickler, {args[2], fix, args[4]}));
  COIL_CHECK(set_file_reenter(vm, pickler, args[1]));
  return none();
}
COIL_INIT_SLOT(pickler_init_slot, pickler_init)

NATIVE(pickler_dump, "dump(self, obj, /)", "Write an object.") {
  COIL_TRY(Pickler* pickler, require_ready(vm, args[0]));
  Saver saver(vm, pickler);
  COIL_CHECK(saver.dump_reenter(args[1]));
  return none();
}
NATIVE(pickler_clear_memo, "clear_memo(self, /)", "Forget the objects that were written: they are written again in full.") {
  COIL_TRY(Pickler* pickler, require_ready(vm, args[0]));
  pickler->memo->clear();
  return none();
}

Result<Value> get_memo(Vm& vm, Value self) {
  COIL_TRY(Pickler* pickler, require_ready(vm, self));
  COIL_TRY(Dict* dict, new_dict(vm));
  for (size_t i = 0; i < pickler->memo->size(); i++) {
    COIL_TRY(Value identity, make_int_u64(vm, pickler->memo->at(i).bits()));
    COIL_TRY(Tuple* pair, make_tuple(vm, {Value::small_int(static_cast<int64_t>(i)), pickler->memo->at(i)}));
    COIL_CHECK(dict_set_reenter(vm, dict, identity, pair));
  }
  return Value(dict);
}
const GetSetSpec kMemo{"memo", get_memo, nullptr, "a copy of the memo: {id: (number, object)}"};

Result<Value> get_fast(Vm&, Value self) { return Value::small_int(self.as<Pickler>()->fast); }
Result<void> set_fast(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "can't delete numeric/char attribute");
  COIL_TRY(bool fast, truthy_reenter(vm, value));
  self.as<Pickler>()->fast = fast;
  return ok();
}
const GetSetSpec kFast{"fast", get_fast, set_fast, "whether objects are written without a memo"};
Result<Value> get_bin(Vm&, Value self) { return Value::small_int(self.as<Pickler>()->protocol > 0); }
const GetSetSpec kBin{"bin", get_bin, nullptr, "whether the protocol is a binary one"};

}  // namespace

Result<Value> dump_to_bytes_reenter(Vm& vm, Value object, const DumpOptions& options) {
  COIL_TRY(Pickler* pickler, new_native_object<Pickler>(vm, g_pickler, &kPicklerOps));
  COIL_CHECK(set_options_reenter(vm, pickler, options));
  Saver saver(vm, pickler);
  COIL_CHECK(saver.dump_reenter(object, false));
  return new_bytes(vm, saver.output().data(), saver.output().size());
}

Result<Value> dump_to_file_reenter(Vm& vm, Value object, Value file, const DumpOptions& options) {
  COIL_TRY(Pickler* pickler, new_native_object<Pickler>(vm, g_pickler, &kPicklerOps));
  COIL_CHECK(set_options_reenter(vm, pickler, options));
  COIL_CHECK(set_file_reenter(vm, pickler, file));
  Saver saver(vm, pickler);
  COIL_CHECK(saver.dump_reenter(object, false));
  return none();
}

Result<void> init_pickler(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<Pickler>(vm, "Pickler", "_pickle", pickler_init_spec.doc, kClassHasDict));
  g_pickler = cls;
  cls->slots.make = pickler_make;
  cls->slots.init = pickler_init_slot;
  define_class(vm, cls, {&pickler_dump_spec, &pickler_clear_memo_spec}, {&kMemo, &kFast, &kBin});
  return module_set(vm, ns, "Pickler", cls);
}

}  // namespace coil
