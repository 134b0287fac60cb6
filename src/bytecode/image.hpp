// An image: a library of compiled modules as one flat block of read-only bytes, written by the build and linked into the binary. Nothing in it
// is an address, so it needs no relocation and no page of it is touched before somebody reads it. Each module is a block. Its front is what an import
// reads; its back are the functions, most of which are never called: it is packed in parts, which are unpacked when somebody reads in
// them. What is packed refers to a dictionary of samples: blocks and parts are small, and alike. Strings are stored once and named by number, so that the VM
// can keep what it made of them: those of several modules in the image, the others in the block of their module.
//
//   ImageHeader | module table | string table | text of strings | dictionary | blocks, positions, source files
//   front: ImageBlockHeader | units | tables of module and class bodies | text of strings | string table
//   back: for each function its tables | units inside | text of strings that are first used there
//
// Offsets count bytes from the start of the image, of the front, or, from kImageBack on, of the back. Writer and reader are one version of the program (the build makes the image
// from exactly the sources it links), so there is no compatibility to keep; the reader trusts what the writer verified.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/code.hpp"

namespace coil {

/// An array of T somewhere in the image or in a block.
template <class T>
struct ImageArray {
  uint32_t offset;
  uint32_t count;
};

struct ImageText {
  uint32_t offset;
  uint32_t size;
};

/// Bytes that are rarely read, as zlib packs them.
struct ImagePacked {
  ImageText bytes;
  uint32_t size;  // unpacked
};

enum class ImageTag : uint32_t { Nothing, None, False, True, Ellipsis, Int, BigInt, Float, Complex, Str, Bytes, Tuple, FrozenSet, Unit };

/// A constant. Str, Bytes: string number. Int, Float: offset of eight bytes. Complex: of a ConstComplex. BigInt: string number, base in `extra`.
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

/// What making a function needs to know of a CodeUnit (code.hpp tells what the members mean). Names are string numbers.
struct ImageUnit {
  uint32_t name, qualname, filename;
  uint32_t first_line;
  uint32_t flags;
  uint32_t tables;  // offset of the ImageTables
  int32_t class_free;
  uint16_t arg_count, posonly_count, kwonly_count, reg_count;
  uint16_t local_count, cache_count, handler_count;
  uint16_t stored_attributes;  // how many it stores in its first parameter
};

/// What running it needs.
struct ImageTables {
  ImageArray<uint32_t> local_names, free_vars, names;
  ImageArray<ImageCell> cell_vars;
  ImageArray<ImageConst> consts;
  ImageArray<uint16_t> caches;
  ImageArray<Instr> instrs;
  uint32_t positions;  // offset in those of the module; packed, see packed_positions.hpp
  ImageArray<Handler> handlers;
  ImageArray<HandledRange> handled;
};

struct ImageModule {
  ImageText path;          // inside the library: "asyncio/queues.py"; the table is sorted by it
  ImageText front;         // as LZ4 packs it, or as it is
  ImageText back;          // the same, its parts behind each other
  uint32_t front_size;     // unpacked; 0 when both are as they are
  ImageArray<uint32_t> part_ends;  // in the text of the back
  uint32_t back_size;      // unpacked
  ImagePacked positions, source;
};

/// Where the offsets in the back of a block begin.
constexpr uint32_t kImageBack = uint32_t{1} << 31;
/// Bytes of a back that are packed together; the last part is shorter.
constexpr uint32_t kImagePartBytes = 4096;

struct ImageHeader {
  ImageArray<ImageModule> modules;
  ImageArray<ImageText> strings;
  ImageText dictionary;    // of LZ4
  ImagePacked samples;     // zlib's dictionary for the sources of the modules
};

struct ImageBlockHeader {
  ImageArray<ImageText> strings;  // their numbers follow those of the image
  uint32_t unit;                  // offset of the module's own
};

/// Reads what lies in one piece of memory, aligned to eight bytes.
class ImageBytes {
 public:
  constexpr explicit ImageBytes(const char* data) : data_(data) {}

  template <class T>
  std::span<const T> array(ImageArray<T> place) const {
    return {reinterpret_cast<const T*>(data_ + place.offset), place.count};
  }
  template <class T>
  const T& at(uint32_t offset) const {
    return *reinterpret_cast<const T*>(data_ + offset);
  }
  std::string_view text(ImageText place) const { return {data_ + place.offset, place.size}; }

 private:
  const char* data_;
};

/// An image that stays where it is. There is one in a process.
class Image : public ImageBytes {
 public:
  using ImageBytes::ImageBytes;

  /// The texts of strings that several modules use.
  std::span<const ImageText> strings() const { return array(at<ImageHeader>(0).strings); }
  std::span<const ImageModule> modules() const { return array(at<ImageHeader>(0).modules); }
  /// nullptr when there is none.
  const ImageModule* find(std::string_view path) const;
  /// What zlib packed, maybe with a dictionary.
  std::string unpacked(const ImagePacked&, std::string_view dictionary = {}) const;
  std::string source(const ImageModule&) const;
  /// What LZ4 packed, to where it has so many bytes.
  void unpack(std::string_view packed, char* to, size_t size) const;
};

/// The units of a module of an image. What is read of it is unpacked before, and stays where it is.
class ImageBlock {
 public:
  ImageBlock(const Image& image, const ImageModule& module);

  template <class T>
  std::span<const T> array(ImageArray<T> place) const {
    if (place.offset < kImageBack) return front_.array(place);
    return back(place.offset, place.count * sizeof(T)).array(ImageArray<T>{place.offset - kImageBack, place.count});
  }
  template <class T>
  const T& at(uint32_t offset) const {
    return offset < kImageBack ? front_.at<T>(offset) : back(offset, sizeof(T)).template at<T>(offset - kImageBack);
  }
  std::string_view text(ImageText place) const {
    return place.offset < kImageBack ? front_.text(place) : back(place.offset, place.size).text({place.offset - kImageBack, place.size});
  }
  const ImageTables& tables(const ImageUnit& unit) const { return at<ImageTables>(unit.tables); }
  const ImageUnit& unit() const { return at<ImageUnit>(header().unit); }
  std::string_view string(uint32_t number) const {
    const size_t shared = image_.strings().size();
    return number < shared ? image_.text(image_.strings()[number]) : text(strings()[number - shared]);
  }
  /// Room for what the VM makes of a string: nullptr at first.
  void** made_of(uint32_t number) const;
  /// The unit as the compiler made it; constants only `with_consts`, for they hold all the units inside.
  std::shared_ptr<CodeUnit> decode(const ImageUnit&, bool with_consts) const;

 private:
  struct Unmap {
    size_t size;
    void operator()(char* memory) const;
  };
  using Room = std::unique_ptr<char, Unmap>;

  /// The back, unpacked from the offset on.
  const ImageBytes& back(uint32_t offset, size_t size) const {
    const size_t start = offset - kImageBack;
    if (packed_parts_ && size) {
      for (size_t part = start / kImagePartBytes; part <= (start + size - 1) / kImagePartBytes; part++) {
        if (!there_[part]) unpack(part);
      }
    }
    return back_;
  }
  void unpack(size_t part) const;
  const ImageBlockHeader& header() const { return at<ImageBlockHeader>(0); }
  /// The texts of strings that only this module uses.
  std::span<const ImageText> strings() const { return array(header().strings); }
  Const decode_const(const ImageConst&) const;

  const Image& image_;
  const ImageModule& module_;
  std::unique_ptr<char[]> front_room_;  // nullptr when the front lies in the image as it is
  mutable Room back_room_{nullptr, {0}};  // made for the first part
  ImageBytes front_;
  mutable ImageBytes back_;
  mutable size_t packed_parts_;     // how many are still packed
  mutable std::vector<bool> there_;  // the others
  mutable std::string positions_;  // empty until somebody asks
  std::unique_ptr<void*[]> made_;  // of the block's own strings
};

/// A module for the writer.
struct ImageSource {
  std::string path;
  bool packed;  // or used where it lies: larger, and no work when it is imported
  std::string text;
  std::shared_ptr<CodeUnit> unit;
};

/// The image of the modules, which must be sorted by path (image_writer.cpp).
std::string write_image(const std::vector<ImageSource>& modules);

}  // namespace coil
