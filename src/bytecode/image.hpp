// An image: a library of compiled modules as one flat block of read-only bytes, written by the build and linked into the binary. Nothing in it
// is an address, so it needs no relocation and no page of it is touched before somebody reads it. Instructions are used as they lie there;
// strings are stored once and named by number, so that the VM can keep what it made of them.
//
//   ImageHeader | module table | string table | units, each followed by its tables | text of strings | source files
//
// Offsets count bytes from the start of the image. Writer and reader are one version of the program (the build makes the image from exactly the
// sources it links), so there is no compatibility to keep; the reader trusts what the writer verified.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/code.hpp"

namespace coil {

/// An array of T somewhere in the image.
template <class T>
struct ImageArray {
  uint32_t offset;
  uint32_t count;
};

struct ImageText {
  uint32_t offset;
  uint32_t size;
};

enum class ImageTag : uint32_t { Nothing, None, False, True, Ellipsis, Int, BigInt, Float, Complex, Str, Bytes, Tuple, FrozenSet, Unit };

/// A constant. Str, Bytes: string number. Int, Float, Complex: offset of eight bytes. BigInt: string number, base in `extra`.
/// Tuple, FrozenSet: offset of `extra` constants. Unit: offset of an ImageUnit.
struct ImageConst {
  ImageTag tag;
  uint32_t value;
  uint32_t extra;
};

struct ImageCell {
  uint32_t name;
  uint32_t reg;
};

/// A CodeUnit (code.hpp tells what the members mean). Names are string numbers; positions are packed, see image.cpp.
struct ImageUnit {
  uint32_t name, qualname, filename;
  uint32_t first_line;
  uint32_t flags;
  uint16_t arg_count, posonly_count, kwonly_count, reg_count;
  int32_t class_free;
  ImageArray<uint32_t> local_names, free_vars, names;
  ImageArray<ImageCell> cell_vars;
  ImageArray<ImageConst> consts;
  ImageArray<uint16_t> caches;
  ImageArray<Instr> instrs;
  ImageArray<uint8_t> positions;
  ImageArray<Handler> handlers;
  ImageArray<HandledRange> handled;
};

struct ImageModule {
  uint32_t path;  // string number of the path inside the library: "asyncio/queues.py"; the table is sorted by it
  uint32_t unit;  // offset
  ImageText packed_source;  // as zlib packs it
  uint32_t source_size;
};

struct ImageHeader {
  ImageArray<ImageModule> modules;
  ImageArray<ImageText> strings;
};

/// Reads an image that stays where it is.
class Image {
 public:
  constexpr explicit Image(const char* data) : data_(data) {}

  template <class T>
  std::span<const T> array(ImageArray<T> place) const {
    return {reinterpret_cast<const T*>(data_ + place.offset), place.count};
  }
  template <class T>
  const T& at(uint32_t offset) const {
    return *reinterpret_cast<const T*>(data_ + offset);
  }
  std::string_view text(ImageText place) const { return {data_ + place.offset, place.size}; }
  std::string_view string(uint32_t number) const { return text(array(header().strings)[number]); }
  uint32_t string_count() const { return header().strings.count; }
  std::span<const ImageModule> modules() const { return array(header().modules); }
  /// nullptr when there is none.
  const ImageModule* find(std::string_view path) const;
  const ImageUnit& unit_of(const ImageModule& module) const { return at<ImageUnit>(module.unit); }
  /// The unit as the compiler made it; constants only `with_consts`, for they hold all the units inside.
  std::shared_ptr<CodeUnit> decode(const ImageUnit&, bool with_consts) const;

 private:
  const ImageHeader& header() const { return at<ImageHeader>(0); }
  Const decode_const(const ImageConst&) const;

  const char* data_;
};

/// A module for the writer.
struct ImageSource {
  std::string path;
  std::string packed_text;
  uint32_t text_size;
  std::shared_ptr<CodeUnit> unit;
};

/// The image of the modules, which must be sorted by path.
std::string write_image(const std::vector<ImageSource>& modules);

}  // namespace coil
