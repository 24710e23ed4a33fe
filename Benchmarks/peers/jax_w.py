"""W in JAX on the processor: one scan over months for all bids, in single precision."""

import jax
import jax.numpy as jnp
import numpy as np

from numpy_w import summary
from params import *

CHUNK = 10_000

f = lambda a: jnp.asarray(a, jnp.float32)


def sim(key, n):
    def step(c, xs):
        y, x, idx, a, m1, m2, h, alive, npv, cred, nb = c
        key, dl, ann, dv, d = xs
        k1, k2 = jax.random.split(key)
        z = jax.random.normal(k1, (4, n))
        y = f(phi)[:, None] * y + f(Ld * sig[:, None]) @ z[:3]
        v = jnp.exp(dl[:, None] + y)
        u = f(usw) @ y
        x = rhox * x + sigx * z[3]
        idx = jnp.where(ann, idx * (1 + jnp.clip(mu + x, 0, .05)), idx)
        F = 1 + f(share)[:, None] * (idx - 1)[None]
        vb = v[None]
        q = lambda r: f(r)[:, :, None]
        s = lambda t: f(t)[None, :, None]
        fee = (q(r1) * jnp.minimum(vb, s(th1)) + q(r2) * jnp.clip(vb - s(th1), 0, s(th2 - th1))
               + q(r3) * jnp.maximum(vb - s(th2), 0)
               + q(arc) * jnp.maximum(vb - 1.1 * dv[None, :, None], 0)
               - q(rrc) * jnp.maximum(.9 * dv[None, :, None] - vb, 0)).sum(1)
        fee = (fee + f(fixed)[:, None]) * F
        zz = jax.random.normal(k2, (B, K, n))
        a = f(rho)[None, :, None] * a + jnp.einsum('kl,bln->bkn', f(L8), zz)
        br = (a + f(beta)[:, :, None] * u) > f(thr)[:, :, None]
        rp = br & m1 & m2
        c_ = jnp.minimum(((br.astype(jnp.float32) + rp) * f(w)[:, :, None]).sum(1), .12) * fee
        h = ((h << 1) | br[:, 0]) & 63
        trig = alive & (jax.lax.population_count(h) >= 4)
        pay = (jnp.where(alive, fee - c_, f(repl)[:, None] * F)
               + jnp.where(trig, f(termfee)[:, None], 0))
        return (y, x, idx, a, br, m1, h, alive & ~trig, npv + d * pay,
                cred + jnp.where(alive, c_, 0), nb + jnp.where(alive, br.sum(1), 0)), None

    z = jnp.zeros
    c = (z((3, n)), z(n), jnp.ones(n), z((B, K, n)), z((B, K, n), bool), z((B, K, n), bool),
         z((B, n), jnp.int32), jnp.ones((B, n), bool), z((B, n)), z((B, n)), z((B, n), jnp.int32))
    tt = jnp.arange(T)
    months = (jax.random.split(key, T), f(detlog.T), (tt % 12 == 0) & (tt > 0), f(detvol.T),
              f(disc))
    c, _ = jax.lax.scan(step, c, months)
    return c[8], c[9], c[10], ~c[7]


class Peer:
    """JAX with its own generator; as many threads as processors it may run on."""

    def __init__(self, futures, threads):
        self.chunk = min(CHUNK, futures)
        self.chunks = futures // self.chunk
        self.sim = jax.jit(sim, static_argnums=1)
        jax.block_until_ready(self.sim(jax.random.key(0), self.chunk))

    def round(self, seed):
        keys = jax.random.split(jax.random.key(seed), self.chunks)
        parts = [jax.block_until_ready(self.sim(key, self.chunk)) for key in keys]
        return summary(*[np.concatenate([np.asarray(p) for p in part], axis=1)
                         for part in zip(*parts)])
