// Images: writer and reader. Positions are most of what a unit weighs and are read for tracebacks only, so they are packed: for each instruction the
// difference of the line to the one before (zigzag), the number of lines, the columns, each as a little-endian base-128 number.
#include "bytecode/image.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace coil {

namespace {

void put_number(std::string* out, uint32_t number) {
  for (; number >= 0x80; number >>= 7) out->push_back(static_cast<char>(number | 0x80));
  out->push_back(static_cast<char>(number));
}

uint32_t take_number(const uint8_t*& at) {
  uint32_t number = 0;
  for (int shift = 0;; shift += 7) {
    const uint8_t byte = *at++;
    number |= static_cast<uint32_t>(byte & 0x7f) << shift;
    if (!(byte & 0x80)) return number;
  }
}

std::string pack_positions(const std::vector<Position>& positions) {
  std::string out;
  uint32_t line = 0;
  for (const Position& position : positions) {
    const auto step = static_cast<int32_t>(position.line - line);
    put_number(&out, static_cast<uint32_t>(step) << 1 ^ static_cast<uint32_t>(step >> 31));
    put_number(&out, position.end_line - position.line);
    put_number(&out, position.col);
    put_number(&out, position.end_col);
    line = position.line;
  }
  return out;
}

std::vector<Position> unpack_positions(std::span<const uint8_t> packed, size_t count) {
  std::vector<Position> positions(count);
  const uint8_t* at = packed.data();
  uint32_t line = 0;
  for (Position& position : positions) {
    const uint32_t step = take_number(at);
    line += step >> 1 ^ (0u - (step & 1));
    position.line = line;
    position.end_line = line + take_number(at);
    position.col = static_cast<uint16_t>(take_number(at));
    position.end_col = static_cast<uint16_t>(take_number(at));
  }
  return positions;
}

class Writer {
 public:
  std::string write(const std::vector<ImageSource>& modules) {
    reserve<ImageHeader>(1);
    ImageHeader header{};
    header.modules = reserve<ImageModule>(modules.size());
    std::vector<ImageModule> rows;
    for (const ImageSource& module : modules) rows.push_back({string(module.path), unit(*module.unit), {}, module.text_size});
    header.strings = reserve<ImageText>(strings_.size());
    std::vector<ImageText> texts;
    for (const std::string* text : strings_) texts.push_back(bytes(*text));
    for (size_t i = 0; i < modules.size(); i++) rows[i].packed_source = bytes(modules[i].packed_text);
    fill(header.modules, rows.data());
    fill(header.strings, texts.data());
    fill(ImageArray<ImageHeader>{0, 1}, &header);
    return std::move(out_);
  }

 private:
  template <class T>
  ImageArray<T> reserve(size_t count) {
    out_.resize((out_.size() + 7) & ~size_t{7});
    const ImageArray<T> place{static_cast<uint32_t>(out_.size()), static_cast<uint32_t>(count)};
    out_.resize(out_.size() + count * sizeof(T));
    return place;
  }
  template <class T>
  void fill(ImageArray<T> place, const T* items) {
    if (place.count) std::memcpy(out_.data() + place.offset, items, place.count * sizeof(T));
  }
  template <class T>
  ImageArray<T> array(const std::vector<T>& items) {
    const ImageArray<T> place = reserve<T>(items.size());
    fill(place, items.data());
    return place;
  }
  ImageText bytes(std::string_view text) {
    const ImageText place{static_cast<uint32_t>(out_.size()), static_cast<uint32_t>(text.size())};
    out_ += text;
    return place;
  }

  uint32_t string(const std::string& text) {
    const auto [entry, is_new] = numbers_.try_emplace(text, static_cast<uint32_t>(strings_.size()));
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
    const std::string packed = pack_positions(unit.positions);
    row.positions = reserve<uint8_t>(packed.size());
    fill(row.positions, reinterpret_cast<const uint8_t*>(packed.data()));
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
    const ImageArray<Word> place = reserve<Word>(1);
    fill(place, &value);
    return place.offset;
  }

  struct ConstWriter {
    Writer& writer;
    ImageConst operator()(const ConstNothing&) { return {ImageTag::Nothing, 0, 0}; }
    ImageConst operator()(const ConstNone&) { return {ImageTag::None, 0, 0}; }
    ImageConst operator()(bool truth) { return {truth ? ImageTag::True : ImageTag::False, 0, 0}; }
    ImageConst operator()(const ConstEllipsis&) { return {ImageTag::Ellipsis, 0, 0}; }
    ImageConst operator()(int64_t number) { return {ImageTag::Int, writer.word(number), 0}; }
    ImageConst operator()(const ConstBigInt& big) { return {ImageTag::BigInt, writer.string(big.digits), static_cast<uint32_t>(big.base)}; }
    ImageConst operator()(double number) { return {ImageTag::Float, writer.word(number), 0}; }
    ImageConst operator()(const ConstComplex& number) { return {ImageTag::Complex, writer.word(number.imag), 0}; }
    ImageConst operator()(const ConstStr& text) { return {ImageTag::Str, writer.string(text.text), 0}; }
    ImageConst operator()(const ConstBytes& text) { return {ImageTag::Bytes, writer.string(text.data), 0}; }
    ImageConst operator()(const std::shared_ptr<ConstTuple>& tuple) { return items(ImageTag::Tuple, tuple->items); }
    ImageConst operator()(const std::shared_ptr<ConstFrozenSet>& set) { return items(ImageTag::FrozenSet, set->items); }
    ImageConst operator()(const std::shared_ptr<CodeUnit>& unit) { return {ImageTag::Unit, writer.unit(*unit), 0}; }
    ImageConst items(ImageTag tag, const std::vector<Const>& values) {
      const ImageArray<ImageConst> place = writer.consts(values);
      return {tag, place.offset, place.count};
    }
  };

  std::string out_;
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<const std::string*> strings_;  // keys of numbers_, which do not move
};

}  // namespace

std::string write_image(const std::vector<ImageSource>& modules) { return Writer().write(modules); }

const ImageModule* Image::find(std::string_view path) const {
  const std::span<const ImageModule> all = modules();
  const auto place = std::lower_bound(all.begin(), all.end(), path,
                                      [this](const ImageModule& module, std::string_view wanted) { return string(module.path) < wanted; });
  return place != all.end() && string(place->path) == path ? &*place : nullptr;
}

Const Image::decode_const(const ImageConst& value) const {
  const auto items = [&] {
    std::vector<Const> all;
    for (const ImageConst& item : array(ImageArray<ImageConst>{value.value, value.extra})) all.push_back(decode_const(item));
    return all;
  };
  switch (value.tag) {
    case ImageTag::Nothing: return ConstNothing{};
    case ImageTag::None: return ConstNone{};
    case ImageTag::False: return false;
    case ImageTag::True: return true;
    case ImageTag::Ellipsis: return ConstEllipsis{};
    case ImageTag::Int: return at<int64_t>(value.value);
    case ImageTag::BigInt: return ConstBigInt{std::string(string(value.value)), static_cast<int>(value.extra)};
    case ImageTag::Float: return at<double>(value.value);
    case ImageTag::Complex: return ConstComplex{at<double>(value.value)};
    case ImageTag::Str: return ConstStr{std::string(string(value.value))};
    case ImageTag::Bytes: return ConstBytes{std::string(string(value.value))};
    case ImageTag::Tuple: return std::make_shared<ConstTuple>(ConstTuple{items()});
    case ImageTag::FrozenSet: return std::make_shared<ConstFrozenSet>(ConstFrozenSet{items()});
    case ImageTag::Unit: return decode(at<ImageUnit>(value.value), true);
  }
  return ConstNothing{};
}

std::shared_ptr<CodeUnit> Image::decode(const ImageUnit& row, bool with_consts) const {
  auto unit = std::make_shared<CodeUnit>();
  const auto names = [this](ImageArray<uint32_t> numbers) {
    std::vector<std::string> texts;
    texts.reserve(numbers.count);
    for (uint32_t number : array(numbers)) texts.emplace_back(string(number));
    return texts;
  };
  const auto copy = [this]<class T>(ImageArray<T> place) {
    const std::span<const T> items = array(place);
    return std::vector<T>(items.begin(), items.end());
  };
  unit->name = string(row.name);
  unit->qualname = string(row.qualname);
  unit->filename = string(row.filename);
  unit->first_line = row.first_line;
  unit->flags = row.flags;
  unit->arg_count = row.arg_count;
  unit->posonly_count = row.posonly_count;
  unit->kwonly_count = row.kwonly_count;
  unit->reg_count = row.reg_count;
  unit->class_free = row.class_free;
  unit->local_names = names(row.local_names);
  unit->free_vars = names(row.free_vars);
  unit->names = names(row.names);
  for (const ImageCell& cell : array(row.cell_vars)) unit->cell_vars.emplace_back(string(cell.name), static_cast<uint16_t>(cell.reg));
  unit->caches = copy(row.caches);
  unit->instrs = copy(row.instrs);
  unit->positions = unpack_positions(array(row.positions), row.instrs.count);
  unit->handlers = copy(row.handlers);
  unit->handled = copy(row.handled);
  if (with_consts) {
    for (const ImageConst& value : array(row.consts)) unit->consts.push_back(decode_const(value));
  }
  return unit;
}

}  // namespace coil
