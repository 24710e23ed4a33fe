OPERATION void rows_latent_fill(RowsLatent self, float c) { EACH_FLOAT self[i] = c; }

OPERATION void rows_latent_copy(RowsLatent self, RowsLatentIn other) {
  EACH_FLOAT self[i] = other[i];
}

OPERATION void rows_latent_narrow(RowsLatent self, RowsMoneyIn row) {
  EACH_FLOAT self[i] = (float)row[i];
}

OPERATION void rows_latent_add(RowsLatent self, RowsLatentIn other) {
  EACH_FLOAT self[i] += other[i];
}

OPERATION void rows_latent_add_constant(RowsLatent self, float c) { EACH_FLOAT self[i] += c; }

OPERATION void rows_latent_add_scaled(RowsLatent self, RowsLatentIn other, float c) {
  EACH_FLOAT self[i] += other[i] * c;
}

OPERATION void rows_latent_add_product(RowsLatent self, RowsLatentIn a, RowsLatentIn b) {
  EACH_FLOAT self[i] += a[i] * b[i];
}

OPERATION void rows_latent_multiply(RowsLatent self, RowsLatentIn other) {
  EACH_FLOAT self[i] *= other[i];
}

OPERATION void rows_latent_multiply_constant(RowsLatent self, float c) {
  EACH_FLOAT self[i] *= c;
}

// As many lanes as stay in registers from the first term to the last; each level has its number.
typedef float Wide __attribute__((ext_vector_type(LANES_AT_ONCE), aligned(64)));
#define WIDE(p) (*(Wide *)(p))

// What returns such vectors is always inlined, so how a call would return them does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

INLINE Wide combined(float c, const RowsTerm *_Nullable terms, int32_t count, int32_t at) {
  Wide sum = c;
  for (int32_t t = 0; t < count; ++t) {
    const float *_Nullable factor = terms[t].factor.row;
    if (factor) {
      sum += WIDE(terms[t].row + at) * WIDE(factor + at);
    } else {
      sum += WIDE(terms[t].row + at) * terms[t].factor.constant;
    }
  }
  return sum;
}

INLINE Wide value_of(RowsFactor factor, int32_t at) {
  return factor.row ? WIDE(factor.row + at) : (Wide)factor.constant;
}

INLINE void take(const RowsStep *_Nonnull step, const RowsTerm *_Nullable terms) {
  for (int32_t at = 0; at < lane_count(); at += LANES_AT_ONCE) {
    const Wide sum = combined(step->constant, terms, step->terms, at);
    WIDE(step->row + at) = step->is_autoregression
      ? value_of(step->persistence, at) * WIDE(step->row + at) + value_of(step->spread, at) * sum
      : sum;
  }
}

// The constant of an autoregression is 0.
OPERATION void rows_latent_run(
  const RowsStep *_Nullable steps, int32_t count, const RowsTerm *_Nullable terms) {
  for (int32_t i = 0; i < count; ++i) take(&steps[i], terms + steps[i].first_term);
}
