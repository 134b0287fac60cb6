// Candidates are compared by a weighted edit distance (a change of case costs half), as in CPython's suggestions.c.
#include "host/suggestions.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_set>
#include <vector>

#include "bytecode/code.hpp"
#include "modules/introspection.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

constexpr size_t kMaxCandidates = 750;
constexpr size_t kMaxLength = 40;
constexpr size_t kMoveCost = 2;
constexpr size_t kCaseCost = 1;

size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

size_t edit_distance(std::string_view a, std::string_view b, size_t max_cost) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMoveCost;
  if (a.size() > kMaxLength || b.size() > kMaxLength) return max_cost + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMoveCost > max_cost) return max_cost + 1;
  std::vector<size_t> row(a.size());
  for (size_t i = 0; i < a.size(); i++) row[i] = (i + 1) * kMoveCost;
  size_t result = 0;
  for (size_t bi = 0; bi < b.size(); bi++) {
    size_t distance = bi * kMoveCost, minimum = ~size_t{0};
    result = distance;
    for (size_t ai = 0; ai < a.size(); ai++) {
      size_t substitute = distance + substitution_cost(b[bi], a[ai]);
      distance = row[ai];
      size_t insert_delete = std::min(result, distance) + kMoveCost;
      result = std::min(insert_delete, substitute);
      row[ai] = result;
      minimum = std::min(minimum, result);
    }
    if (minimum > max_cost) return max_cost + 1;
  }
  return result;
}

std::vector<std::string> keys_of(Dict* dict) {
  std::vector<std::string> names;
  size_t position = 0;
  Value key, value;
  while (dict_next(dict, &position, &key, &value)) {
    if (key.is(Kind::Str)) names.push_back(str_utf8(key));
  }
  return names;
}

/// The built-in names as CPython has them: the order decides between suggestions that are equally near to a wrong name.
constexpr const char* kBuiltinsInOrder[] = {
    "__name__", "__doc__", "__package__", "__loader__", "__spec__", "__build_class__", "__import__", "abs", "all", "any", "ascii", "bin",
    "breakpoint", "callable", "chr", "compile", "delattr", "dir", "divmod", "eval", "exec", "format", "getattr", "globals", "hasattr",
    "hash", "hex", "id", "input", "isinstance", "issubclass", "iter", "aiter", "len", "locals", "max", "min", "next", "anext", "oct", "ord",
    "pow", "print", "repr", "round", "setattr", "sorted", "sum", "vars", "None", "Ellipsis", "NotImplemented", "False", "True", "bool",
    "memoryview", "bytearray", "bytes", "classmethod", "complex", "dict", "enumerate", "filter", "float", "frozenset", "property", "int",
    "list", "map", "object", "range", "reversed", "set", "slice", "staticmethod", "str", "super", "tuple", "type", "zip", "__debug__",
    "BaseException", "BaseExceptionGroup", "Exception", "GeneratorExit", "KeyboardInterrupt", "SystemExit", "ArithmeticError",
    "AssertionError", "AttributeError", "BufferError", "EOFError", "ImportError", "LookupError", "MemoryError", "NameError", "OSError",
    "ReferenceError", "RuntimeError", "StopAsyncIteration", "StopIteration", "SyntaxError", "SystemError", "TypeError", "ValueError",
    "Warning", "FloatingPointError", "OverflowError", "ZeroDivisionError", "BytesWarning", "DeprecationWarning", "EncodingWarning",
    "FutureWarning", "ImportWarning", "PendingDeprecationWarning", "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UnicodeWarning",
    "UserWarning", "BlockingIOError", "ChildProcessError", "ConnectionError", "FileExistsError", "FileNotFoundError", "InterruptedError",
    "IsADirectoryError", "NotADirectoryError", "PermissionError", "ProcessLookupError", "TimeoutError", "IndentationError", "IndexError",
    "KeyError", "ModuleNotFoundError", "NotImplementedError", "RecursionError", "UnboundLocalError", "UnicodeError", "BrokenPipeError",
    "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError", "TabError", "UnicodeDecodeError", "UnicodeEncodeError",
    "UnicodeTranslateError", "ExceptionGroup", "EnvironmentError", "IOError",
};

/// Names of the module builtins: those of CPython in its order, then what the program and the prompt have added.
std::vector<std::string> builtin_names(Vm& vm) {
  std::vector<std::string> names;
  std::unordered_set<std::string> known;
  for (const char* name : kBuiltinsInOrder) {
    if (dict_get_str(vm.builtins, intern(vm, name)) && known.insert(name).second) names.emplace_back(name);
  }
  for (std::string& name : keys_of(vm.builtins)) {
    if (!known.count(name)) names.push_back(std::move(name));
  }
  return names;
}

std::string for_name_error(Vm& vm, Exception* exception) {
  Value name = exception_field(exception, kNameName);
  if (!name.is(Kind::Str) || !exception->traceback) return "";
  std::string text = str_utf8(name);
  Traceback* last = exception->traceback;
  while (last->next) last = last->next;
  const CodeUnit& unit = *last->code->unit;
  std::string found;
  if (unit.flags & kCodeFunction) found = closest_name(unit.local_names, text);
  if (found.empty()) {
    if (Dict* globals = globals_of_traceback(last)) found = closest_name(keys_of(globals), text);
  }
  if (found.empty()) found = closest_name(builtin_names(vm), text);
  return found;
}

std::string for_attribute_error_reenter(Vm& vm, Exception* exception) {
  Value name = exception_field(exception, kAttributeName), object = exception_field(exception, kAttributeObj);
  if (!name.is(Kind::Str) || object.is_nothing()) return "";
  Value dir = dict_get_str(vm.builtins, intern(vm, "dir"));
  if (dir.is_nothing()) return "";
  Result<Value> names = call_reenter(vm, dir, {object});
  if (!names || !(*names).is(Kind::List)) {
    if (!names) clear_pending(vm);
    return "";
  }
  auto* list = (*names).as<List>();
  std::vector<std::string> candidates;
  for (size_t i = 0; i < list->size; i++) {
    if (list->items()[i].is(Kind::Str)) candidates.push_back(str_utf8(list->items()[i]));
  }
  return closest_name(candidates, str_utf8(name));
}

}  // namespace

std::string closest_name(const std::vector<std::string>& candidates, const std::string& name) {
  if (candidates.size() >= kMaxCandidates) return "";
  std::string best;
  size_t best_distance = ~size_t{0};
  for (const std::string& item : candidates) {
    if (item == name) continue;
    size_t max_distance = std::min((name.size() + item.size() + 3) * kMoveCost / 6, best_distance - 1);
    size_t distance = edit_distance(name, item, max_distance);
    if (distance > max_distance) continue;
    best = item;
    best_distance = distance;
  }
  return best;
}

std::string suggestion_for_reenter(Vm& vm, Value exception) {
  std::string found;
  if (is_instance(exception, vm.exception(Exc::NameError))) {
    found = for_name_error(vm, exception.as<Exception>());
  } else if (is_instance(exception, vm.exception(Exc::AttributeError))) {
    found = for_attribute_error_reenter(vm, exception.as<Exception>());
  }
  return found.empty() ? "" : ". Did you mean: '" + found + "'?";
}

}  // namespace coil
