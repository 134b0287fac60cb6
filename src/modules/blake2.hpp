// The digests blake2b and blake2s (RFC 7693), without the heap; the objects are in hash_objects.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace coil {

/// What the first block of parameters holds; sizes are checked by the caller.
struct Blake2Parameters {
  uint8_t digest_size, key_size, fanout, depth;
  uint32_t leaf_size;
  uint64_t node_offset;
  uint8_t node_depth, inner_size;
  uint8_t salt[16], person[16];
  bool last_node;
};

/// Word is uint64_t for blake2b, uint32_t for blake2s.
template <class Word>
struct Blake2 {
  static constexpr size_t kBlock = 16 * sizeof(Word);
  static constexpr size_t kMaxDigest = 8 * sizeof(Word);
  static constexpr size_t kMaxKey = kMaxDigest;
  static constexpr size_t kSalt = 2 * sizeof(Word);

  Word state[8];
  Word counter[2];
  uint8_t block[kBlock];
  size_t used;
  uint8_t digest_size;
  bool last_node;

  void start(const Blake2Parameters&, const uint8_t* key);
  void add(const uint8_t* data, size_t size);
  void finish(uint8_t* out) const;

 private:
  void compress(bool last);
};
extern template struct Blake2<uint64_t>;
extern template struct Blake2<uint32_t>;

}  // namespace coil
