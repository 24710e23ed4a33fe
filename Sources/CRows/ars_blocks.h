// ARS4x32-7 in registers of so many BLOCKS, as TARGET has them; included once for each.

#define JOINED(name, blocks) name##_##blocks
#define NAMED(name, blocks) JOINED(name, blocks)
#define Register NAMED(Register, BLOCKS)
#define Words NAMED(Words, BLOCKS)

typedef long long Register __attribute__((vector_size(16 * BLOCKS)));
typedef uint32_t Words __attribute__((vector_size(16 * BLOCKS)));

// Of two registers the lower or upper halves of each block in turns, by words and by pairs of them.
#define LOWER(q) 4 * q, 4 * (BLOCKS + q), 4 * q + 1, 4 * (BLOCKS + q) + 1
#define UPPER(q) 4 * q + 2, 4 * (BLOCKS + q) + 2, 4 * q + 3, 4 * (BLOCKS + q) + 3
#define LOWER_PAIRS(q) 2 * q, 2 * (BLOCKS + q)
#define UPPER_PAIRS(q) 2 * q + 1, 2 * (BLOCKS + q) + 1
#define MERGED(halves, a, b) __builtin_shufflevector(a, b, EACH_BLOCK(halves))

__attribute__((target(TARGET), min_vector_width(128 * BLOCKS)))
static void NAMED(draw_words, BLOCKS)(
  RowsBlockWords out[4], uint64_t seed, uint32_t driver, uint32_t replicate, uint32_t first,
  uint32_t block) {
  // The keys of the rounds: the seed, and what is added to each half of a key from round to round.
  Register keys[8];
  for (int q = 0; q < BLOCKS; ++q) {
    for (int round = 0; round < 8; ++round) {
      keys[round][2 * q] = (long long)(seed + (uint64_t)round * 0x9E3779B97F4A7C15);
      keys[round][2 * q + 1] = (long long)((uint64_t)round * 0xBB67AE8584CAA73B);
    }
  }
  // Of every four lanes each register holds one, so that four registers give the words of lanes
  // that follow one another.
  Words counter, next = {0};
  for (int q = 0; q < BLOCKS; ++q) {
    counter[4 * q] = first + 4 * (uint32_t)q;
    counter[4 * q + 1] = block;
    counter[4 * q + 2] = driver;
    counter[4 * q + 3] = replicate;
    next[4 * q] = 1;
  }
  for (int at = 0; at < ROWS_LANES; at += 4 * BLOCKS, counter += next * (4 * BLOCKS)) {
    Register x[4];
    for (uint32_t lane = 0; lane < 4; ++lane) {
      x[lane] = (Register)(counter + next * lane) ^ keys[0];
    }
    for (int round = 1; round < 7; ++round) {
      for (int lane = 0; lane < 4; ++lane) x[lane] = (Register)ROUND(x[lane], keys[round]);
    }
    for (int lane = 0; lane < 4; ++lane) x[lane] = (Register)LAST_ROUND(x[lane], keys[7]);
    const Register lower01 = (Register)MERGED(LOWER, (Words)x[0], (Words)x[1]);
    const Register lower23 = (Register)MERGED(LOWER, (Words)x[2], (Words)x[3]);
    const Register upper01 = (Register)MERGED(UPPER, (Words)x[0], (Words)x[1]);
    const Register upper23 = (Register)MERGED(UPPER, (Words)x[2], (Words)x[3]);
    *(Register *)(out[0] + at) = MERGED(LOWER_PAIRS, lower01, lower23);
    *(Register *)(out[1] + at) = MERGED(UPPER_PAIRS, lower01, lower23);
    *(Register *)(out[2] + at) = MERGED(LOWER_PAIRS, upper01, upper23);
    *(Register *)(out[3] + at) = MERGED(UPPER_PAIRS, upper01, upper23);
  }
}

#undef JOINED
#undef NAMED
#undef Register
#undef Words
#undef LOWER
#undef UPPER
#undef LOWER_PAIRS
#undef UPPER_PAIRS
#undef MERGED
#undef BLOCKS
#undef TARGET
#undef ROUND
#undef LAST_ROUND
#undef EACH_BLOCK
