OPERATION void rows_words_fill(RowsWords self, uint32_t c) { EACH_FLOAT self[i] = c; }

OPERATION void rows_words_copy(RowsWords self, RowsWordsIn other) {
  EACH_FLOAT self[i] = other[i];
}

// A bit that the compiler knows it makes of the comparison's lanes; a level with ADDS_BY_MASK adds it where
// the mask is, if it does not know the bit.
#ifdef ADDS_BY_MASK
#define HIDDEN(bit) __asm__("" : "+r"(bit))
#else
#define HIDDEN(bit)
#endif

#define PUSH(relation, target) \
  EACH_FLOAT { \
    const uint32_t before = self[i] << 1; \
    self[i] = value[i] relation target ? before + bit : before; \
  } \
  break

#define PUSH_BY_COMPARISON(target) \
  uint32_t bit = 1; \
  HIDDEN(bit); \
  switch (comparison) { \
    case ROWS_BELOW: PUSH(<, target); \
    case ROWS_AT_MOST: PUSH(<=, target); \
    case ROWS_ABOVE: PUSH(>, target); \
    case ROWS_AT_LEAST: PUSH(>=, target); \
  }

OPERATION void rows_words_push_latent(
  RowsWords self, RowsLatentIn value, RowsComparison comparison, RowsLatentIn target) {
  PUSH_BY_COMPARISON(target[i])
}

OPERATION void rows_words_push_latent_constant(
  RowsWords self, RowsLatentIn value, RowsComparison comparison, float target) {
  PUSH_BY_COMPARISON(target)
}

OPERATION void rows_words_push_row(
  RowsWords self, RowsMoneyIn value, RowsComparison comparison, RowsMoneyIn target) {
  PUSH_BY_COMPARISON(target[i])
}

OPERATION void rows_words_push_row_constant(
  RowsWords self, RowsMoneyIn value, RowsComparison comparison, double target) {
  PUSH_BY_COMPARISON(target)
}

// Bit b is the month b months ago; where `last` has passed, the months since are left out.
OPERATION void rows_words_count(
  RowsWords self, RowsWordsIn words, int32_t months, RowsMoneyIn last, double month) {
  EACH_DOUBLE {
    const double passed = month - last[i];
    const double shift = passed > 32.0 ? 32.0 : passed < 0.0 ? 0.0 : passed;
    const uint64_t asked = ((uint64_t)1 << months) - 1;
    const uint32_t mask = (uint32_t)(asked & (~(uint64_t)0 << (uint64_t)shift));
    self[i] += (uint32_t)__builtin_popcount(words[i] & mask);
  }
}

OPERATION void rows_words_add(RowsWords self, RowsWordsIn other) {
  EACH_FLOAT self[i] += other[i];
}

OPERATION void rows_words_clear_month(RowsWords self, RowsMoneyIn rule) {
  EACH_DOUBLE self[i] &= rule[i] != 0.0 ? ~1u : ~0u;
}

OPERATION void rows_words_clear(RowsWords self, RowsMoneyIn rule) {
  EACH_DOUBLE self[i] &= rule[i] != 0.0 ? 0u : ~0u;
}

OPERATION uint64_t rows_words_sum(RowsWordsIn self, int32_t count) {
  uint64_t sum = 0;
  for (int32_t i = 0; i < count; ++i) sum += self[i];
  return sum;
}

OPERATION uint64_t rows_words_sum_of_squares(RowsWordsIn self, int32_t count) {
  uint64_t sum = 0;
  for (int32_t i = 0; i < count; ++i) sum += (uint64_t)self[i] * self[i];
  return sum;
}
