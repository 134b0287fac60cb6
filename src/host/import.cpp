// Import: names to modules. Order of look-up: sys.modules, the modules that no file can hide, then each entry of sys.path; the entry
// "<stdlib>" stands for the modules written in C++ and the embedded library (or the folder that COIL_STDLIB names). A package is a folder with __init__.py, or
// all folders of that name on the path when nothing better is found (namespace package).
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "base/environment.hpp"
#include "host/host.hpp"
#include "host/stdlib_image.hpp"
#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/str.hpp"
#include "vm/hooks.hpp"
#include "vm/interpreter.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

constexpr std::string_view kStdlibEntry = "<stdlib>";
std::string g_library;  // its entry in sys.path

/// Built into CPython, frozen in it, or loaded before the program starts: files of the same name are not looked at.
constexpr std::string_view kBeforePath[] = {
    "abc", "atexit", "codecs", "encodings", "errno", "gc", "io", "itertools", "marshal",
    "os", "posix", "posixpath", "pwd", "runpy", "site", "stat", "sys", "time", "zipimport",
};

bool is_before_path(std::string_view name) {
  return name.starts_with('_') || std::find(std::begin(kBeforePath), std::end(kBeforePath), name) != std::end(kBeforePath);
}

Error raise_import_error(Vm& vm, Exc exc, std::string_view message, Value name, Value path) {
  COIL_TRY(Str* text, new_str(vm, message));
  COIL_TRY(Exception* exception, new_exception(vm, vm.exception(exc), {text}));
  COIL_CHECK(set_exception_field(vm, exception, kImportMsg, text));
  COIL_CHECK(set_exception_field(vm, exception, kImportName, name));
  COIL_CHECK(set_exception_field(vm, exception, kImportPath, path));
  return raise_exception(vm, exception);
}

Error raise_not_found(Vm& vm, Str* name, std::string_view reason = "") {
  COIL_TRY(Str* quoted, str_repr(vm, name));
  return raise_import_error(vm, Exc::ModuleNotFoundError, "No module named " + str_utf8(quoted) + std::string(reason), name, none());
}

struct Found {
  enum Kind { Nothing, Native, File, Package, Namespace } kind = Nothing;
  std::string path;                  // of the file with the code
  std::vector<std::string> folders;  // of a package; a namespace package may have several
};

bool is_file(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}
bool is_folder(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

/// The folder of an entry of the search path, from the root on; a relative one where the current folder is gone.
std::string folder_of_entry(const std::string& entry) {
  if (entry.starts_with('/') || entry.starts_with(kStdlibEntry)) return entry;
  char current[PATH_MAX];
  if (!getcwd(current, sizeof current)) return entry;
  if (entry.empty() || entry == ".") return current;
  return std::string(current) + (current[1] ? "/" : "") + entry;
}

Found find_in(const std::string& written, const std::string& tail) {
  Found found;
  if (tail.empty() || tail.find('/') != std::string::npos) return found;
  std::string entry = folder_of_entry(written);
  std::string base = entry.empty() ? tail : entry.back() == '/' ? entry + tail : entry + "/" + tail;
  std::string init = base + "/__init__.py", file = base + ".py";
  if (entry.starts_with(kStdlibEntry)) {
    if (stdlib_module(init)) found = {Found::Package, init, {base}};
    else if (stdlib_module(file)) found = {Found::File, file, {}};
    return found;
  }
  if (is_file(init)) found = {Found::Package, init, {base}};
  else if (is_file(file)) found = {Found::File, file, {}};
  else if (is_folder(base)) found = {Found::Namespace, "", {base}};
  return found;
}

Value sys_attribute(Vm& vm, const char* name) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  if (!sys.is(Kind::Module)) return {};
  return dict_get_str(sys.as<Module>()->dict, intern(vm, name));
}

/// Search path: sys.path, or the parent package's __path__. `native`: the library has it in C++.
Found find_module(Value search_path, const std::string& tail, bool native) {
  std::vector<std::string> entries;
  if (search_path.is(Kind::List)) {
    auto* list = search_path.as<List>();
    for (size_t i = 0; i < list->size; i++) {
      if (list->items()[i].is(Kind::Str)) entries.push_back(str_utf8(list->items()[i]));
    }
  } else if (search_path.is(Kind::Tuple)) {
    auto* tuple = search_path.as<Tuple>();
    for (size_t i = 0; i < tuple->size; i++) {
      if (tuple->items[i].is(Kind::Str)) entries.push_back(str_utf8(tuple->items[i]));
    }
  }
  Found namespace_package;
  for (const std::string& entry : entries) {
    if (native && entry == g_library) return {Found::Native, "", {}};
    Found found = find_in(entry, tail);
    if (found.kind == Found::File || found.kind == Found::Package) return found;
    if (found.kind != Found::Namespace) continue;
    namespace_package.kind = Found::Namespace;
    namespace_package.folders.push_back(found.folders[0]);
  }
  if (native) return {Found::Native, "", {}};
  return namespace_package;
}

Result<void> set_spec_flag(Vm& vm, Dict* ns, bool initializing) {
  Value spec = dict_get_str(ns, vm.name(Name::spec_));
  if (spec.is_nothing() || spec.is_none()) return ok();
  return set_attr_reenter(vm, spec, intern(vm, "_initializing"), Value::boolean(initializing));
}

/// The code of a file, or of a module of the embedded library: bytecode of the image, unless asserts or docstrings are to be left out.
Result<Code*> module_code_reenter(Vm& vm, const std::string& path) {
  const ImageModule* embedded = stdlib_module(path);
  if (embedded && !g_program.optimize) return make_code(vm, stdlib_block(*embedded));
  std::string text;
  if (!source_text(path, &text)) {
    COIL_TRY(Str* name, new_str(vm, path));
    return raise_os_error(vm, errno, name);
  }
  return compile_text_reenter(vm, text, path, SourceMode::Exec, {.form = SourceForm::Bytes});
}

/// Where a file of bytecode would be, as importlib.util.cache_from_source() tells it: modules have the name though there is no such file.
std::string bytecode_path(const std::string& path) {
  const size_t name = path.rfind('/') + 1;  // 0 without a folder
  return path.substr(0, name) + "__pycache__/" + path.substr(name, path.rfind('.') - name) + "." + kCacheTag + ".pyc";
}

Result<Value> namespace_path_reenter(Vm& vm, Str* name, List* folders) {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "_namespace_path")));
  return call_method_reenter(vm, module, intern(vm, "_NamespacePath"), {name, folders});
}

/// A package's __path__ for find_module(); None stands for sys.path.
Result<Value> folders_of_reenter(Vm& vm, Value path) {
  if (path.is_none()) return sys_attribute(vm, "path");
  if (path.is(Kind::List) || path.is(Kind::Tuple)) return path;
  COIL_TRY(List* folders, list_from_iterable_reenter(vm, path));
  return Value(folders);
}

/// Makes the module, runs its code, and takes it out of sys.modules again when that fails.
Result<Value> load_found_reenter(Vm& vm, Str* name, const Found& found) {
  COIL_TRY(Module* module, new_module(vm, name, none()));
  Dict* ns = module->dict;
  std::string full = str_utf8(name);
  size_t dot = full.rfind('.');
  std::string package = found.kind == Found::File ? (dot == std::string::npos ? "" : full.substr(0, dot)) : full;
  COIL_CHECK(module_set_str(vm, ns, "__package__", package));
  Value spec = dict_get_str(ns, vm.name(Name::spec_));
  if (found.kind != Found::File) {
    COIL_TRY(List* path, new_list(vm));
    for (const std::string& folder : found.folders) {
      COIL_TRY(Str* entry, new_str(vm, folder));
      COIL_CHECK(list_append(vm, path, entry));
    }
    Value shown = path;
    if (found.kind == Found::Namespace) {
      COIL_TRY(shown, namespace_path_reenter(vm, name, path));
    }
    COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::path_), shown));
    if (!spec.is_nothing()) COIL_CHECK(set_attr_reenter(vm, spec, intern(vm, "submodule_search_locations"), shown));
  }
  if (found.kind != Found::Namespace) {
    COIL_CHECK(module_set_str(vm, ns, "__file__", found.path));
    COIL_CHECK(module_set_str(vm, ns, "__cached__", bytecode_path(found.path)));
    if (!spec.is_nothing()) {
      COIL_CHECK(set_attr_reenter(vm, spec, intern(vm, "origin"), dict_get_str(ns, vm.name(Name::file_))));
      COIL_CHECK(set_attr_reenter(vm, spec, intern(vm, "has_location"), Value::boolean(true)));
    }
  }
  if (!spec.is_nothing()) {
    COIL_TRY(Str* parent, new_str(vm, package));
    COIL_CHECK(set_attr_reenter(vm, spec, intern(vm, "parent"), parent));
  }
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::builtins_), vm.builtins));
  COIL_CHECK(dict_set_reenter(vm, vm.modules, name, module));
  if (found.kind == Found::Namespace) {
    COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::file_), none()));
    return Value(module);
  }

  COIL_CHECK(set_spec_flag(vm, ns, true));
  auto run = [&]() -> Result<Value> {
    COIL_TRY(Code* code, module_code_reenter(vm, found.path));
    return run_code_reenter(vm, code, ns, {});
  };
  Result<Value> result = run();
  if (!result) {
    Value pending = clear_pending(vm);
    dict_del_str(vm.modules, name);
    (void)set_spec_flag(vm, ns, false);
    return raise_exception(vm, pending);
  }
  COIL_CHECK(set_spec_flag(vm, ns, false));
  // The module may have put something else into sys.modules.
  COIL_TRY(Value loaded, dict_get_reenter(vm, vm.modules, name));
  if (loaded.is_stop()) return raise_key_error(vm, name);
  // sys.modules is in the order in which imports end.
  dict_del_str(vm.modules, name);
  COIL_CHECK(dict_set_reenter(vm, vm.modules, name, loaded));
  return loaded;
}

/// The part after the last dot.
std::string tail_of(const std::string& name) {
  size_t dot = name.rfind('.');
  return dot == std::string::npos ? name : name.substr(dot + 1);
}

/// Not 0 while a module of the prompt is loaded.
int g_loading_prompt = 0;

/// The prompt's modules and what they import come from the library, whatever lies in the program's folder.
Result<Value> load_for_prompt_reenter(Vm& vm, Str* name, const Found& found) {
  g_loading_prompt++;
  Result<Value> module = load_found_reenter(vm, name, found);
  g_loading_prompt--;
  return module;
}

/// Where a module is found; `library_first`: the library hides files of the program.
Found locate(const std::string& full, Value search_path, bool top_level, bool library_first) {
  bool native = top_level && is_native_module(full);
  if (top_level && (library_first || is_before_path(full))) {
    Found in_library = native ? Found{Found::Native, "", {}} : find_in(g_library, full);
    if (in_library.kind != Found::Nothing) return in_library;
  }
  return find_module(search_path, tail_of(full), native);
}

/// Whether an entry of the search path is a file, or leads into one: then it may be an archive.
bool leads_into_file(const std::string& entry) {
  struct stat info;
  return !entry.empty() && stat((entry + "/").c_str(), &info) != 0 && errno == ENOTDIR;
}

/// The module as an archive of the search path has it; Value::stop() when there is none. Archives are asked after all folders, so that
/// imports from these do not pay for them.
Result<Value> load_from_archive_reenter(Vm& vm, Str* name, Value search_path) {
  if (!search_path.is(Kind::List) && !search_path.is(Kind::Tuple)) return Value::stop();
  COIL_TRY(Tuple* entries, tuple_from_iterable_reenter(vm, search_path));
  auto may_have_archive = [](Value entry) { return entry.is(Kind::Str) && leads_into_file(str_utf8(entry)); };
  if (std::none_of(entries->items, entries->items + entries->size, may_have_archive)) return Value::stop();
  COIL_TRY(Value zipimport, import_absolute_reenter(vm, intern(vm, "zipimport")));
  COIL_TRY(Value module, call_method_reenter(vm, zipimport, intern(vm, "_load"), {name, entries}));
  return module.is_none() ? Value::stop() : module;
}

/// The module that a finder from a program's sys.path_hooks has; Value::stop() when there is none, or no program has looked at the hooks.
Result<Value> load_by_hooks_reenter(Vm& vm, Str* name, Value search_path, bool top_level) {
  if (!sys_attribute(vm, "path_hooks") || (top_level && is_before_path(str_utf8(name)))) return Value::stop();
  COIL_TRY(Value machinery, import_absolute_reenter(vm, intern(vm, "importlib.machinery")));
  COIL_TRY(Value spec, call_method_reenter(vm, machinery, intern(vm, "_hooked_spec"), {name, top_level ? none() : search_path}));
  if (spec.is_none()) return Value::stop();
  return call_method_reenter(vm, machinery, intern(vm, "_load"), {spec});
}

/// The module as the interpreter itself finds it; Value::stop() when there is none.
Result<Value> load_plain_reenter(Vm& vm, Str* name, Value search_path, bool top_level) {
  std::string full = str_utf8(name);
  bool for_prompt = top_level && (g_loading_prompt > 0 || full.starts_with("_prompt"));
  if (top_level) search_path = sys_attribute(vm, "path");
  if (!for_prompt) {
    COIL_TRY(Value hooked, load_by_hooks_reenter(vm, name, search_path, top_level));
    if (!hooked.is_stop()) return hooked;
  }
  Found found = locate(full, search_path, top_level, for_prompt);
  if (found.kind == Found::Nothing) return load_from_archive_reenter(vm, name, search_path);
  if (found.kind == Found::Native) return load_native_module_reenter(vm, name);
  if (for_prompt) return load_for_prompt_reenter(vm, name, found);
  return load_found_reenter(vm, name, found);
}

/// Asks the finders of sys.meta_path in turn. PathFinder stands for the interpreter's own way, BuiltinImporter for the part of it that no file hides.
Result<Value> load_by_finders_reenter(Vm& vm, Str* name, Value search_path, bool top_level, Value finders) {
  COIL_TRY(Value machinery, import_absolute_reenter(vm, intern(vm, "importlib.machinery")));
  COIL_TRY(Value path_finder, get_attr_reenter(vm, machinery, intern(vm, "PathFinder")));
  COIL_TRY(Value builtin_importer, get_attr_reenter(vm, machinery, intern(vm, "BuiltinImporter")));
  COIL_TRY(Tuple* in_turn, tuple_from_iterable_reenter(vm, finders));
  if (in_turn->size == 0) COIL_CHECK(call_method_reenter(vm, machinery, intern(vm, "_warn"), {intern(vm, "sys.meta_path is empty")}));
  for (size_t i = 0; i < in_turn->size; i++) {
    Value finder = in_turn->items[i];
    if (finder == path_finder || (finder == builtin_importer && top_level && is_before_path(str_utf8(name)))) {
      COIL_TRY(Value module, load_plain_reenter(vm, name, search_path, top_level));
      if (!module.is_stop()) return module;
      continue;
    }
    if (finder == builtin_importer) continue;
    const Value path = top_level ? none() : search_path;
    COIL_TRY(Value find_spec, find_attr_reenter(vm, finder, intern(vm, "find_spec")));
    COIL_TRY(Value spec, find_spec.is_stop() ? call_method_reenter(vm, machinery, intern(vm, "_spec_by_old_finder"), {finder, name, path})
                                             : call_reenter(vm, find_spec, {name, path, none()}));
    if (!spec.is_none()) return call_method_reenter(vm, machinery, intern(vm, "_load"), {spec});
  }
  return Value::stop();
}

/// A module that is not loaded yet.
Result<Value> load_reenter(Vm& vm, Str* name, Value search_path, bool top_level) {
  if (str_utf8(name).find('\0') != std::string::npos) return raise_value_error(vm, "embedded null character");
  Value finders = sys_attribute(vm, "meta_path");
  COIL_TRY(Value module, finders ? load_by_finders_reenter(vm, name, search_path, top_level, finders) : load_plain_reenter(vm, name, search_path, top_level));
  return module.is_stop() ? Result<Value>(raise_not_found(vm, name)) : module;
}

using Clock = std::chrono::steady_clock;

/// -X importtime: how long the imports inside of the one that is being traced have taken, and how deep it is.
struct ImportTrace {
  Clock::duration inner{};
  int depth = 0;
};
ImportTrace g_import_trace;

/// load_reenter, told on stderr as -X importtime and -v ask for.
Result<Value> load_traced_reenter(Vm& vm, Str* name, Value search_path, bool top_level) {
  if (!g_program.import_times && !g_program.verbose) [[likely]] return load_reenter(vm, name, search_path, top_level);
  ImportTrace outer = g_import_trace;
  g_import_trace = {{}, outer.depth + 1};
  Clock::time_point start = Clock::now();
  Result<Value> module = load_reenter(vm, name, search_path, top_level);
  Clock::duration taken = Clock::now() - start, own = taken - g_import_trace.inner;
  g_import_trace = {outer.inner + taken, outer.depth};
  if (!module) return module;
  auto micros = [](Clock::duration time) { return static_cast<long>(std::chrono::duration_cast<std::chrono::microseconds>(time).count()); };
  std::string text = str_utf8(name);
  if (g_program.import_times) {
    static bool told = false;
    if (!std::exchange(told, true)) std::fputs("import time: self [us] | cumulative | imported package\n", stderr);
    std::fprintf(stderr, "import time: %9ld | %10ld | %*s%s\n", micros(own), micros(taken), 2 * outer.depth, "", text.c_str());
  }
  if (g_program.verbose) {
    Value file = (*module).is(Kind::Module) ? dict_get_str((*module).as<Module>()->dict, vm.name(Name::file_)) : Value();
    std::fprintf(stderr, "import '%s' # %s\n", text.c_str(), file.is(Kind::Str) ? str_utf8(file).c_str() : "native");
  }
  return module;
}

/// A thread and a module that it loads, or waits for.
struct ThreadModule {
  const Thread* thread;
  Str* name;
  pid_t process = getpid();

  /// A child of fork() has none of the other threads.
  bool is_here() const { return process == getpid(); }
};
std::vector<ThreadModule> g_loading, g_waiting;

class LoadingScope {
 public:
  LoadingScope(Vm& vm, Str* name) : entry_{vm.thread, name} { g_loading.push_back(entry_); }
  ~LoadingScope() {
    const auto same = [this](const ThreadModule& one) { return one.thread == entry_.thread && one.name == entry_.name; };
    if (auto last = std::find_if(g_loading.rbegin(), g_loading.rend(), same); last != g_loading.rend()) g_loading.erase(std::next(last).base());
  }
  LoadingScope(const LoadingScope&) = delete;

 private:
  ThreadModule entry_;
};

/// The thread that loads the module, unless it is `self`; nullptr: nobody.
const Thread* other_loader(const Thread* self, Str* name) {
  for (const ThreadModule& one : g_loading) {
    if (one.name == name && one.thread != self && one.is_here()) return one.thread;
  }
  return nullptr;
}

/// Whether the thread waits, maybe by way of others, for a module that the running one loads.
bool waits_for_running_thread(Vm& vm, const Thread* thread) {
  for (size_t steps = 0; steps <= g_waiting.size(); steps++) {
    const auto wait = std::find_if(g_waiting.begin(), g_waiting.end(), [&](const ThreadModule& one) { return one.thread == thread && one.is_here(); });
    if (wait == g_waiting.end()) return false;
    thread = other_loader(thread, wait->name);
    if (!thread) return false;
    if (thread == vm.thread) return true;
  }
  return true;
}

/// Threads see modules when they are complete, except where they load each other's.
Result<void> wait_for_loader_reenter(Vm& vm, Str* name) {
  constexpr useconds_t kPause = 200;
  for (;;) {
    const Thread* loader = other_loader(vm.thread, name);
    if (!loader || waits_for_running_thread(vm, loader)) return ok();
    g_waiting.push_back({vm.thread, name});
    {
      WithoutVm without(vm);
      usleep(kPause);
    }
    std::erase_if(g_waiting, [&](const ThreadModule& one) { return one.thread == vm.thread; });
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}

/// One module whose parents are loaded already.
Result<Value> import_one_reenter(Vm& vm, Str* name, Value parent) {
  if (!g_loading.empty()) COIL_CHECK(wait_for_loader_reenter(vm, name));
  COIL_TRY(Value loaded, dict_get_reenter(vm, vm.modules, name));
  if (!loaded.is_stop()) {
    static bool sys_complete = false;
    if (!sys_complete && name == vm.name(Name::k_sys) && loaded.is(Kind::Module)) {
      sys_complete = true;
      Heap::Exemption exemption;
      COIL_CHECK(complete_sys_reenter(vm, loaded.as<Module>()->dict));
      loaded.cell()->flags |= kModuleMakesLate;
    }
    return loaded;
  }
  if (!name->length) return raise_value_error(vm, "Empty module name");
  std::string full = str_utf8(name);
  Value search_path;
  if (!parent.is_nothing()) {
    COIL_TRY(Value path, find_attr_reenter(vm, parent, vm.name(Name::path_)));
    if (path.is_stop()) {
      (void)raise_not_found(vm, name, "; '" + full.substr(0, full.rfind('.')) + "' is not a package");
      // In CPython it follows from the missing __path__, and says `from None`.
      if (is_exception(vm.pending)) vm.pending.as<Exception>()->suppress_context = true;
      return Error{};
    }
    COIL_TRY(search_path, folders_of_reenter(vm, path));
  }
  const LoadingScope scope(vm, name);
  COIL_TRY(Value module, load_traced_reenter(vm, name, search_path, parent.is_nothing()));
  if (!parent.is_nothing()) {
    COIL_CHECK(set_attr_reenter(vm, parent, intern(vm, tail_of(full)), module));
  }
  return module;
}

/// The package against which a relative import counts.
Result<Str*> package_of_reenter(Vm& vm, Dict* globals) {
  Value package = globals ? dict_get_str(globals, vm.name(Name::package_)) : Value();
  if (!package.is_nothing() && !package.is_none()) {
    if (!package.is(Kind::Str)) return raise_type_error(vm, "package must be a string");
    return package.as<Str>();
  }
  Value name = globals ? dict_get_str(globals, vm.name(Name::name_)) : Value();
  if (!name.is(Kind::Str)) return raise(vm, Exc::KeyError, "'__name__' not in globals");
  if (!dict_get_str(globals, vm.name(Name::path_)).is_nothing()) return name.as<Str>();
  std::string text = str_utf8(name);
  size_t dot = text.rfind('.');
  return new_str(vm, dot == std::string::npos ? "" : text.substr(0, dot));
}

/// For `from package import a, b`: loads submodules that the package has no attribute for.
Result<void> load_submodules_reenter(Vm& vm, Value module, Value fromlist, bool from_all) {
  COIL_TRY(Tuple* names, tuple_from_iterable_reenter(vm, fromlist));
  for (size_t i = 0; i < names->size; i++) {
    Value item = names->items[i];
    if (!item.is(Kind::Str)) {
      if (from_all) return raise_type_error(vm, "Item in __all__ must be str, not %s", type_name(item));
      return raise_type_error(vm, "Item in ``from list'' must be str, not %s", type_name(item));
    }
    if (str_is(item.as<Str>(), "*")) {
      if (from_all) continue;
      COIL_TRY(Value all, find_attr_reenter(vm, module, vm.name(Name::all_)));
      if (!all.is_stop()) COIL_CHECK(load_submodules_reenter(vm, module, all, true));
      continue;
    }
    COIL_TRY(Value attribute, find_attr_reenter(vm, module, intern_str(vm, item.as<Str>())));
    if (!attribute.is_stop()) continue;
    COIL_TRY(Value own_name, get_attr_reenter(vm, module, vm.name(Name::name_)));
    if (!own_name.is(Kind::Str)) return raise_type_error(vm, "module name must be a string");
    COIL_TRY(Str* full, new_str(vm, str_utf8(own_name) + "." + str_utf8(item)));
    Result<Value> loaded = import_absolute_reenter(vm, full);
    if (!loaded) {
      // A missing submodule is an ImportError of the import-from that follows; everything else goes on.
      if (!pending_matches(vm, Exc::ModuleNotFoundError)) return Error{};
      Value name = exception_field(vm.pending.as<Exception>(), kImportName);
      if (!name.is(Kind::Str) || !str_equal(name.as<Str>(), full)) return Error{};
      clear_pending(vm);
    }
  }
  return ok();
}

Result<void> import_star_reenter(Vm& vm, Value module, Value ns) {
  COIL_TRY(Value all, find_attr_reenter(vm, module, vm.name(Name::all_)));
  bool skip_private = all.is_stop();
  Tuple* names;
  if (skip_private) {
    COIL_TRY(Value dict, get_attr_reenter(vm, module, vm.name(Name::dict_)));
    COIL_TRY(Tuple* keys, tuple_from_iterable_reenter(vm, dict));
    names = keys;
  } else {
    if (all.is(Kind::Dict)) return raise_type_error(vm, "%s is not a sequence", type_name(all));
    if (!class_of(all)->slots.get_item) return raise_type_error(vm, "'%s' object does not support indexing", type_name(all));
    COIL_TRY(Tuple* listed, tuple_from_iterable_reenter(vm, all));
    names = listed;
  }
  if (is_exact(ns, Kind::Dict)) COIL_CHECK(dict_reserve(vm, ns.as<Dict>(), ns.as<Dict>()->used + names->size));
  for (size_t i = 0; i < names->size; i++) {
    Value name = names->items[i];
    if (!name.is(Kind::Str)) {
      COIL_TRY(Value own_name, get_attr_reenter(vm, module, vm.name(Name::name_)));
      COIL_TRY(Str* own, str_reenter(vm, own_name));
      return raise_type_error(vm, "%s in %s.%s must be str, not %s", skip_private ? "Key" : "Item", str_utf8(own).c_str(),
                              skip_private ? "__dict__" : "__all__", type_name(name));
    }
    if (skip_private && name.as<Str>()->length && view(name)[0] == '_') continue;
    COIL_TRY(Value value, get_attr_reenter(vm, module, intern_str(vm, name.as<Str>())));
    if (is_exact(ns, Kind::Dict)) COIL_CHECK(dict_set_reenter(vm, ns.as<Dict>(), name, value));
    else COIL_CHECK(set_item_reenter(vm, ns, name, value));
  }
  return ok();
}

}  // namespace

Result<std::string> find_module_source_reenter(Vm& vm, Str* name) {
  std::string full = str_utf8(name);
  Value search_path = sys_attribute(vm, "path");
  if (size_t dot = full.rfind('.'); dot != std::string::npos) {
    COIL_TRY(Str* parent_name, new_str(vm, full.substr(0, dot)));
    COIL_TRY(Value parent, dict_get_reenter(vm, vm.modules, parent_name));
    if (parent.is_stop()) return std::string();
    COIL_TRY(Value path, find_attr_reenter(vm, parent, vm.name(Name::path_)));
    if (path.is_stop()) return std::string();
    COIL_TRY(search_path, folders_of_reenter(vm, path));
  }
  return locate(full, search_path, full.find('.') == full.npos, false).path;
}

Result<Value> import_absolute_reenter(Vm& vm, Str* name) {
  COIL_GUARD(vm, " while importing a module");
  std::string full = str_utf8(name);
  Value parent;
  size_t start = 0;
  for (;;) {
    size_t dot = full.find('.', start);
    Str* prefix = intern(vm, full.substr(0, dot));
    COIL_TRY(Value module, import_one_reenter(vm, prefix, parent));
    if (dot == std::string::npos && module.is_none()) {
      return raise_import_error(vm, Exc::ModuleNotFoundError, "import of " + full + " halted; None in sys.modules", name, none());
    }
    if (dot == std::string::npos) return module;
    parent = module;
    start = dot + 1;
  }
}

Result<Value> import_module_reenter(Vm& vm, Str* name, Dict* globals, Value fromlist, int64_t level) {
  if (level < 0) return raise_value_error(vm, "level must be >= 0");
  Str* absolute = name;
  if (level > 0) {
    COIL_TRY(Str* package, package_of_reenter(vm, globals));
    std::string base = str_utf8(package);
    if (base.empty()) {
      return raise_import_error(vm, Exc::ImportError, "attempted relative import with no known parent package", none(), none());
    }
    for (int64_t i = 1; i < level; i++) {
      size_t dot = base.rfind('.');
      if (dot == std::string::npos) {
        return raise_import_error(vm, Exc::ImportError, "attempted relative import beyond top-level package", none(), none());
      }
      base.resize(dot);
    }
    if (name->length) base += "." + str_utf8(name);
    absolute = intern(vm, base);
  } else if (!name->length) {
    return raise_value_error(vm, "Empty module name");
  }
  COIL_TRY(Value module, import_absolute_reenter(vm, absolute));
  bool has_fromlist = false;
  if (!fromlist.is_nothing() && !fromlist.is_none()) {
    COIL_TRY(bool truth, truthy_reenter(vm, fromlist));
    has_fromlist = truth;
  }
  if (!has_fromlist) {
    // The package at the front of the written name.
    std::string written = str_utf8(name), full = str_utf8(absolute);
    size_t dot = written.find('.');
    if (dot == std::string::npos) return module;
    std::string front = full.substr(0, full.size() - (written.size() - dot));
    return import_absolute_reenter(vm, intern(vm, front));
  }
  COIL_TRY(Value path, find_attr_reenter(vm, module, vm.name(Name::path_)));
  if (!path.is_stop()) COIL_CHECK(load_submodules_reenter(vm, module, fromlist, false));
  return module;
}

Result<Value> import_from_reenter(Vm& vm, Value module, Str* name) {
  COIL_TRY(Value attribute, find_attr_reenter(vm, module, name));
  if (!attribute.is_stop()) return attribute;
  COIL_TRY(Value own_name, find_attr_reenter(vm, module, vm.name(Name::name_)));
  std::string own = "<unknown module name>";
  if (own_name.is(Kind::Str)) {
    own = str_utf8(own_name);
    // A circular import: the submodule is loaded but not yet an attribute of its package.
    COIL_TRY(Str* full, new_str(vm, own + "." + str_utf8(name)));
    COIL_TRY(Value submodule, dict_get_reenter(vm, vm.modules, full));
    if (!submodule.is_stop()) return submodule;
  }
  // Not by attribute access: a module's own __getattr__ is not asked.
  Value file = module.is(Kind::Module) ? dict_get_str(module.as<Module>()->dict, vm.name(Name::file_)) : Value();
  std::string place = file.is(Kind::Str) ? str_utf8(file) : "unknown location";
  std::string message = "cannot import name '" + str_utf8(name) + "' from ";
  if (module.is(Kind::Module) && is_initializing_reenter(vm, module.as<Module>())) {
    message += "partially initialized module '" + own + "' (most likely due to a circular import) (" + place + ")";
  } else {
    message += "'" + own + "' (" + place + ")";
  }
  return raise_import_error(vm, Exc::ImportError, message, own_name.is_stop() ? none() : own_name,
                            file.is_nothing() ? none() : file);
}

/// builtins.__import__ as it was at start; a program may replace it.
static Value g_original_import;

static Result<Value> import_name_hook(Vm& vm, Str* name, Dict* globals, Value fromlist, int64_t level) {
  Value current = dict_get_str(globals ? builtins_of(vm, globals) : vm.builtins, vm.name(Name::import_));
  if (current == g_original_import) return import_module_reenter(vm, name, globals, fromlist, level);
  if (current.is_nothing()) return raise(vm, Exc::ImportError, "__import__ not found");
  return call_reenter(vm, current, {name, globals ? Value(globals) : none(), none(), fromlist, Value::small_int(level)});
}

/// Imports leave a SimpleNamespace for the specification, and no loader: importlib, which has the classes of both, is seldom needed.
static Result<void> complete_module_reenter(Vm& vm, Module* module) {
  const Value spec = dict_get_str(module->dict, vm.name(Name::spec_));
  if (!spec || class_of(spec) != vm.type(Kind::SimpleNamespace)) return ok();
  COIL_TRY(Value util, import_absolute_reenter(vm, intern(vm, "importlib.util")));
  COIL_CHECK(call_method_reenter(vm, util, intern(vm, "_complete"), {module}));
  return ok();
}

Result<void> setup_import(Vm& vm, const HostOptions& options) {
  g_complete_module_reenter = complete_module_reenter;
  g_hooks.import_name = import_name_hook;
  g_hooks.import_from = import_from_reenter;
  g_hooks.import_star = import_star_reenter;
  g_original_import = dict_get_str(vm.builtins, vm.name(Name::import_));
  if (!g_original_import.is_nothing()) COIL_CHECK(keep_forever(vm, g_original_import));
  COIL_TRY(Value sys, load_native_module_reenter(vm, vm.name(Name::k_sys)));
  COIL_TRY(List* path, new_list(vm));
  auto add = [&](std::string_view entry) -> Result<void> {
    COIL_TRY(Str* text, new_str(vm, entry));
    return list_append(vm, path, text);
  };
  if (!g_program.safe_path) COIL_CHECK(add(options.script_folder));
  if (const char* extra = environment_variable("COILPATH", "PYTHONPATH")) {
    std::string_view rest = extra;
    while (!rest.empty()) {
      size_t colon = rest.find(':');
      std::string_view entry = rest.substr(0, colon);
      if (!entry.empty()) COIL_CHECK(add(entry));
      rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    }
  }
  const char* library = std::getenv("COIL_STDLIB");
  g_library = library && *library ? std::string_view(library) : kStdlibEntry;
  COIL_CHECK(add(g_library));
  return dict_set_str(vm, sys.as<Module>()->dict, vm.name(Name::k_path), path);
}

bool is_library_path(std::string_view path, std::string_view below) {
  size_t length = g_library.size();
  return path.starts_with(g_library) && path.substr(std::min(length, path.size())).starts_with("/") && path.substr(length + 1).starts_with(below);
}

}  // namespace coil
