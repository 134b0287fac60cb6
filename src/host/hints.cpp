// A hint is found by the kind and the text of the exception: patterns with `*` for any text, which $1 and $2 of the hint repeat.
#include "host/hints.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/environment.hpp"
#include "bytecode/code.hpp"
#include "host/host.hpp"
#include "host/suggestions.hpp"
#include "modules/io.hpp"
#include "modules/module.hpp"
#include "modules/standard_modules.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

bool g_wanted = false;

constexpr const char* kMissingAwait = "this is a coroutine that was not awaited: put `await` before the call that makes it";
constexpr const char* kNotAsync = "this works only inside `async def`; a program begins with asyncio.run(main())";
constexpr const char* kAlreadyRuns = "the loop runs already: inside `async def`, write `await` instead, or asyncio.create_task() to go on at once";

struct Rule {
  Exc type;
  const char* pattern;
  const char* hint;
};

constexpr Rule kRules[] = {
    {Exc::ValueError, "a coroutine was expected, got <function * at *", "call the function, $1(): the call makes the coroutine"},
    {Exc::TypeError, "a coroutine was expected, got <function * at *", "call the function, $1(): the call makes the coroutine"},
    {Exc::TypeError, "An asyncio.Future, a coroutine or an awaitable is required", "pass what the call of an `async def` function gives, not the function or its result"},
    {Exc::TypeError, "object function can't be used in 'await' expression", "call the function: `await f()`"},
    {Exc::TypeError, "object async_generator can't be used in 'await' expression", "an asynchronous generator gives its items to `async for`"},
    {Exc::TypeError, "object * can't be used in 'await' expression", "what was called is no `async def` function: call it without `await`"},
    {Exc::TypeError, "'async_generator' object is not iterable", "loop with `async for`"},
    {Exc::TypeError, "'async for' requires an object with __aiter__ method, got coroutine", "await the coroutine first, or make its function a generator with `yield`"},
    {Exc::TypeError, "'coroutine' object *", kMissingAwait},
    {Exc::TypeError, "unsupported operand type(s) for *: 'coroutine' and *", kMissingAwait},
    {Exc::TypeError, "unsupported operand type(s) for *: * and 'coroutine'", kMissingAwait},
    {Exc::TypeError, "'*' not supported between instances of 'coroutine' and *", kMissingAwait},
    {Exc::TypeError, "'*' not supported between instances of * and 'coroutine'", kMissingAwait},
    {Exc::TypeError, "cannot unpack non-iterable coroutine object", kMissingAwait},
    {Exc::TypeError, "Object of type coroutine is not JSON serializable", kMissingAwait},
    {Exc::AttributeError, "'coroutine' object has no attribute *", kMissingAwait},
    {Exc::SyntaxError, "'await' outside *", kNotAsync},
    {Exc::SyntaxError, "'async with' outside async function", kNotAsync},
    {Exc::SyntaxError, "'async for' outside async function", kNotAsync},
    {Exc::SyntaxError, "asynchronous comprehension outside of an asynchronous function", kNotAsync},
    {Exc::RuntimeError, "no running event loop", "this needs a loop that runs: call it inside `async def`, in a program that begins with asyncio.run(main())"},
    {Exc::RuntimeError, "There is no current event loop in thread *", "asyncio.run(main()) makes and closes a loop"},
    {Exc::RuntimeError, "asyncio.run() cannot be called from a running event loop", kAlreadyRuns},
    {Exc::RuntimeError, "This event loop is already running", kAlreadyRuns},
    {Exc::RuntimeError, "cannot reuse already awaited coroutine", "a coroutine runs once: call the function again, or keep the result; a task can be awaited often"},
    {Exc::RuntimeError, "* got Future * attached to a different loop", "make queues, locks and futures inside of the asyncio.run() that uses them"},
    {Exc::TypeError, "Passing coroutines is forbidden, use tasks explicitly.", "asyncio.create_task(...) makes a task of each"},
    {Exc::AttributeError, "module 'asyncio' has no attribute 'coroutine'", "gone since Python 3.11: write `async def`, and `await` for `yield from`"},
    {Exc::AttributeError, "module 'asyncio' has no attribute 'async'", "gone since Python 3.7: asyncio.create_task(), or asyncio.ensure_future()"},
    {Exc::AttributeError, "module 'asyncio' has no attribute 'JoinableQueue'", "gone since Python 3.5: asyncio.Queue has join() and task_done()"},
    {Exc::AttributeError, "module 'asyncio' has no attribute 'spawn'", "asyncio.create_task() starts a task"},
    {Exc::AttributeError, "module 'asyncio' has no attribute 'get_child_watcher'", "not needed: the loop itself waits for its child processes"},
    {Exc::AttributeError, "type object '*Task' has no attribute 'all_tasks'", "gone since Python 3.9: asyncio.all_tasks()"},
    {Exc::AttributeError, "type object '*Task' has no attribute 'current_task'", "gone since Python 3.9: asyncio.current_task()"},
    {Exc::AttributeError, "module 'types' has no attribute 'CoroutineWrapperType'", "gone: write `async def`"},
    {Exc::AttributeError, "module 'time' has no attribute 'clock'", "gone since Python 3.8: time.perf_counter(), or time.process_time()"},
    {Exc::AttributeError, "module 'inspect' has no attribute 'getargspec'", "gone since Python 3.11: inspect.signature(), or inspect.getfullargspec()"},
    {Exc::AttributeError, "module 'collections' has no attribute *", "abstract classes are in collections.abc"},
    {Exc::ImportError, "cannot import name 'coroutine' from 'asyncio' *", "gone since Python 3.11: write `async def`, and `await` for `yield from`"},
    {Exc::ImportError, "cannot import name 'async' from 'asyncio' *", "gone since Python 3.7: asyncio.create_task(), or asyncio.ensure_future()"},
};

/// Whether the text has the form of the pattern; fills what the `*` stand for, each as short as possible.
bool match(std::string_view pattern, std::string_view text, std::vector<std::string>* found) {
  size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (text.substr(0, star) != pattern.substr(0, star)) return false;
  pattern.remove_prefix(star + 1);
  text.remove_prefix(star);
  for (size_t length = 0; length <= text.size(); length++) {
    size_t kept = found->size();
    found->emplace_back(text.substr(0, length));
    if (pattern.empty() ? length == text.size() : match(pattern, text.substr(length), found)) return true;
    found->resize(kept);
  }
  return false;
}

std::string fill_in(std::string_view hint, const std::vector<std::string>& found) {
  std::string out;
  for (size_t i = 0; i < hint.size(); i++) {
    size_t number = i + 1 < hint.size() && hint[i] == '$' ? static_cast<size_t>(hint[i + 1] - '1') : found.size();
    if (number < found.size()) out += found[number], i++;
    else out += hint[i];
  }
  return out;
}

/// Modules and packages beside the program, by the names of the files in the folders of sys.path.
std::vector<std::string> importable_names(Vm& vm) {
  std::vector<std::string> names;
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  Value path = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_path)) : Value();
  if (!path.is(Kind::List)) return names;
  for (size_t i = 0; i < path.as<List>()->size; i++) {
    Value entry = path.as<List>()->items()[i];
    if (!entry.is(Kind::Str)) continue;
    std::error_code error;
    std::string folder = str_utf8(entry);
    for (const auto& file : std::filesystem::directory_iterator(folder.empty() ? "." : folder, error)) {
      if (file.path().extension() == ".py" || std::filesystem::exists(file.path() / "__init__.py", error)) names.push_back(file.path().stem().string());
    }
  }
  return names;
}

struct ClassSearch {
  std::string_view name;
  Str* method;
  bool found = false;
};

/// Messages name a class only: any class of that name which has the method counts.
bool some_class_has(Vm& vm, std::string_view name, const char* method) {
  ClassSearch search{name.substr(name.rfind('.') + 1), intern(vm, method)};
  g_heap.for_each_cell(
      [](Cell* cell, void* context) {
        auto* wanted = static_cast<ClassSearch*>(context);
        if (cell->kind != Kind::Class || class_name(static_cast<Class*>(cell)) != wanted->name) return;
        if (class_lookup(static_cast<Class*>(cell), wanted->method)) wanted->found = true;
      },
      &search);
  return search.found;
}

/// `with` and `for` against their asynchronous twins.
std::string protocol_hint(Vm& vm, std::string_view text) {
  struct Twin { const char* pattern; const char* method; const char* hint; };
  static constexpr Twin kTwins[] = {
      {"'*' object does not support the context manager protocol", "__aenter__", "this is an asynchronous context manager: `async with`"},
      {"'*' object does not support the asynchronous context manager protocol", "__enter__", "this is a plain context manager: `with`"},
      {"'async for' requires an object with __aiter__ method, got *", "__iter__", "this is a plain iterable: `for`"},
      {"'*' object is not iterable", "__aiter__", "this is an asynchronous iterable: `async for`"},
  };
  for (const Twin& twin : kTwins) {
    std::vector<std::string> found;
    if (match(twin.pattern, text, &found) && some_class_has(vm, found[0], twin.method)) return twin.hint;
  }
  return "";
}

struct FunctionSearch {
  std::string_view qualname;
  std::vector<std::string> parameters;
};

/// "f() got an unexpected keyword argument 'x'": the parameter that was meant, or what became of asyncio's loop=.
std::string keyword_hint(std::string_view text) {
  std::vector<std::string> found;
  if (!match("*() got an unexpected keyword argument '*'", text, &found)) return "";
  FunctionSearch search{found[0], {}};
  bool asyncio = false;
  std::pair<FunctionSearch*, bool*> context{&search, &asyncio};
  g_heap.for_each_cell(
      [](Cell* cell, void* pointer) {
        auto [wanted, library] = *static_cast<std::pair<FunctionSearch*, bool*>*>(pointer);
        if (cell->kind != Kind::Function) return;
        const CodeUnit& unit = *static_cast<Function*>(cell)->code->unit;
        if (unit.qualname != wanted->qualname) return;
        if (is_library_path(unit.filename, "asyncio/")) *library = true;
        size_t count = std::min<size_t>(unit.local_names.size(), size_t{unit.arg_count} + unit.kwonly_count);
        for (size_t i = unit.posonly_count; i < count; i++) wanted->parameters.emplace_back(unit.local_names[i]);
      },
      &context);
  if (found[1] == "loop" && (asyncio || search.parameters.empty())) return "asyncio has no loop= since Python 3.10: the running loop is used";
  std::string meant = closest_name(search.parameters, found[1]);
  return meant.empty() ? "" : "did you mean " + meant + "=?";
}

std::string module_hint(Vm& vm, Exception* exception) {
  Value name = exception_field(exception, kImportName);
  if (!name.is(Kind::Str)) return "";
  std::string wanted = str_utf8(name);
  if (is_standard_module(wanted.substr(0, wanted.find('.')))) return "";
  std::vector<std::string> known;
  for (std::string_view module : kStandardModules) known.emplace_back(module);
  for (const std::string& module : importable_names(vm)) known.push_back(module);
  // Names of modules are short: a suggestion that begins with another letter is no help.
  std::erase_if(known, [&](const std::string& module) { return module[0] != wanted[0]; });
  std::string meant = closest_name(known, wanted);
  return meant.empty() ? "" : "did you mean " + meant + "?";
}

std::string name_in_module_hint(Vm& vm, std::string_view text) {
  std::vector<std::string> found;
  if (!match("cannot import name '*' from '*' (*", text, &found)) return "";
  if (found[1] == "collections") return "abstract classes are in collections.abc";
  Value module = dict_get_str(vm.modules, intern(vm, found[1]));
  if (!module.is(Kind::Module)) return "";
  std::vector<std::string> names;
  size_t position = 0;
  Value key, value;
  while (dict_next(module.as<Module>()->dict, &position, &key, &value)) {
    if (key.is(Kind::Str)) names.push_back(str_utf8(key));
  }
  std::string meant = closest_name(names, found[0]);
  return meant.empty() ? "" : "did you mean " + meant + "?";
}

std::string hint_of_reenter(Vm& vm, Value exception) {
  Result<Str*> said = exception_text_reenter(vm, exception);
  if (!said) {
    clear_pending(vm);
    return "";
  }
  std::string text = str_utf8(*said);
  if (is_instance(exception, vm.exception(Exc::SyntaxError))) {
    Result<Value> line = find_attr_reenter(vm, exception, intern(vm, "text")), message = find_attr_reenter(vm, exception, intern(vm, "msg"));
    if (!line || !message) {
      clear_pending(vm);
      return "";
    }
    if ((*message).is(Kind::Str)) text = str_utf8(*message);
    bool old_async = (*line).is(Kind::Str) && str_utf8(*line).find("asyncio.async(") != std::string::npos;
    if (old_async) return "`async` is a keyword since Python 3.7: asyncio.create_task(), or asyncio.ensure_future()";
  }
  for (const Rule& rule : kRules) {
    std::vector<std::string> found;
    if (is_instance(exception, vm.exception(rule.type)) && match(rule.pattern, text, &found)) return fill_in(rule.hint, found);
  }
  if (is_instance(exception, vm.exception(Exc::ModuleNotFoundError))) return module_hint(vm, exception.as<Exception>());
  if (is_instance(exception, vm.exception(Exc::ImportError))) return name_in_module_hint(vm, text);
  if (!is_instance(exception, vm.exception(Exc::TypeError))) return "";
  std::string hint = protocol_hint(vm, text);
  return hint.empty() ? keyword_hint(text) : hint;
}

/// The exceptions that are no groups, at most so many.
void collect_leaves(Vm& vm, Value exception, std::vector<Value>* leaves) {
  constexpr size_t kMaxLeaves = 5;
  Value members;
  if (is_instance(exception, vm.exception(Exc::BaseExceptionGroup))) members = exception_field(exception.as<Exception>(), kGroupExceptions);
  if (!members.is(Kind::Tuple)) {
    leaves->push_back(exception);
    return;
  }
  for (size_t i = 0; i < members.as<Tuple>()->size && leaves->size() < kMaxLeaves; i++) {
    if (is_exception(members.as<Tuple>()->items[i])) collect_leaves(vm, members.as<Tuple>()->items[i], leaves);
  }
}

std::string missing_module_line(Vm& vm, Value exception) {
  if (!is_instance(exception, vm.exception(Exc::ModuleNotFoundError))) return "";
  Value name = exception_field(exception.as<Exception>(), kImportName);
  std::string module = name.is(Kind::Str) ? str_utf8(name) : "";
  if (!is_standard_module(module)) return "";
  return "(" + module + " is a module of CPython's standard library that Coil does not have)\n";
}

}  // namespace

void setup_hints(Vm& vm) {
  const char* asked = std::getenv("COIL_HINTS");
  g_wanted = asked && *asked ? std::string_view(asked) != "0" : isatty(2);
  if (g_wanted) setup_task_notes(vm);
}

bool hints_wanted() { return g_wanted; }

std::string hints_for_reenter(Vm& vm, Value exception) {
  std::string out;
  std::vector<Value> leaves;
  collect_leaves(vm, exception, &leaves);
  for (Value leaf : leaves) out += missing_module_line(vm, leaf);
  if (!g_wanted) return out;
  for (Value leaf : leaves) {
    std::string hint = hint_of_reenter(vm, leaf);
    if (!hint.empty() && out.find(hint) == std::string::npos) out += "hint: " + hint + "\n";
  }
  return out + task_lines(vm, exception);
}

}  // namespace coil
