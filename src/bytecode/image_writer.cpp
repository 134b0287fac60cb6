// Writes images. What the modules have in common is not known before all were looked at, so each block is written twice: first with no strings
// in common, to learn which it uses.
#include <lz4hc.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "bytecode/image.hpp"
#include "bytecode/name_like.hpp"
#include "bytecode/packed_positions.hpp"

namespace coil {

namespace {

uint16_t stored_attributes(const CodeUnit& unit) {
  std::set<uint16_t> names;
  for (const Instr& instr : unit.instrs) {
    if (stores_in_first(instr)) names.insert(unit.caches[instr.b]);
  }
  return unit.arg_count ? static_cast<uint16_t>(names.size()) : 0;
}

using StringNumbers = std::unordered_map<std::string, uint32_t>;

/// Bytes with tables in them, each aligned to eight bytes.
class Buffer {
 public:
  /// `base`: the offset of its first byte.
  explicit Buffer(uint32_t base = 0) : base_(base) {}

  template <class T>
  ImageArray<T> reserve(size_t count) {
    align();
    const ImageArray<T> place{base_ + static_cast<uint32_t>(out_.size()), static_cast<uint32_t>(count)};
    out_.resize(out_.size() + count * sizeof(T));
    return place;
  }
  void align() { out_.resize((out_.size() + 7) & ~size_t{7}); }
  template <class T>
  void fill(ImageArray<T> place, const T* items) {
    if (place.count) std::memcpy(out_.data() + (place.offset - base_), items, place.count * sizeof(T));
  }
  template <class Items>
  auto array(const Items& items) {
    const auto place = reserve<typename Items::value_type>(items.size());
    fill(place, items.data());
    return place;
  }
  ImageText bytes(std::string_view text) {
    const ImageText place{base_ + static_cast<uint32_t>(out_.size()), static_cast<uint32_t>(text.size())};
    out_ += text;
    return place;
  }
  ImageArray<ImageText> texts(ImageArray<ImageText> place, const std::vector<const std::string*>& strings) {
    std::vector<ImageText> rows;
    for (const std::string* text : strings) rows.push_back(bytes(*text));
    fill(place, rows.data());
    return place;
  }

  const std::string& content() const { return out_; }

 private:
  uint32_t base_;
  std::string out_;
};

/// Writes the block of one module.
class BlockWriter {
 public:
  /// `shared`: the numbers of strings that are in the image.
  explicit BlockWriter(const StringNumbers& shared) : shared_(shared) {}

  void write(const CodeUnit& module) {
    const ImageArray<ImageBlockHeader> place = front_.reserve<ImageBlockHeader>(1);
    ImageBlockHeader header{};
    header.unit = unit(module);
    write_texts();
    out_ = &back_;
    write_functions();
    header.strings = front_.array(places_);
    front_.fill(place, &header);
  }
  const std::string& front() const { return front_.content(); }
  const std::string& back() const { return back_.content(); }
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
    return out_->array(numbers);
  }

  /// The row of a unit. Functions are most of a block, and most of them are not called: their tables follow later.
  uint32_t unit(const CodeUnit& unit) {
    const ImageArray<ImageUnit> place = out_->reserve<ImageUnit>(1);
    ImageUnit row{};
    row.name = string(unit.name);
    row.qualname = string(unit.qualname);
    row.filename = string(unit.filename);
    row.first_line = unit.first_line;
    row.flags = unit.flags;
    row.class_free = unit.class_free;
    row.arg_count = unit.arg_count;
    row.posonly_count = unit.posonly_count;
    row.kwonly_count = unit.kwonly_count;
    row.reg_count = unit.reg_count;
    row.local_count = static_cast<uint16_t>(unit.local_names.size());
    row.cache_count = static_cast<uint16_t>(unit.caches.size());
    row.handler_count = static_cast<uint16_t>(unit.handlers.size());
    row.stored_attributes = stored_attributes(unit);
    if (unit.flags & kCodeFunction) {
      waiting_.push_back({place, row, &unit});
    } else {
      row.tables = tables(unit);
      out_->fill(place, &row);
    }
    return place.offset;
  }

  void write_functions() {
    for (Waiting& function : std::exchange(waiting_, {})) {
      function.row.tables = tables(*function.unit);
      (function.place.offset < kImageBack ? front_ : back_).fill(function.place, &function.row);
      write_texts();
      write_functions();
    }
  }

  /// Of the strings that were used since the last call.
  void write_texts() {
    while (places_.size() < strings_.size()) places_.push_back(out_->bytes(*strings_[places_.size()]));
  }

  uint32_t tables(const CodeUnit& unit) {
    const ImageArray<ImageTables> place = out_->reserve<ImageTables>(1);
    ImageTables row{};
    row.local_names = names(unit.local_names);
    row.free_vars = names(unit.free_vars);
    row.names = names(unit.names);
    std::vector<ImageCell> cells;
    for (const auto& [name, reg] : unit.cell_vars) cells.push_back({string(name), reg});
    row.cell_vars = out_->array(cells);
    row.caches = out_->array(unit.caches);
    row.instrs = out_->array(unit.instrs);
    row.positions = static_cast<uint32_t>(positions_.size());
    positions_ += pack_positions(unit.positions);
    row.handlers = out_->array(unit.handlers);
    row.handled = out_->array(unit.handled);
    row.consts = consts(unit.consts);
    out_->fill(place, &row);
    return place.offset;
  }

  ImageArray<ImageConst> consts(const std::vector<Const>& values) {
    std::vector<ImageConst> rows;
    for (const Const& value : values) rows.push_back(std::visit(ConstWriter{*this}, value));
    return out_->array(rows);
  }

  template <class Word>
  uint32_t word(Word value) {
    static_assert(sizeof value == 8);
    return out_->array(std::span<const Word>(&value, 1)).offset;
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
    ImageConst operator()(const ConstComplex& number) {
      return {ImageTag::Complex, writer.out_->array(std::span<const ConstComplex>(&number, 1)).offset, 0};
    }
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

  struct Waiting {
    ImageArray<ImageUnit> place;
    ImageUnit row;
    const CodeUnit* unit;
  };

  Buffer front_, back_{kImageBack};
  Buffer* out_ = &front_;  // where tables and texts go
  std::string positions_;
  const StringNumbers& shared_;
  StringNumbers own_;
  std::vector<const std::string*> strings_;  // keys of own_, which do not move
  std::vector<ImageText> places_;            // of their texts
  std::vector<Waiting> waiting_;             // functions without tables
};

class ImageWriter : Buffer {
 public:
  std::string write(const std::vector<ImageSource>& modules) {
    find_shared(modules);
    const ImageArray<ImageHeader> place = reserve<ImageHeader>(1);
    ImageHeader header{};
    header.modules = reserve<ImageModule>(modules.size());
    header.strings = texts(reserve<ImageText>(strings_.size()), strings_);
    dictionary_ = samples(modules);
    header.dictionary = bytes(dictionary_);
    samples_ = source_samples(modules);
    header.samples = packed(samples_);
    std::vector<ImageModule> rows;
    for (const ImageSource& module : modules) rows.push_back(row(module));
    fill(header.modules, rows.data());
    fill(place, &header);
    return content();
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
    writer.write(*module.unit);
    ImageModule row{};
    row.path = bytes(module.path);
    std::vector<uint32_t> part_ends;
    const std::string back = module.packed ? pack_parts(writer.back(), &part_ends) : writer.back();
    row.part_ends = array(part_ends);
    align();
    row.front = bytes(module.packed ? pack(writer.front()) : writer.front());
    row.front_size = module.packed ? static_cast<uint32_t>(writer.front().size()) : 0;
    align();
    row.back = bytes(back);
    row.back_size = static_cast<uint32_t>(writer.back().size());
    row.positions = packed(writer.positions());
    row.source = packed(module.text, samples_);
    return row;
  }
  ImagePacked packed(const std::string& text, const std::string& dictionary = {}) {
    z_stream stream{};
    deflateInit(&stream, Z_BEST_COMPRESSION);
    if (!dictionary.empty()) deflateSetDictionary(&stream, reinterpret_cast<const Bytef*>(dictionary.data()), static_cast<uInt>(dictionary.size()));
    std::string packed(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return {bytes(packed), static_cast<uint32_t>(text.size())};
  }
  /// Slices of a text, from all of it evenly.
  static std::string slices(const std::string& all, size_t count) {
    constexpr size_t kSlice = 256;
    std::string chosen;
    for (size_t i = 0; i < count; i++) chosen += all.substr(all.size() / count * i & ~size_t{7}, kSlice);
    return chosen;
  }
  static std::string source_samples(const std::vector<ImageSource>& modules) {
    constexpr size_t kSlices = 128;  // zlib sees 32 KiB behind
    std::string all;
    for (const ImageSource& module : modules) all += module.text;
    return slices(all, kSlices);
  }
  std::string samples(const std::vector<ImageSource>& modules) const {
    constexpr size_t kSlices = 234;  // LZ4 sees 64 KiB behind, of which a part takes 4
    std::string all;
    for (const ImageSource& module : modules) {
      if (!module.packed) continue;
      BlockWriter writer(shared_);
      writer.write(*module.unit);
      all += writer.front() + writer.back();
    }
    return slices(all, kSlices);
  }
  std::string pack(std::string_view text) const {
    std::unique_ptr<LZ4_streamHC_t, int (*)(LZ4_streamHC_t*)> stream(LZ4_createStreamHC(), LZ4_freeStreamHC);
    LZ4_resetStreamHC_fast(stream.get(), LZ4HC_CLEVEL_MAX);
    LZ4_loadDictHC(stream.get(), dictionary_.data(), static_cast<int>(dictionary_.size()));
    std::string packed(static_cast<size_t>(LZ4_compressBound(static_cast<int>(text.size()))), '\0');
    packed.resize(static_cast<size_t>(LZ4_compress_HC_continue(stream.get(), text.data(), packed.data(), static_cast<int>(text.size()),
                                                               static_cast<int>(packed.size()))));
    return packed;
  }
  std::string pack_parts(std::string_view back, std::vector<uint32_t>* part_ends) const {
    std::string packed;
    for (size_t start = 0; start < back.size(); start += kImagePartBytes) {
      packed += pack(back.substr(start, kImagePartBytes));
      part_ends->push_back(static_cast<uint32_t>(packed.size()));
    }
    return packed;
  }

  std::string dictionary_, samples_;
  StringNumbers shared_;
  std::vector<const std::string*> strings_;  // keys of shared_, which do not move
};

}  // namespace

std::string write_image(const std::vector<ImageSource>& modules) { return ImageWriter().write(modules); }

}  // namespace coil
