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

// Whether no factor of the step is a row.
INLINE int32_t is_constant(const RowsStep *_Nonnull step, const RowsTerm *_Nullable terms) {
  if (step->persistence.row || step->spread.row) return 0;
  for (int32_t t = 0; t < step->terms; ++t) {
    if (terms[t].factor.row) return 0;
  }
  return 1;
}

INLINE Wide value_of(RowsFactor factor, int32_t constant, int32_t at) {
  return constant || !factor.row ? (Wide)factor.constant : WIDE(factor.row + at);
}

INLINE void take(
  const RowsStep *_Nonnull step, const RowsTerm *_Nullable terms, int32_t constant) {
  for (int32_t at = 0; at < lane_count(); at += LANES_AT_ONCE) {
    Wide sum = step->constant;
    for (int32_t t = 0; t < step->terms; ++t) {
      sum += WIDE(terms[t].row + at) * value_of(terms[t].factor, constant, at);
    }
    WIDE(step->row + at) = step->is_autoregression
      ? value_of(step->persistence, constant, at) * WIDE(step->row + at)
        + value_of(step->spread, constant, at) * sum
      : sum;
  }
}

// The constant of an autoregression is 0. Most steps have no factor that is a row; compiled by
// themselves, they need not ask at every term.
OPERATION void rows_latent_run(
  const RowsStep *_Nullable steps, int32_t count, const RowsTerm *_Nullable terms) {
  for (int32_t i = 0; i < count; ++i) {
    const RowsTerm *own = terms + steps[i].first_term;
    if (is_constant(&steps[i], own)) {
      take(&steps[i], own, 1);
    } else {
      take(&steps[i], own, 0);
    }
  }
}
