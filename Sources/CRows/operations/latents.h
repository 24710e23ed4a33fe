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

// Sixteen lanes at a time, in registers from the first term to the last.
typedef float Sixteen __attribute__((ext_vector_type(16), aligned(64)));
#define SIXTEEN(p, at) (*(Sixteen *)((p) + (at)))

typedef struct {
  Sixteen a, b, c, d;
} SixtyFour;

INLINE SixtyFour combined(float c, const RowsTerm *_Nullable terms, int32_t count, int32_t at) {
  SixtyFour sum = {c, c, c, c};
  for (int32_t t = 0; t < count; ++t) {
    const float *_Nonnull row = terms[t].row + at;
    if (terms[t].factor.row) {
      const float *_Nullable f = terms[t].factor.row + at;
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

INLINE void combine(RowsLatent self, float c, const RowsTerm *_Nullable terms, int32_t count) {
  for (int32_t at = 0; at < lane_count(); at += 64) {
    const SixtyFour sum = combined(c, terms, count, at);
    SIXTEEN(self, at) = sum.a;
    SIXTEEN(self, at + 16) = sum.b;
    SIXTEEN(self, at + 32) = sum.c;
    SIXTEEN(self, at + 48) = sum.d;
  }
}

INLINE void autoregress(
  RowsLatent self, RowsFactor persistence, RowsFactor spread, const RowsTerm *_Nullable terms, int32_t count) {
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
