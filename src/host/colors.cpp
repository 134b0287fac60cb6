// Colours for tracebacks on terminals.
#include "modules/host_services.hpp"

#include <unistd.h>

#include <cctype>
#include <cstdlib>

namespace coil {

namespace {

constexpr const char* kPlace = "\033[35m";
constexpr const char* kCarets = "\033[1;31m";
constexpr const char* kClass = "\033[1;35m";
constexpr const char* kHint = "\033[36m";
constexpr const char* kEnd = "\033[0m";

bool is_set(const char* name) {
  const char* text = std::getenv(name);
  return text && *text;
}

std::string painted(const char* color, std::string_view text) { return color + std::string(text) + kEnd; }

/// `File "x.py", line 3, in f`, behind any margin.
bool paint_place(std::string_view line, std::string* out) {
  size_t start = line.find("File \""), end = line.find("\", line ", start);
  if (start == std::string_view::npos || end == std::string_view::npos) return false;
  if (line.substr(0, start).find_first_not_of(" |+") != std::string_view::npos) return false;
  size_t number = end + 8, after = line.find(',', number);
  *out += std::string(line.substr(0, start + 5)) + painted(kPlace, line.substr(start + 5, end - start - 4)) + ", line ";
  if (after == std::string_view::npos) {
    *out += painted(kPlace, line.substr(number));
    return true;
  }
  *out += painted(kPlace, line.substr(number, after - number)) + ", in ";
  if (line.size() > after + 5) *out += painted(kPlace, line.substr(after + 5));
  return true;
}

/// `ValueError: text`: a dotted name that begins with a letter, then a colon or the end.
size_t class_length(std::string_view text) {
  size_t length = 0;
  while (length < text.size() && (std::isalnum(static_cast<unsigned char>(text[length])) || text[length] == '_' || text[length] == '.')) length++;
  bool begins = length > 0 && std::isalpha(static_cast<unsigned char>(text[0]));
  return begins && (length == text.size() || text.substr(length, 2) == ": ") ? length : 0;
}

std::string painted_line(std::string_view line) {
  std::string out;
  if (paint_place(line, &out)) return out;
  size_t start = std::min(line.find_first_not_of(" |"), line.size());
  std::string_view rest = line.substr(start);
  out = line.substr(0, start);
  if (rest.starts_with("hint: ") || rest.starts_with("task: ")) return out + painted(kHint, rest);
  if (!rest.empty() && rest.find_first_not_of("~^") == std::string_view::npos) return out + painted(kCarets, rest);
  bool indented = start > 0 && line[start - 1] == ' ' && line.find('|') == std::string_view::npos;
  if (size_t length = indented ? 0 : class_length(rest)) return out + painted(kClass, rest.substr(0, length)) + std::string(rest.substr(length));
  return std::string(line);
}

}  // namespace

bool colors_wanted(int descriptor) {
  const char* decided = std::getenv("PYTHON_COLORS");
  if (decided && (std::string_view(decided) == "0" || std::string_view(decided) == "1")) return decided[0] == '1';
  if (is_set("NO_COLOR")) return false;
  if (is_set("FORCE_COLOR")) return true;
  const char* term = std::getenv("TERM");
  return !(term && std::string_view(term) == "dumb") && isatty(descriptor);
}

std::string colored_traceback(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    size_t end = text.find('\n');
    out += painted_line(text.substr(0, end));
    if (end == std::string_view::npos) break;
    out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace coil
