"""What the programs of bench/ share: a process timed, a figure beside its bar, a record."""
import datetime
import json
import os
import platform
import subprocess
import sys
import time


def run(args, allowed=(0, 1), output=os.devnull):
    """Returns (seconds, peak resident MB) of one process; its standard output goes to the file `output`."""
    start = time.perf_counter()
    with open(output, 'wb') as out, open(os.devnull, 'wb') as null:
        p = subprocess.Popen(args, stdout=out, stderr=null)
        _, status, usage = os.wait4(p.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    p.returncode = code
    if code not in allowed:
        sys.exit(f'bench: {args} ended with {code}')
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def best(args, runs=5):
    results = [run(args) for _ in range(runs)]
    return min(r[0] for r in results), max(r[1] for r in results)


def asked(args):
    """Returns what a program that prints one JSON object says."""
    p = subprocess.run(args, stdout=subprocess.PIPE)
    if p.returncode != 0:
        sys.exit(f'bench: {args} ended with {p.returncode}')
    return json.loads(p.stdout)


def machine():
    model = next((line.split(':', 1)[1].strip() for line in open('/proc/cpuinfo', encoding='utf-8') if line.startswith('model name')), '')
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30
    return f'{platform.machine()}, {os.cpu_count()} cores' + (f' ({model})' if model else '') + f', {memory:.0f} GB'


def version():
    """The commit that is measured, with + where files differ from it."""
    git = lambda *a: subprocess.run(['git', *a], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.strip()
    return git('rev-parse', '--short', 'HEAD') + ('+' if git('status', '--porcelain', '--untracked-files=no') else '')


class Sheet:
    """Figures, each beside its bar. A bar is '<= 5', '>= 5', '= 5' or nothing."""

    def __init__(self, record=None):
        self.record_file, self.missed, self.figures = record, [], {}
        print(f'{datetime.date.today()}, {machine()}', flush=True)

    def figure(self, name, value, bar=''):
        kind, _, limit = bar.partition(' ')
        ok = not bar or {'<=': value <= float(limit), '>=': value >= float(limit), '=': value == float(limit)}[kind]
        self.figures[name] = value
        if not ok:
            self.missed.append(name)
        digits = 2 if abs(value) < 1000 else 0
        print(f"{name:92} {value:12,.{digits}f}  {bar:>9}{'' if ok else '  MISSED'}", flush=True)

    def unmeasured(self, name, why):
        """A figure that has a bar and could not be had: missed."""
        self.missed.append(name)
        print(f'{name:92} {"-":>12}  not measured: {why}  MISSED', flush=True)

    def record(self, what, **values):
        """Appends one JSON line to the file of --record, as soon as it is known."""
        if not self.record_file:
            return
        rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()}
        os.makedirs(os.path.dirname(os.path.abspath(self.record_file)), exist_ok=True)
        with open(self.record_file, 'a', encoding='utf-8') as f:
            f.write(json.dumps({'date': str(datetime.date.today()), 'machine': machine(), 'commit': version(), 'what': what, **rounded}, ensure_ascii=False) + '\n')
