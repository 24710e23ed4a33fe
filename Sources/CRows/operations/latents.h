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

OPERATION void rows_latent_autoregress_cc(
  RowsLatent self, float persistence, RowsLatentIn innovation, float spread) {
  EACH_FLOAT self[i] = persistence * self[i] + spread * innovation[i];
}

OPERATION void rows_latent_autoregress_cr(
  RowsLatent self, float persistence, RowsLatentIn innovation, RowsLatentIn spread) {
  EACH_FLOAT self[i] = persistence * self[i] + spread[i] * innovation[i];
}

OPERATION void rows_latent_autoregress_rc(
  RowsLatent self, RowsLatentIn persistence, RowsLatentIn innovation, float spread) {
  EACH_FLOAT self[i] = persistence[i] * self[i] + spread * innovation[i];
}

OPERATION void rows_latent_autoregress_rr(
  RowsLatent self, RowsLatentIn persistence, RowsLatentIn innovation, RowsLatentIn spread) {
  EACH_FLOAT self[i] = persistence[i] * self[i] + spread[i] * innovation[i];
}
