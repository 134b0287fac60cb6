// They are native, because programs find them without an import, and importing takes time. All are objects of one layout: a class tells what a call does.
#include "modules/site_builtins.hpp"

#include <algorithm>
#include <iterator>

#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native_object.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

struct SiteBuiltin : NativeObject {
  Value name;
};

void trace_site_builtin(Cell* cell, Marker& marker) { marker.value(static_cast<SiteBuiltin*>(cell)->name); }
const NativeObjectOps kSiteBuiltinOps{trace_site_builtin, nullptr};

/// The method __call__ of the object's class.
Result<Value> call_site_builtin(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  size_t total = npos + (kwnames ? kwnames->size : 0);
  COIL_TRY(Tuple* all, new_tuple(vm, total + 1));
  store(all, all->items[0], self);
  for (size_t i = 0; i < total; i++) store(all, all->items[i + 1], args[i]);
  return call_native(vm, class_lookup(class_of(self), vm.name(Name::call_)).as<Native>(), all->items, npos + 1, kwnames);
}

Result<Class*> new_site_class(Vm& vm, const char* name, const char* doc, Result<Value> (*repr)(Vm&, Value)) {
  Class* cls = new_native_class(vm, name, "_sitebuiltins", vm.type(Kind::Object), Kind::NativeObject, sizeof(SiteBuiltin), doc);
  if (!cls) return raise_memory_error(vm);
  cls->flags |= kClassHasWeakRef;
  cls->slots.repr = repr;
  cls->slots.call = call_site_builtin;
  COIL_CHECK(keep_forever(vm, cls));
  return cls;
}

Result<void> add_builtin(Vm& vm, Class* cls, const char* name) {
  COIL_TRY(SiteBuiltin* made, new_native_object<SiteBuiltin>(vm, cls, &kSiteBuiltinOps));
  store(made, made->name, Value(intern(vm, name)));
  return dict_set_str(vm, vm.builtins, intern(vm, name), made);
}

// -- exit, quit

constexpr const char* kEndOfFile = "Ctrl-D (i.e. EOF)";

Result<Value> quitter_repr(Vm& vm, Value self) {
  return new_str(vm, "Use " + str_utf8(self.as<SiteBuiltin>()->name) + "() or " + kEndOfFile + " to exit");
}

NATIVE(quitter_call, "__call__(self, code=None) in language", "Leave the program by raising SystemExit(code).") {
  Value code = args.get(1, none());
  // As CPython: a program in an infinite loop over input() sees the end of its input.
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  Value input = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_stdin)) : Value();
  if (!input.is_nothing() && !input.is_none() && !call_method_reenter(vm, input, vm.name(Name::k_close), {})) clear_pending(vm);
  COIL_TRY(Value exit, call_reenter(vm, vm.exception(Exc::SystemExit), {code}));
  return raise_exception(vm, exit);
}
Result<Value> get_name(Vm&, Value self) { return self.as<SiteBuiltin>()->name; }
Result<Value> get_eof(Vm& vm, Value) { return new_str(vm, kEndOfFile); }
const GetSetSpec kName{"name", get_name, nullptr, "The name among the builtins."};
const GetSetSpec kEof{"eof", get_eof, nullptr, "What ends the input as well."};

// -- copyright, credits, license

struct PrinterText {
  const char* name;
  const char* shown;    // by repr
  const char* printed;  // by a call
};
constexpr const char* kCredits =
    "    Thanks to the authors of the libraries that Coil is built on, and of the Python language,\n"
    "    whose programs it runs.";
constexpr PrinterText kPrinters[] = {
    {"copyright", kCopyright, kCopyright},
    {"credits", kCredits, kCredits},
    {"license", "Type license() to see the full license text", kCopyright},
};

const PrinterText& text_of(Value printer) {
  const auto is_named = [&](const PrinterText& text) { return str_is(printer.as<SiteBuiltin>()->name.as<Str>(), text.name); };
  return *std::find_if(std::begin(kPrinters), std::end(kPrinters) - 1, is_named);
}

Result<Value> printer_repr(Vm& vm, Value self) { return new_str(vm, text_of(self).shown); }

NATIVE(printer_call, "__call__(self) in language", "Print the text.") {
  COIL_TRY(Str* text, new_str(vm, std::string(text_of(args[0]).printed) + '\n'));
  COIL_CHECK(print_text_reenter(vm, none(), text));
  return none();
}

// -- help

Result<Value> helper_repr(Vm& vm, Value) {
  return new_str(vm, "Type help() for interactive help, or help(object) for help about object.");
}

NATIVE(helper_call, "__call__(self, *args, **kwds) in language", "Print the documentation of an object; without one, ask for names.") {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "pydoc")));
  COIL_TRY(Value help, get_attr_reenter(vm, module, intern(vm, "help")));
  return call_ex_reenter(vm, help, args[1].as<Tuple>(), args[2].as<Dict>());
}

}  // namespace

Result<void> setup_site_builtins(Vm& vm) {
  COIL_TRY(Class* quitter, new_site_class(vm, "Quitter", nullptr, quitter_repr));
  define_class(vm, quitter, {&quitter_call_spec}, {&kName, &kEof});
  for (const char* name : {"exit", "quit"}) COIL_CHECK(add_builtin(vm, quitter, name));
  COIL_TRY(Class* printer, new_site_class(vm, "_Printer", "Prints a text when it is called.", printer_repr));
  define_class(vm, printer, {&printer_call_spec}, {});
  for (const PrinterText& text : kPrinters) COIL_CHECK(add_builtin(vm, printer, text.name));
  COIL_TRY(Class* helper, new_site_class(vm, "_Helper", "Prints documentation when it is called.", helper_repr));
  define_class(vm, helper, {&helper_call_spec}, {});
  return add_builtin(vm, helper, "help");
}

}  // namespace coil
