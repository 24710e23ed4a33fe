#include "Lanes.h"

INLINE double positive_part(double x) { return 0.0 > x ? 0.0 : x; }

OPERATION void rows_multiply_onto(RowsMoney self, RowsMoneyIn factor, RowsMoney sum) {
  EACH_DOUBLE {
    const double product = self[i] * factor[i];
    self[i] = product;
    sum[i] += product;
  }
}

OPERATION void rows_post_twice(
  RowsMoney self, RowsMoney plain, RowsMoneyIn amount, RowsMoneyIn weight, double c) {
  EACH_DOUBLE {
    const double weighted = amount[i] * weight[i];
    plain[i] += weighted;
    self[i] += weighted * c;
  }
}

OPERATION void rows_set_outside(
  RowsMoney self, RowsMoneyIn volume, double over, double above, double under, double below) {
  EACH_DOUBLE {
    self[i] = above * positive_part(volume[i] - over) + below * positive_part(under - volume[i]);
  }
}

OPERATION void rows_set_run_product(
  RowsMoney self, RowsMoneyIn base, double c, RowsWordsIn words, uint32_t mask, double run,
  double single, RowsMoney sum) {
  EACH_DOUBLE {
    const double now = (words[i] & 1) ? single : 0.0;
    const double weight = (words[i] & mask) == mask ? run : now;
    const double product = (base[i] * c) * weight;
    self[i] = product;
    sum[i] += product;
  }
}

OPERATION void rows_raise_count(
  RowsMoney self, RowsWordsIn words, uint32_t mask, int32_t least, RowsMoneyIn ceiling) {
  EACH_DOUBLE {
    const double raised = __builtin_popcount(words[i] & mask) >= least ? ceiling[i] : 0.0;
    self[i] = raised > self[i] ? raised : self[i];
  }
}

OPERATION void rows_replace_first(
  RowsMoney self, RowsMoney first, RowsMoneyIn rule, double vacant, double c) {
  EACH_DOUBLE {
    // A product, for a choice would become masked stores that are read back.
    const double hit = (self[i] == vacant ? 1.0 : 0.0) * rule[i];
    first[i] += hit;
    self[i] = hit != 0.0 ? c : self[i];
  }
}

OPERATION void rows_words_indicate(
  RowsWords self, RowsMoneyIn value, double least) {
  EACH_DOUBLE self[i] = value[i] >= least ? 1u : 0u;
}

OPERATION void rows_words_count(RowsWords self, RowsWordsIn words, RowsWordsIn where) {
  EACH_FLOAT self[i] += words[i] & where[i];
}

OPERATION void rows_words_add(RowsWords self, RowsWordsIn other) {
  EACH_FLOAT self[i] += other[i];
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

// Sixteen lanes at a time, in registers from the first term to the last.
typedef float Sixteen __attribute__((ext_vector_type(16), aligned(64)));
#define SIXTEEN(p, at) (*(Sixteen *)((p) + (at)))

typedef struct {
  Sixteen a, b, c, d;
} SixtyFour;

INLINE SixtyFour combined(float c, const RowsTerm *terms, int32_t count, int32_t at) {
  SixtyFour sum = {c, c, c, c};
  for (int32_t t = 0; t < count; ++t) {
    const float *row = terms[t].row + at;
    if (terms[t].factor.row) {
      const float *f = terms[t].factor.row + at;
      sum.a += SIXTEEN(row, 0) * SIXTEEN(f, 0);
      sum.b += SIXTEEN(row, 16) * SIXTEEN(f, 16);
      sum.c += SIXTEEN(row, 32) * SIXTEEN(f, 32);
      sum.d += SIXTEEN(row, 48) * SIXTEEN(f, 48);
    } else {
      const float f = terms[t].factor.constant;
      sum.a += SIXTEEN(row, 0) * f;
      sum.b += SIXTEEN(row, 16) * f;
      sum.c += SIXTEEN(row, 32) * f;
      sum.d += SIXTEEN(row, 48) * f;
    }
  }
  return sum;
}

INLINE void combine(float *self, float c, const RowsTerm *terms, int32_t count) {
  for (int32_t at = 0; at < lane_count(); at += 64) {
    const SixtyFour sum = combined(c, terms, count, at);
    SIXTEEN(self, at) = sum.a;
    SIXTEEN(self, at + 16) = sum.b;
    SIXTEEN(self, at + 32) = sum.c;
    SIXTEEN(self, at + 48) = sum.d;
  }
}

INLINE void autoregress(
  float *self, RowsFactor persistence, RowsFactor spread, const RowsTerm *terms, int32_t count) {
  for (int32_t at = 0; at < lane_count(); at += 64) {
    const SixtyFour sum = combined(0.0f, terms, count, at);
    const Sixteen parts[4] = {sum.a, sum.b, sum.c, sum.d};
    for (int32_t part = 0; part < 4; ++part) {
      const int32_t from = at + 16 * part;
      const Sixteen p = persistence.row ? SIXTEEN(persistence.row, from) : persistence.constant;
      const Sixteen s = spread.row ? SIXTEEN(spread.row, from) : spread.constant;
      SIXTEEN(self, from) = p * SIXTEEN(self, from) + s * parts[part];
    }
  }
}

OPERATION void rows_latent_combine(
  RowsLatent self, float c, const RowsTerm *_Nullable terms, int32_t count) {
  combine(self, c, terms, count);
}

OPERATION void rows_latent_autoregress(
  RowsLatent self, RowsFactor persistence, RowsFactor spread, const RowsTerm *_Nullable terms,
  int32_t count) {
  autoregress(self, persistence, spread, terms, count);
}

OPERATION void rows_latent_run(
  const RowsStep *_Nullable steps, int32_t count, const RowsTerm *_Nullable terms) {
  for (const RowsStep *step = steps; step < steps + count; ++step) {
    const RowsTerm *first = terms + step->first_term;
    if (step->is_autoregression) {
      autoregress(step->row, step->persistence, step->spread, first, step->terms);
    } else {
      combine(step->row, step->constant, first, step->terms);
    }
  }
}
