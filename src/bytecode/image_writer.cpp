// Writes images. What the modules have in common is not known before all were looked at, so each block is written twice: first with no strings
// in common, to learn which it uses.
#include <lz4hc.h>
#include <zlib.h>

#include <cstring>
#include <unordered_map>

#include "bytecode/image.hpp"
#include "bytecode/name_like.hpp"
#include "bytecode/packed_positions.hpp"

namespace coil {

namespace {

using StringNumbers = std::unordered_map<std::string, uint32_t>;

/// Bytes with tables in them, each aligned to eight bytes.
class Buffer {
 public:
  template <class T>
  ImageArray<T> reserve(size_t count) {
    align();
    const ImageArray<T> place{static_cast<uint32_t>(out_.size()), static_cast<uint32_t>(count)};
    out_.resize(out_.size() + count * sizeof(T));
    return place;
  }
  void align() { out_.resize((out_.size() + 7) & ~size_t{7}); }
  template <class T>
  void fill(ImageArray<T> place, const T* items) {
    if (place.count) std::memcpy(out_.data() + place.offset, items, place.count * sizeof(T));
  }
  template <class Items>
  auto array(const Items& items) {
    const auto place = reserve<typename Items::value_type>(items.size());
    fill(place, items.data());
    return place;
  }
  ImageText bytes(std::string_view text) {
    const ImageText place{static_cast<uint32_t>(out_.size()), static_cast<uint32_t>(text.size())};
    out_ += text;
    return place;
  }
  ImageArray<ImageText> texts(ImageArray<ImageText> place, const std::vector<const std::string*>& strings) {
    std::vector<ImageText> rows;
    for (const std::string* text : strings) rows.push_back(bytes(*text));
    fill(place, rows.data());
    return place;
  }

 protected:
  std::string out_;
};

/// Writes the block of one module.
class BlockWriter : Buffer {
 public:
  /// `shared`: the numbers of strings that are in the image.
  explicit BlockWriter(const StringNumbers& shared) : shared_(shared) {}

  std::string write(const CodeUnit& module) {
    const ImageArray<ImageBlockHeader> place = reserve<ImageBlockHeader>(1);
    ImageBlockHeader header{};
    header.unit = unit(module);
    header.strings = texts(reserve<ImageText>(strings_.size()), strings_);
    fill(place, &header);
    return std::move(out_);
  }
  /// The strings that are only in the block, in the order of their numbers.
  const std::vector<const std::string*>& strings() const { return strings_; }
  /// Those of all units.
  const std::string& positions() const { return positions_; }

 private:
  uint32_t string(const std::string& text) {
    if (const auto found = shared_.find(text); found != shared_.end()) return found->second;
    const auto [entry, is_new] = own_.try_emplace(text, static_cast<uint32_t>(shared_.size() + strings_.size()));
    if (is_new) strings_.push_back(&entry->first);
    return entry->second;
  }
  ImageArray<uint32_t> names(const std::vector<std::string>& texts) {
    std::vector<uint32_t> numbers;
    for (const std::string& text : texts) numbers.push_back(string(text));
    return array(numbers);
  }

  uint32_t unit(const CodeUnit& unit) {
    const ImageArray<ImageUnit> place = reserve<ImageUnit>(1);
    ImageUnit row{};
    row.name = string(unit.name);
    row.qualname = string(unit.qualname);
    row.filename = string(unit.filename);
    row.first_line = unit.first_line;
    row.flags = unit.flags;
    row.arg_count = unit.arg_count;
    row.posonly_count = unit.posonly_count;
    row.kwonly_count = unit.kwonly_count;
    row.reg_count = unit.reg_count;
    row.class_free = unit.class_free;
    row.local_names = names(unit.local_names);
    row.free_vars = names(unit.free_vars);
    row.names = names(unit.names);
    std::vector<ImageCell> cells;
    for (const auto& [name, reg] : unit.cell_vars) cells.push_back({string(name), reg});
    row.cell_vars = array(cells);
    row.caches = array(unit.caches);
    row.instrs = array(unit.instrs);
    row.positions = static_cast<uint32_t>(positions_.size());
    positions_ += pack_positions(unit.positions);
    row.handlers = array(unit.handlers);
    row.handled = array(unit.handled);
    row.consts = consts(unit.consts);
    fill(place, &row);
    return place.offset;
  }

  ImageArray<ImageConst> consts(const std::vector<Const>& values) {
    std::vector<ImageConst> rows;
    for (const Const& value : values) rows.push_back(std::visit(ConstWriter{*this}, value));
    return array(rows);
  }

  template <class Word>
  uint32_t word(Word value) {
    static_assert(sizeof value == 8);
    return array(std::span<const Word>(&value, 1)).offset;
  }

  struct ConstWriter {
    BlockWriter& writer;
    ImageConst operator()(const ConstNothing&) { return {ImageTag::Nothing, 0, 0}; }
    ImageConst operator()(const ConstNone&) { return {ImageTag::None, 0, 0}; }
    ImageConst operator()(bool truth) { return {truth ? ImageTag::True : ImageTag::False, 0, 0}; }
    ImageConst operator()(const ConstEllipsis&) { return {ImageTag::Ellipsis, 0, 0}; }
    ImageConst operator()(int64_t number) { return {ImageTag::Int, writer.word(number), 0}; }
    ImageConst operator()(const ConstBigInt& big) { return {ImageTag::BigInt, writer.string(big.digits), static_cast<uint32_t>(big.base)}; }
    ImageConst operator()(double number) { return {ImageTag::Float, writer.word(number), 0}; }
    ImageConst operator()(const ConstComplex& number) { return {ImageTag::Complex, writer.word(number.imag), 0}; }
    ImageConst operator()(const ConstStr& text) { return {ImageTag::Str, writer.string(text.text), is_name_like(text.text)}; }
    ImageConst operator()(const ConstBytes& text) { return {ImageTag::Bytes, writer.string(text.data), 0}; }
    ImageConst operator()(const std::shared_ptr<ConstTuple>& tuple) { return items(ImageTag::Tuple, tuple->items); }
    ImageConst operator()(const std::shared_ptr<ConstFrozenSet>& set) { return items(ImageTag::FrozenSet, set->items); }
    ImageConst operator()(const std::shared_ptr<CodeUnit>& unit) { return {ImageTag::Unit, writer.unit(*unit), 0}; }
    ImageConst items(ImageTag tag, const std::vector<Const>& values) {
      const ImageArray<ImageConst> place = writer.consts(values);
      return {tag, place.offset, place.count};
    }
  };

  std::string positions_;
  const StringNumbers& shared_;
  StringNumbers own_;
  std::vector<const std::string*> strings_;  // keys of own_, which do not move
};

class ImageWriter : Buffer {
 public:
  std::string write(const std::vector<ImageSource>& modules) {
    find_shared(modules);
    const ImageArray<ImageHeader> place = reserve<ImageHeader>(1);
    ImageHeader header{};
    header.modules = reserve<ImageModule>(modules.size());
    header.strings = texts(reserve<ImageText>(strings_.size()), strings_);
    std::vector<ImageModule> rows;
    for (const ImageSource& module : modules) rows.push_back(row(module));
    fill(header.modules, rows.data());
    fill(place, &header);
    return std::move(out_);
  }

 private:
  void find_shared(const std::vector<ImageSource>& modules) {
    const StringNumbers none;
    std::unordered_map<std::string, size_t> users;
    for (const ImageSource& module : modules) {
      BlockWriter writer(none);
      writer.write(*module.unit);
      for (const std::string* text : writer.strings()) {
        if (++users[*text] == 2) strings_.push_back(&shared_.emplace(*text, static_cast<uint32_t>(shared_.size())).first->first);
      }
    }
  }
  ImageModule row(const ImageSource& module) {
    BlockWriter writer(shared_);
    const std::string block = writer.write(*module.unit);
    ImageModule row{};
    row.path = bytes(module.path);
    align();
    row.block = bytes(module.packed ? pack_block(block) : block);
    row.block_size = static_cast<uint32_t>(block.size());
    row.positions = packed(writer.positions());
    row.source = packed(module.text);
    return row;
  }
  ImagePacked packed(const std::string& text) {
    uLongf size = compressBound(text.size());
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(), 9);
    packed.resize(size);
    return {bytes(packed), static_cast<uint32_t>(text.size())};
  }
  /// The block itself when that is no larger.
  static std::string pack_block(const std::string& block) {
    std::string packed(block.size(), '\0');
    const int size = static_cast<int>(block.size());
    packed.resize(static_cast<size_t>(LZ4_compress_HC(block.data(), packed.data(), size, size - 1, LZ4HC_CLEVEL_MAX)));
    return packed.empty() ? block : packed;
  }

  StringNumbers shared_;
  std::vector<const std::string*> strings_;  // keys of shared_, which do not move
};

}  // namespace

std::string write_image(const std::vector<ImageSource>& modules) { return ImageWriter().write(modules); }

}  // namespace coil
