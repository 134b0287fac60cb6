// Reads images.
#include "bytecode/image.hpp"

#include <lz4.h>
#include <sys/mman.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "base/out_of_memory.hpp"
#include "base/pages.hpp"
#include "bytecode/packed_positions.hpp"

namespace coil {

const ImageModule* Image::find(std::string_view path) const {
  const std::span<const ImageModule> all = modules();
  const auto place = std::lower_bound(all.begin(), all.end(), path,
                                      [this](const ImageModule& module, std::string_view wanted) { return text(module.path) < wanted; });
  return place != all.end() && text(place->path) == path ? &*place : nullptr;
}

std::string Image::unpacked(const ImagePacked& place, std::string_view dictionary) const {
  const std::string_view packed = text(place.bytes);
  std::string bytes(place.size, '\0');
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  if (inflateInit(&stream) != Z_OK) out_of_memory();
  if (inflate(&stream, Z_FINISH) == Z_NEED_DICT) {
    inflateSetDictionary(&stream, reinterpret_cast<const Bytef*>(dictionary.data()), static_cast<uInt>(dictionary.size()));
    inflate(&stream, Z_FINISH);
  }
  inflateEnd(&stream);
  return bytes;
}

std::string Image::source(const ImageModule& module) const { return unpacked(module.source, unpacked(at<ImageHeader>(0).samples)); }

/// Memory that begins with the dictionary: LZ4 is quicker where what it unpacks follows the dictionary directly.
static char* room_behind(std::string_view dictionary, size_t room) {
  void* memory = mmap(nullptr, dictionary.size() + room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) out_of_memory();
  memcpy(memory, dictionary.data(), dictionary.size());
  return static_cast<char*>(memory);
}

void Image::unpack(std::string_view packed, char* to, size_t size) const {
  constexpr size_t kRoom = 1 << 16;
  const std::string_view dictionary = text(at<ImageHeader>(0).dictionary);
  static char* const begin = room_behind(dictionary, kRoom);
  char* const room = size <= kRoom ? begin + dictionary.size() : to;
  LZ4_decompress_safe_usingDict(packed.data(), room, static_cast<int>(packed.size()), static_cast<int>(size), begin, static_cast<int>(dictionary.size()));
  if (room != to) memcpy(to, room, size);
}

void ImageBlock::Unmap::operator()(char* memory) const { munmap(memory, size); }

/// The front of a module that is packed, unpacked.
static std::unique_ptr<char[]> unpacked_front(const Image& image, const ImageModule& module) {
  if (!module.front_size) return nullptr;
  std::unique_ptr<char[]> front(new char[module.front_size]);
  prepare_grown_heap();
  image.unpack(image.text(module.front), front.get(), module.front_size);
  return front;
}

ImageBlock::ImageBlock(const Image& image, const ImageModule& module)
    : image_(image),
      module_(module),
      front_room_(unpacked_front(image, module)),
      front_(front_room_ ? front_room_.get() : image.text(module.front).data()),
      back_(image.text(module.back).data()),
      packed_parts_(module.part_ends.count),
      there_(module.part_ends.count),
      made_(new void*[strings().size()]()) {}

void ImageBlock::unpack(size_t part) const {
  if (!back_room_) {
    // Mapped and not allocated: what stays packed needs no memory.
    void* memory = mmap(nullptr, module_.back_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) out_of_memory();
    back_room_ = {static_cast<char*>(memory), {module_.back_size}};
    back_ = ImageBytes(back_room_.get());
  }
  const std::span<const uint32_t> ends = image_.array(module_.part_ends);
  const std::string_view packed = image_.text(module_.back);
  const size_t begin = part ? ends[part - 1] : 0, start = part * kImagePartBytes, size = std::min<size_t>(kImagePartBytes, module_.back_size - start);
  image_.unpack(packed.substr(begin, ends[part] - begin), back_room_.get() + start, size);
  there_[part] = true;
  packed_parts_--;
}

void** ImageBlock::made_of(uint32_t number) const {
  static const std::unique_ptr<void*[]> made_of_shared(new void*[image_.strings().size()]());
  const size_t shared = image_.strings().size();
  return number < shared ? &made_of_shared[number] : &made_[number - shared];
}

Const ImageBlock::decode_const(const ImageConst& value) const {
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
    case ImageTag::Complex: return at<ConstComplex>(value.value);
    case ImageTag::Str: return ConstStr{std::string(string(value.value))};
    case ImageTag::Bytes: return ConstBytes{std::string(string(value.value))};
    case ImageTag::Tuple: return std::make_shared<ConstTuple>(ConstTuple{items()});
    case ImageTag::FrozenSet: return std::make_shared<ConstFrozenSet>(ConstFrozenSet{items()});
    case ImageTag::Unit: return decode(at<ImageUnit>(value.value), true);
  }
  return ConstNothing{};
}

std::shared_ptr<CodeUnit> ImageBlock::decode(const ImageUnit& row, bool with_consts) const {
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
  const ImageTables& tables = this->tables(row);
  unit->local_names = names(tables.local_names);
  unit->free_vars = names(tables.free_vars);
  unit->names = names(tables.names);
  for (const ImageCell& cell : array(tables.cell_vars)) unit->cell_vars.emplace_back(string(cell.name), static_cast<uint16_t>(cell.reg));
  unit->caches = copy(tables.caches);
  unit->instrs = copy(tables.instrs);
  if (positions_.empty()) positions_ = image_.unpacked(module_.positions);
  unit->positions = unpack_positions(reinterpret_cast<const uint8_t*>(positions_.data()) + tables.positions, tables.instrs.count);
  unit->handlers = copy(tables.handlers);
  unit->handled = copy(tables.handled);
  if (with_consts) {
    for (const ImageConst& value : array(tables.consts)) unit->consts.push_back(decode_const(value));
  }
  return unit;
}

}  // namespace coil
