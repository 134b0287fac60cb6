// Source lines for tracebacks: files and the embedded library, read at the first question, files also when they have changed.
#include <sys/stat.h>

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

ExtraSources* g_extra_sources = nullptr;

namespace {

struct CachedSource {
  std::unique_ptr<Source> source;
  struct stat status {};  // of the file when it was read

  /// Whether the file has changed since; the new state is kept.
  bool is_outdated(const std::string& path) {
    struct stat now;
    if (::stat(path.c_str(), &now) != 0) return false;  // what was read is better than nothing
    const bool same = now.st_size == status.st_size && now.st_mtim.tv_sec == status.st_mtim.tv_sec && now.st_mtim.tv_nsec == status.st_mtim.tv_nsec;
    status = now;
    return !same;
  }
};

bool is_file_name(std::string_view name) { return !(name.starts_with("<") && name.ends_with(">")); }

}  // namespace

std::string_view source_line(std::string_view filename, uint32_t lineno) {
  if (g_extra_sources) {
    if (const Source* found = g_extra_sources->find(std::string(filename))) return found->line(static_cast<int32_t>(lineno));
  }
  static std::unordered_map<std::string, CachedSource> cache;
  auto [entry, is_new] = cache.try_emplace(std::string(filename));
  const std::string& path = entry->first;
  std::unique_ptr<Source>& source = entry->second.source;
  if (const ImageModule* embedded = is_new ? stdlib_module(path) : nullptr) {
    source = std::make_unique<Source>(path, kStdlibImage.source(*embedded));
  } else if (auto typed = typed_sources().find(path); typed != typed_sources().end()) {
    if (is_new) source = std::make_unique<Source>(path, typed->second);
  } else if (is_file_name(path) && entry->second.is_outdated(path)) {
    std::string text;
    if (read_file(path, &text)) source = std::make_unique<Source>(path, text, SourceForm::File);
  }
  return source ? source->line(static_cast<int32_t>(lineno)) : std::string_view();
}

}  // namespace coil
