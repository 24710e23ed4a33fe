"""W in NumPy, vectorised over futures in chunks, as a good analyst would write it."""

import multiprocessing

import numpy as np

from params import *

CHUNK = 10_000


def simulate(n, rng, dt):
    """Net present cost, credits, defaults and termination of n futures by bid."""
    f = lambda a: np.asarray(a, dtype=dt)
    V, U, I = world(n, rng, dt, f)
    npv, cred = np.zeros((B, n)), np.zeros((B, n))
    nb, term = np.zeros((B, n), np.int32), np.zeros((B, n), bool)
    L, rk = f(L8), f(rho)[:, None]
    for j in range(B):
        a = np.zeros((K, n), dt)
        m1 = np.zeros((K, n), bool)
        m2 = m1.copy()
        h = np.zeros(n, np.uint8)
        alive = np.ones(n, bool)
        bj, tj, wj = f(beta[j])[:, None], f(thr[j])[:, None], f(w[j])
        for m in range(T):
            F = 1 + dt(share[j]) * (I[m] - 1)
            fee = charge(j, m, V[:, m], n, dt)
            fee *= F
            a = rk * a + L @ rng.standard_normal((K, n), dtype=dt)
            br = (a + bj * U[m]) > tj
            rep = br & m1 & m2
            m2, m1 = m1, br
            c = np.minimum(wj @ br.astype(dt) + wj @ rep.astype(dt), dt(cap)) * fee
            h = ((h << 1) | br[0]) & 63
            pay = np.where(alive, fee - c, dt(repl[j]) * F)
            cred[j] += np.where(alive, c, 0)
            nb[j] += np.where(alive, br.sum(0), 0)
            trig = alive & (np.bitwise_count(h) >= 4)
            pay += np.where(trig, dt(termfee[j]), 0)
            alive &= ~trig
            npv[j] += disc[m] * pay
        term[j] = ~alive
    return npv, cred, nb, term


def world(n, rng, dt, f):
    """Volumes, demand surprise and index, which all bids share."""
    V, U, I = np.empty((S, T, n), dt), np.empty((T, n), dt), np.empty((T, n), dt)
    y, x, idx = np.zeros((S, n), dt), np.zeros(n, dt), np.ones(n, dt)
    Ld_, dl = f(Ld * sig[:, None]), f(detlog)
    for m in range(T):
        y = f(phi)[:, None] * y + Ld_ @ rng.standard_normal((S, n), dtype=dt)
        V[:, m] = np.exp(dl[:, m, None] + y)
        U[m] = f(usw) @ y
        x = dt(rhox) * x + dt(sigx) * rng.standard_normal(n, dtype=dt)
        if m % 12 == 0 and m > 0:
            idx = idx * (1 + np.clip(dt(mu) + x, 0, dt(.05)))
        I[m] = idx
    return V, U, I


def charge(j, m, v, n, dt):
    """The month's charge before indexation."""
    fee = np.full(n, dt(fixed[j]))
    for s in range(S):
        vs, d0 = v[s], dt(detvol[s, m])
        fee += (dt(r1[j, s]) * np.minimum(vs, dt(th1[s]))
                + dt(r2[j, s]) * np.clip(vs - dt(th1[s]), 0, dt(th2[s] - th1[s]))
                + dt(r3[j, s]) * np.maximum(vs - dt(th2[s]), 0))
        fee += (dt(arc[j, s]) * np.maximum(vs - dt(1 + dead) * d0, 0)
                - dt(rrc[j, s]) * np.maximum(dt(1 - dead) * d0 - vs, 0))
    return fee


def run(n, seed, dt):
    """All futures, chunk by chunk."""
    seeds = np.random.SeedSequence(seed).spawn((n + CHUNK - 1) // CHUNK)
    parts = [simulate(min(CHUNK, n - i * CHUNK), np.random.Generator(np.random.SFC64(s)), dt)
             for i, s in enumerate(seeds)]
    return [np.concatenate(part, axis=1) for part in zip(*parts)]


def summary(npv, cred, nb, term):
    """What every peer reports: means, quantiles, the worst twentieth, and who is cheaper."""
    q = np.quantile(npv, [.1, .5, .9], axis=1)
    k = int(.95 * npv.shape[1])
    worst = np.sort(npv, axis=1)[:, k:].mean(1)
    cheaper = np.array([[(npv[i] < npv[j]).mean() for j in range(B)] for i in range(B)])
    return npv.mean(1), q, worst, cred.mean(1), nb.mean(1), term.mean(1), cheaper


class Peer:
    """NumPy in double precision, one process for each thread."""

    def __init__(self, futures, threads):
        self.futures, self.threads = futures, threads
        if threads > 1:
            self.pool = multiprocessing.get_context("fork").Pool(threads)

    def round(self, seed):
        if self.threads == 1:
            return summary(*run(self.futures, seed, np.float64))
        share = self.futures // self.threads
        tasks = [(share, seed * self.threads + part, np.float64) for part in range(self.threads)]
        parts = self.pool.starmap(run, tasks)
        return summary(*[np.concatenate(part, axis=1) for part in zip(*parts)])
