"""Tables in Markdown, and how figures are written in them."""

import statistics


def table(head, rows):
    """A table whose columns after the first are set to the right."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1)] + rows
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def time_of(seconds):
    """Seconds or milliseconds with three digits."""
    if seconds < 1:
        return f"{digits(seconds * 1e3)} ms"
    return f"{digits(seconds)} s"


def spread_of(values):
    """A median and, in brackets, the range."""
    middle = time_of(statistics.median(values))
    if len(values) == 1:
        return middle
    return f"{middle} ({time_of(min(values))}–{time_of(max(values))})"


def megabytes(size):
    return f"{size / 1e6:.0f} MB"


def digits(value):
    """Three significant digits without an exponent."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}" if value >= 1 else f"{value:.2f}"


class Target:
    """What the project asks of a figure: at least or at most `must`, and what it aims at."""

    def __init__(self, name, value, must, aim, unit="", at_most=False):
        self.name, self.value, self.must, self.aim = name, value, must, aim
        self.unit, self.at_most = unit, at_most

    def row(self):
        sign = "≤" if self.at_most else "≥"
        bounds = [f"{sign} {bound:g}{self.unit}" for bound in (self.must, self.aim)]
        reached = "aim" if self.holds(self.aim) else "must" if self.holds(self.must) else "missed"
        return [self.name, f"{digits(self.value)}{self.unit}", *bounds, reached]

    def holds(self, bound):
        return self.value <= bound if self.at_most else self.value >= bound


def target_table(targets):
    return table(["target", "measured", "must", "aim", "reached"], [t.row() for t in targets])
