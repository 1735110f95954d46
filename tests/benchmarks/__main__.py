"""Run every benchmark of this folder and print its tables."""

import importlib
import pkgutil

from tests import benchmarks

for module in sorted(pkgutil.iter_modules(benchmarks.__path__), key=lambda m: m.name):
    if not module.name.startswith("_"):
        measured = importlib.import_module(f"tests.benchmarks.{module.name}")
        if hasattr(measured, "main"):
            print(f"\n## {(measured.__doc__ or module.name).splitlines()[0]}\n", flush=True)
            measured.main()
