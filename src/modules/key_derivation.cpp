// PBKDF2 and scrypt; see key_derivation.hpp.
#include "modules/key_derivation.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

namespace coil {

namespace {

/// An HMAC whose key is mixed in already; copies start from there.
struct Hmac {
  Digest inner, outer;

  Hmac(const DigestAlgorithm* algorithm, const std::string& key) : inner(algorithm), outer(algorithm) {
    uint8_t block[256] = {};
    if (key.size() > algorithm->block_size) {
      Digest digest(algorithm);
      digest.add(reinterpret_cast<const uint8_t*>(key.data()), key.size());
      digest.finish(block, algorithm->digest_size);
    } else {
      std::memcpy(block, key.data(), key.size());
    }
    for (auto& byte : block) byte ^= 0x36;
    inner.add(block, algorithm->block_size);
    for (auto& byte : block) byte ^= 0x36 ^ 0x5c;
    outer.add(block, algorithm->block_size);
  }
  void sign(const uint8_t* message, size_t size, uint8_t* out) const {
    Digest first = inner, second = outer;
    first.add(message, size);
    size_t digest_size = first.algorithm->digest_size;
    first.finish(out, digest_size);
    second.add(out, digest_size);
    second.finish(out, digest_size);
  }
};

void salsa20_8(uint32_t* block) {
  uint32_t x[16];
  std::memcpy(x, block, sizeof x);
  auto quarter = [&](int a, int b, int c, int d) {
    x[b] ^= std::rotl(x[a] + x[d], 7);
    x[c] ^= std::rotl(x[b] + x[a], 9);
    x[d] ^= std::rotl(x[c] + x[b], 13);
    x[a] ^= std::rotl(x[d] + x[c], 18);
  };
  for (int round = 0; round < 4; round++) {
    quarter(0, 4, 8, 12); quarter(5, 9, 13, 1); quarter(10, 14, 2, 6); quarter(15, 3, 7, 11);
    quarter(0, 1, 2, 3); quarter(5, 6, 7, 4); quarter(10, 11, 8, 9); quarter(15, 12, 13, 14);
  }
  for (int i = 0; i < 16; i++) block[i] += x[i];
}

/// scryptBlockMix: even blocks of the result come first.
void block_mix(const uint32_t* in, uint32_t* out, size_t r) {
  uint32_t x[16];
  std::memcpy(x, in + (2 * r - 1) * 16, sizeof x);
  for (size_t i = 0; i < 2 * r; i++) {
    for (int j = 0; j < 16; j++) x[j] ^= in[i * 16 + static_cast<size_t>(j)];
    salsa20_8(x);
    std::memcpy(out + (i / 2 + (i % 2) * r) * 16, x, sizeof x);
  }
}

void rom_mix(uint32_t* block, std::vector<uint32_t>* memory, uint64_t n, size_t r) {
  size_t words = 32 * r;
  std::vector<uint32_t> next(words);
  for (uint64_t i = 0; i < n; i++) {
    std::memcpy(memory->data() + i * words, block, words * 4);
    block_mix(block, next.data(), r);
    std::memcpy(block, next.data(), words * 4);
  }
  for (uint64_t i = 0; i < n; i++) {
    uint64_t j = (block[(2 * r - 1) * 16] | uint64_t{block[(2 * r - 1) * 16 + 1]} << 32) & (n - 1);
    const uint32_t* row = memory->data() + j * words;
    for (size_t k = 0; k < words; k++) block[k] ^= row[k];
    block_mix(block, next.data(), r);
    std::memcpy(block, next.data(), words * 4);
  }
}

}  // namespace

void derive_pbkdf2(const DigestAlgorithm* algorithm, const std::string& password, const std::string& salt, uint64_t iterations, std::string* key) {
  Hmac hmac(algorithm, password);
  size_t digest_size = algorithm->digest_size;
  uint32_t block = 1;
  for (size_t done = 0; done < key->size(); done += digest_size, block++) {
    std::string message = salt;
    for (int shift = 24; shift >= 0; shift -= 8) message += static_cast<char>(block >> shift);
    uint8_t current[kMaxDigestSize], total[kMaxDigestSize];
    hmac.sign(reinterpret_cast<const uint8_t*>(message.data()), message.size(), current);
    std::memcpy(total, current, digest_size);
    for (uint64_t i = 1; i < iterations; i++) {
      hmac.sign(current, digest_size, current);
      for (size_t j = 0; j < digest_size; j++) total[j] ^= current[j];
    }
    std::memcpy(key->data() + done, total, std::min(digest_size, key->size() - done));
  }
}

void derive_scrypt(const std::string& password, const std::string& salt, uint64_t n, uint64_t r, uint64_t p, std::string* key) {
  const DigestAlgorithm* sha256 = find_digest_algorithm("sha256");
  std::string blocks(static_cast<size_t>(p * 128 * r), '\0');
  derive_pbkdf2(sha256, password, salt, 1, &blocks);
  std::vector<uint32_t> memory(static_cast<size_t>(n * 32 * r)), block(static_cast<size_t>(32 * r));
  for (uint64_t i = 0; i < p; i++) {
    std::memcpy(block.data(), blocks.data() + i * 128 * r, 128 * r);
    rom_mix(block.data(), &memory, n, r);
    std::memcpy(blocks.data() + i * 128 * r, block.data(), 128 * r);
  }
  derive_pbkdf2(sha256, password, blocks, 1, key);
}

}  // namespace coil
