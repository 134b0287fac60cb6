// Pickles of what is found by its name, and of objects by what __reduce_ex__ and its kin say.
#include "modules/host_services.hpp"
#include "modules/pickle_saver.hpp"

namespace coil {

// -- what is found by its name

Error Saver::fail_object_reenter(Value object, const std::string& what) {
  COIL_TRY(Str* shown, repr_reenter(vm_, object));
  return fail("Can't pickle " + str_utf8(shown) + ": " + what);
}

/// The name of the module that has the object under this name: __module__, or a search through all modules.
Result<Value> Saver::module_of_reenter(Value object, Str* name) {
  COIL_TRY(Value said, find_attr_reenter(vm_, object, vm_.name(Name::module_)));
  if (!said.is_stop() && !said.is_none()) return said;
  COIL_TRY(Dict* modules, dict_copy(vm_, vm_.modules));
  size_t position = 0;
  Value key, module;
  while (dict_next(modules, &position, &key, &module)) {
    if (!key.is(Kind::Str) || str_is(key.as<Str>(), "__main__") || str_is(key.as<Str>(), "__mp_main__") || module.is_none()) continue;
    Result<Value> found = dotted_attribute_reenter(vm_, module, name, nullptr);
    if (!found) {
      clear_pending(vm_);
      continue;
    }
    if (*found == object) return key;
  }
  return vm_.name(Name::main_);
}

Result<bool> Saver::save_extension_code_reenter(Str* module_name, Str* name) {
  static Str* const registry_name = intern(vm_, "_extension_registry");
  COIL_TRY(Value registry, copyreg_value_reenter(vm_, registry_name));
  if (!registry.is(Kind::Dict) || !registry.as<Dict>()->used) return false;
  COIL_TRY(Tuple* key, make_tuple(vm_, {module_name, name}));
  COIL_TRY(Value code, dict_get_reenter(vm_, registry.as<Dict>(), key));
  if (code.is_stop()) return false;
  int64_t number;
  if (!code.is_int()) {
    COIL_TRY(Str* shown, repr_reenter(vm_, code));
    return fail("Can't pickle " + str_utf8(name) + ": extension code " + str_utf8(shown) + " isn't an integer");
  }
  if (!int_to_i64(code, &number) || number <= 0 || number > 0x7fffffff) return raise(vm_, Exc::RuntimeError, "extension code %lld is out of range", static_cast<long long>(number));
  if (number <= 0xff) {
    op(PickleOp::Ext1);
    write_byte(static_cast<uint8_t>(number));
  } else if (number <= 0xffff) {
    op(PickleOp::Ext2);
    write_le(static_cast<uint16_t>(number));
  } else {
    op(PickleOp::Ext4);
    write_le(static_cast<uint32_t>(number));
  }
  return true;
}

Result<Str*> Saver::last_part(Str* path) {
  const std::string text = str_utf8(path);
  const size_t dot = text.rfind('.');
  return dot == std::string::npos ? Result<Str*>(path) : new_str(vm_, text.substr(dot + 1));
}

Result<void> Saver::save_global_reenter(Value object, Value name) {
  if (!name) {
    COIL_TRY(Value qualname, find_attr_reenter(vm_, object, vm_.name(Name::qualname_)));
    name = qualname;
    if (qualname.is_stop()) {
      COIL_TRY(Value plain, get_attr_reenter(vm_, object, vm_.name(Name::name_)));
      name = plain;
    }
  }
  if (!name.is(Kind::Str)) return fail_object_reenter(object, "its name is not a str");
  auto* path = name.as<Str>();
  if (str_utf8(path).find("<locals>") != std::string::npos) {
    COIL_TRY(Str* shown, repr_reenter(vm_, path));
    return raise_text(vm_, Exc::AttributeError, "Can't pickle local object " + str_utf8(shown));
  }
  COIL_TRY(Value module_value, module_of_reenter(object, path));
  if (!module_value.is(Kind::Str)) return fail_object_reenter(object, "its __module__ is not a str");
  auto* module_name = module_value.as<Str>();
  Result<Value> module = import_absolute_reenter(vm_, module_name);
  if (!module) {
    Value problem = clear_pending(vm_);
    if (!is_instance(problem, vm_.exception(Exc::Exception))) return raise_exception(vm_, problem);
    COIL_TRY(Str* shown, repr_reenter(vm_, module_name));
    return fail_object_reenter(object, "import of module " + str_utf8(shown) + " failed");
  }
  Value parent;
  COIL_TRY(Value found, dotted_attribute_reenter(vm_, *module, path, &parent));
  if (found.is_stop()) return fail_object_reenter(object, "attribute lookup " + str_utf8(path) + " on " + str_utf8(module_name) + " failed");
  if (found != object) return fail_object_reenter(object, "it's not the same object as " + str_utf8(module_name) + "." + str_utf8(path));
  if (parent == *module) {
    COIL_TRY(path, last_part(path));  // a path through the module itself is as good as the name alone
  }
  if (protocol_ >= 2) {
    COIL_TRY(bool coded, save_extension_code_reenter(module_name, path));
    if (coded) return ok();
  }
  return save_global_name_reenter(object, module_name, path, parent, *module);
}

/// In CPython the functions of these modules share a text for the module's name that is not the one of its classes: what is memoized shows it.
static Result<Str*> module_text_of_function(Vm& vm, Str* module_name) {
  struct Own {
    const char* name;
    Str* text;
  };
  static Own own[] = {{"builtins", nullptr}, {"array", nullptr}};
  for (Own& module : own) {
    if (!str_is(module_name, module.name)) continue;
    if (!module.text) {
      COIL_TRY(module.text, new_str(vm, module.name));
      COIL_CHECK(keep_forever(vm, module.text));
    }
    return module.text;
  }
  return module_name;
}

Result<void> Saver::save_global_name_reenter(Value object, Str* module_name, Str* name, Value parent, Value module) {
  if (protocol_ >= 4) {
    if (object.is(Kind::Native)) {
      COIL_TRY(module_name, module_text_of_function(vm_, module_name));
    }
    // Classes and functions written in C give their name as a new text each time, which no memo knows.
    const bool native = object.is(Kind::Native) || (object.is(Kind::Class) && !(object.as<Class>()->flags & kClassHeap));
    Str* name_text = name;
    if (native) {
      COIL_TRY(name_text, new_str(vm_, str_utf8(name)));
    }
    COIL_CHECK(save_reenter(module_name));
    COIL_CHECK(save_reenter(name_text));
    op(PickleOp::StackGlobal);
  } else if (parent != module) {
    COIL_TRY(Str* last, last_part(name));
    Value getter = dict_get_str(vm_.builtins, intern(vm_, "getattr"));
    return save_pair_reenter(getter, {parent, last}, object);
  } else {
    std::string module_text = str_utf8(module_name), name_text = str_utf8(name);
    if (pickler_->fix_imports && protocol_ < 3) python2_name(&module_text, &name_text);
    auto is_ascii = [](const std::string& text) { return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; }); };
    if (protocol_ < 3 && !(is_ascii(module_text) && is_ascii(name_text))) {
      return fail("can't pickle global identifier '" + str_utf8(module_name) + "." + str_utf8(name) + "' using pickle protocol " + std::to_string(protocol_));
    }
    op(PickleOp::Global);
    write_text(module_text + "\n" + name_text + "\n");
  }
  memo_put(object);
  return ok();
}

Result<void> Saver::save_type_reenter(Value object) {
  for (Value single : {none(), Value(&ellipsis_cell), Value(&not_implemented_cell)}) {
    if (object == Value(class_of(single))) return save_pair_reenter(vm_.type(Kind::Class), {single}, object);
  }
  return save_global_reenter(object, {});
}

Result<void> Saver::save_persistent_reenter(Value id) {
  if (binary_) {
    COIL_CHECK(save_reenter(id, false));
    op(PickleOp::BinPersId);
    return ok();
  }
  COIL_TRY(Str* text, str_reenter(vm_, id));
  if (!view(text).ascii) return fail("persistent IDs in protocol 0 must be ASCII strings");
  op(PickleOp::PersId);
  write_text(str_utf8(text) + "\n");
  return ok();
}

// -- reductions

/// callee(*args) as the way to make `object` (nothing: not memoized).
Result<void> Saver::save_pair_reenter(Value callee, std::initializer_list<Value> args, Value object) {
  COIL_TRY(Tuple* arguments, make_tuple(vm_, args));
  COIL_TRY(Tuple* reduced, make_tuple(vm_, {callee, arguments}));
  return save_reduced_reenter(object, reduced);
}

/// Items of an iterator, in batches: APPENDS of items, SETITEMS of pairs.
Result<void> Saver::save_items_reenter(Value iterator, bool pairs) {
  auto save_item = [&](Value item) -> Result<void> {
    if (!pairs) return save_reenter(item);
    if (!item.is(Kind::Tuple) || item.as<Tuple>()->size != 2) return raise_type_error(vm_, "dict items iterator must return 2-tuples");
    COIL_CHECK(save_reenter(item.as<Tuple>()->items[0]));
    return save_reenter(item.as<Tuple>()->items[1]);
  };
  PickleOp one = pairs ? PickleOp::SetItem : PickleOp::Append, many = pairs ? PickleOp::SetItems : PickleOp::Appends;
  if (!binary_) {
    for (;;) {
      COIL_TRY(Value item, next_reenter(vm_, iterator));
      if (item.is_stop()) return ok();
      COIL_CHECK(save_item(item));
      op(one);
    }
  }
  for (;;) {
    COIL_TRY(Value first, next_reenter(vm_, iterator));
    if (first.is_stop()) return ok();
    COIL_TRY(Value item, next_reenter(vm_, iterator));
    if (item.is_stop()) {
      COIL_CHECK(save_item(first));
      op(one);
      return ok();
    }
    op(PickleOp::Mark);
    COIL_CHECK(save_item(first));
    size_t count = 1;
    while (!item.is_stop()) {
      COIL_CHECK(save_item(item));
      if (++count == kBatch) break;
      COIL_TRY(item, next_reenter(vm_, iterator));
    }
    op(many);
    if (count != kBatch) return ok();
  }
}

Result<void> Saver::save_newobj_reenter(Value object, Tuple* args) {
  if (args->size < 1) return fail("__newobj__ arglist is empty");
  Value cls = args->items[0];
  COIL_TRY(Value maker, find_attr_reenter(vm_, cls, vm_.name(Name::new_)));
  if (maker.is_stop()) return fail("args[0] from __newobj__ args has no __new__");
  if (object) {
    COIL_TRY(Value own, get_attr_reenter(vm_, object, vm_.name(Name::class_)));
    if (own != cls) return fail("args[0] from __newobj__ args has the wrong class");
  }
  COIL_CHECK(save_reenter(cls));
  COIL_TRY(Tuple* rest, new_tuple_from(vm_, args->items + 1, args->size - 1));
  COIL_CHECK(save_reenter(rest));
  op(PickleOp::NewObj);
  return ok();
}

Result<void> Saver::save_newobj_ex_reenter(Value object, Tuple* args) {
  if (args->size != 3) return fail("length of the NEWOBJ_EX argument tuple must be exactly 3, not " + std::to_string(args->size));
  Value cls = args->items[0], positional = args->items[1], named = args->items[2];
  if (!cls.is(Kind::Class)) return fail(std::string("first item from NEWOBJ_EX argument tuple must be a class, not ") + type_name(cls));
  if (!positional.is(Kind::Tuple)) {
    return fail(std::string("second item from NEWOBJ_EX argument tuple must be a tuple, not ") + type_name(positional));
  }
  if (!named.is(Kind::Dict)) return fail(std::string("third item from NEWOBJ_EX argument tuple must be a dict, not ") + type_name(named));
  (void)object;
  if (protocol_ >= 4) {
    COIL_CHECK(save_reenter(cls));
    COIL_CHECK(save_reenter(positional));
    COIL_CHECK(save_reenter(named));
    op(PickleOp::NewObjEx);
    return ok();
  }
  COIL_TRY(Value functools, import_absolute_reenter(vm_, intern(vm_, "functools")));
  COIL_TRY(Value partial, get_attr_reenter(vm_, functools, intern(vm_, "partial")));
  COIL_TRY(Value maker, get_attr_reenter(vm_, cls, vm_.name(Name::new_)));
  auto* given = positional.as<Tuple>();
  COIL_TRY(Tuple* partial_args, new_tuple(vm_, given->size + 2));
  store(partial_args, partial_args->items[0], maker);
  store(partial_args, partial_args->items[1], cls);
  for (size_t i = 0; i < given->size; i++) store(partial_args, partial_args->items[i + 2], given->items[i]);
  COIL_TRY(Value bound, call_ex_reenter(vm_, partial, partial_args, named.as<Dict>()));
  COIL_CHECK(save_reenter(bound));
  COIL_CHECK(save_reenter(vm_.empty_tuple));
  op(PickleOp::Reduce);
  return ok();
}

Result<void> Saver::save_reduced_reenter(Value object, Tuple* reduced) {
  COIL_GUARD(vm_, " while pickling an object");
  if (reduced->size < 2 || reduced->size > 6) return fail("tuple returned by __reduce__ must contain 2 through 6 elements");
  auto part = [&](size_t i) { return i < reduced->size && !reduced->items[i].is_none() ? reduced->items[i] : Value(); };
  Value callee = reduced->items[0], args = reduced->items[1], state = part(2), list_items = part(3), dict_items = part(4), set_state = part(5);
  if (!is_callable(callee)) return fail("first item of the tuple returned by __reduce__ must be callable");
  if (!args.is(Kind::Tuple)) return fail("second item of the tuple returned by __reduce__ must be a tuple");
  COIL_TRY(Value callee_name, find_attr_reenter(vm_, callee, vm_.name(Name::name_)));
  auto is_iterator = [](Value v) { return class_of(v)->slots.next != nullptr; };
  auto not_iterator = [&](const char* which, Value v) {
    return fail(std::string(which) + " element of the tuple returned by __reduce__ must be an iterator, not " + type_name(v));
  };
  if (list_items && !is_iterator(list_items)) return not_iterator("fourth", list_items);
  if (dict_items && !is_iterator(dict_items)) return not_iterator("fifth", dict_items);
  if (set_state && !is_callable(set_state)) {
    return fail(std::string("sixth element of the tuple returned by __reduce__ must be a function, not ") + type_name(set_state));
  }
  bool by_newobj = protocol_ >= 2 && callee_name.is(Kind::Str) && str_is(callee_name.as<Str>(), "__newobj__");
  bool by_newobj_ex = protocol_ >= 2 && callee_name.is(Kind::Str) && str_is(callee_name.as<Str>(), "__newobj_ex__");
  if (by_newobj) {
    COIL_CHECK(save_newobj_reenter(object, args.as<Tuple>()));
  } else if (by_newobj_ex) {
    COIL_CHECK(save_newobj_ex_reenter(object, args.as<Tuple>()));
  } else {
    COIL_CHECK(save_reenter(callee));
    COIL_CHECK(save_reenter(args));
    op(PickleOp::Reduce);
  }
  if (object) {
    // An object that its own arguments contain is in the memo by now.
    int64_t known = pickler_->memo->find(object);
    if (known >= 0) {
      op(PickleOp::Pop);
      memo_get(known);
      return ok();
    }
    memo_put(object);
  }
  if (list_items) COIL_CHECK(save_items_reenter(list_items, false));
  if (dict_items) COIL_CHECK(save_items_reenter(dict_items, true));
  if (!state) return ok();
  if (set_state) {
    COIL_CHECK(save_reenter(set_state));
    COIL_CHECK(save_reenter(object));
    COIL_CHECK(save_reenter(state));
    op(PickleOp::Tuple2);
    op(PickleOp::Reduce);
    op(PickleOp::Pop);
    return ok();
  }
  COIL_CHECK(save_reenter(state));
  op(PickleOp::Build);
  return ok();
}

Result<void> Saver::save_by_reducer_reenter(Value object) {
  Value cls = class_of(object);
  Value reduced;
  if (reducer_override_) {
    COIL_TRY(Value answer, call_reenter(vm_, reducer_override_, {object}));
    if (!answer.is_not_implemented()) reduced = answer;
  }
  if (!reduced && cls == Value(vm_.type(Kind::Class))) return save_type_reenter(object);
  if (!reduced && object.is(Kind::Function)) return save_global_reenter(object, {});
  if (!reduced) {
    COIL_TRY(Value reducer, dispatch_table_.is(Kind::Dict) ? dict_get_reenter(vm_, dispatch_table_.as<Dict>(), cls)
                                                           : [&]() -> Result<Value> {
      Result<Value> found = get_item_reenter(vm_, dispatch_table_, cls);
      if (found) return found;
      if (!pending_matches(vm_, Exc::KeyError)) return Error{};
      clear_pending(vm_);
      return Value::stop();
    }());
    if (!reducer.is_stop()) {
      COIL_TRY(reduced, call_reenter(vm_, reducer, {object}));
    } else if (object.is(Kind::Class)) {
      return save_global_reenter(object, {});
    } else {
      COIL_TRY(Value by_protocol, find_attr_reenter(vm_, object, vm_.name(Name::reduce_ex_)));
      if (!by_protocol.is_stop()) {
        COIL_TRY(reduced, call_reenter(vm_, by_protocol, {Value::small_int(protocol_)}));
      } else {
        COIL_TRY(Value plain, find_attr_reenter(vm_, object, vm_.name(Name::reduce_)));
        if (plain.is_stop()) {
          COIL_TRY(Str* shown, repr_reenter(vm_, object));
          return fail(std::string("can't pickle '") + type_name(object) + "' object: " + str_utf8(shown));
        }
        COIL_TRY(reduced, call_reenter(vm_, plain, {}));
      }
    }
  }
  if (reduced.is(Kind::Str)) return save_global_reenter(object, reduced);
  if (!reduced.is(Kind::Tuple)) return fail("__reduce__ must return a string or tuple");
  return save_reduced_reenter(object, reduced.as<Tuple>());
}

}  // namespace coil
