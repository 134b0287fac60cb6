// Source lines for tracebacks: files and the embedded library, read once at the first question.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <unordered_map>

#include "base/source.hpp"
#include "host/host.hpp"
#include "host/stdlib_image.hpp"
#include "modules/dropped_files.hpp"

namespace coil {

bool read_file(const std::string& path, std::string* text) {
  settle_before_open(path.c_str());
  FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return false;
  char chunk[65536];
  size_t got;
  text->clear();
  while ((got = std::fread(chunk, 1, sizeof chunk, file)) > 0) text->append(chunk, got);
  bool failed = std::ferror(file) != 0;
  int error = errno;
  std::fclose(file);
  errno = error;
  return !failed;
}

const ImageModule* stdlib_module(std::string_view path) {
  constexpr std::string_view kPrefix = "<stdlib>/";
  return path.starts_with(kPrefix) ? kStdlibImage.find(path.substr(kPrefix.size())) : nullptr;
}

const ImageBlock& stdlib_block(const ImageModule& module) {
  static std::unordered_map<const ImageModule*, ImageBlock> blocks;
  return blocks.try_emplace(&module, kStdlibImage, module).first->second;
}

std::vector<std::string> library_modules() {
  std::vector<std::string> names;
  for (const ImageModule& module : kStdlibImage.modules()) {
    std::string name(kStdlibImage.text(module.path));
    name.resize(name.rfind(".py"));
    if (name.ends_with("/__init__")) name.resize(name.rfind('/'));
    std::replace(name.begin(), name.end(), '/', '.');
    names.push_back(std::move(name));
  }
  return names;
}

/// Texts that were typed, by their names.
static std::unordered_map<std::string, std::string>& typed_sources() {
  static std::unordered_map<std::string, std::string> texts;
  return texts;
}

void remember_source(const std::string& filename, std::string_view text) { typed_sources()[filename] = text; }

bool source_text(std::string_view filename, std::string* text) {
  if (auto typed = typed_sources().find(std::string(filename)); typed != typed_sources().end()) {
    *text = typed->second;
    return true;
  }
  if (const ImageModule* embedded = stdlib_module(filename)) {
    *text = kStdlibImage.source(*embedded);
    return true;
  }
  const std::string path(filename);
  settle_before_open(path.c_str());
  return read_file(path, text);
}

const ExtraSources* g_extra_sources = nullptr;

std::string_view source_line(std::string_view filename, uint32_t lineno) {
  if (g_extra_sources) {
    if (auto found = g_extra_sources->find(std::string(filename)); found != g_extra_sources->end()) {
      return found->second->line(static_cast<int32_t>(lineno));
    }
  }
  static std::unordered_map<std::string, std::unique_ptr<Source>> cache;
  auto [entry, is_new] = cache.try_emplace(std::string(filename));
  if (is_new) {
    std::string text;
    if (const ImageModule* embedded = stdlib_module(filename)) {
      entry->second = std::make_unique<Source>(entry->first, kStdlibImage.source(*embedded));
    } else if (auto typed = typed_sources().find(entry->first); typed != typed_sources().end()) {
      entry->second = std::make_unique<Source>(entry->first, typed->second);
    } else if (!(filename.starts_with("<") && filename.ends_with(">")) && read_file(entry->first, &text)) {
      entry->second = std::make_unique<Source>(entry->first, text, SourceForm::File);
    }
  }
  if (!entry->second) return {};
  return entry->second->line(static_cast<int32_t>(lineno));
}

}  // namespace coil
