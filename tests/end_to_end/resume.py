#!/usr/bin/env python3
"""Batches that are stopped: kill -9 at 30 random moments, a full disk, Ctrl-C, whatever may have been changed meanwhile.

  resume.py [--cordon build/release/cordon] [-k WORD]

The answers of a resumed run must be byte for byte those of an undisturbed one, and nothing but them may be left behind."""
import argparse
import csv
import fcntl
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CORDON = None
ROWS = 2000
CHECKPOINTS = 4  # rows are doubled until a run saves so often midway: on a slow disk it saves seldom
MOST_ROWS = 128000
KILLS = {'out.jsonl': 20, 'out.csv': 10}


def write_customers(path, rows):
    """Rows of which none is like another, every twelfth a listed name or nearly."""
    r = random.Random(5)
    with open(ROOT / 'data/example/customers.csv', encoding='utf-8') as f:
        example = list(csv.DictReader(f))
    words = sorted({word for row in example for word in row['name'].split()})
    with open(path, 'w', encoding='utf-8', newline='') as f:
        out = csv.writer(f)
        out.writerow(['id', 'name', 'schema', 'birth_date', 'country'])
        for i in range(rows):
            like = r.choice(example)
            name = like['name'] if i % 12 == 0 else ' '.join(r.sample(words, 3))
            day = f'{r.randint(1930, 2005)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}' if i % 500 else '31.31.1950'
            out.writerow([f'C{i}', name if i % 700 else '?!', like['schema'], day, like['country']])


def checkpoints_of_a_run(folder):
    """How many checkpoints a run of customers.csv leaves behind some of its answers."""
    process = subprocess.Popen([CORDON, 'screen', '-s', 'lists.cordon', 'customers.csv', '-o', 'out.jsonl', '--checkpoint', 'ck'], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen = set()
    while process.poll() is None:
        if (now := read(folder / 'ck')) and '"is_whole":false' in now:
            seen.add(answers_in(now))
        time.sleep(.002)
    (folder / 'out.jsonl').unlink()
    return len(seen - {0})


class Batch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.top = pathlib.Path(tempfile.mkdtemp(prefix='cordon-resume-'))
        lines = (ROOT / 'data/example/list.ftm.jsonl').read_text(encoding='utf-8').splitlines(keepends=True)
        for name, kept in (('lists', lines), ('fewer', lines[:300])):
            (cls.top / f'{name}.ftm.jsonl').write_text(''.join(kept), encoding='utf-8')
            subprocess.run([CORDON, 'build', f'{name}.ftm.jsonl', '--list', 'example', '-o', f'{name}.cordon'], cwd=cls.top, check=True,
                           capture_output=True)
        rows = ROWS
        while True:
            write_customers(cls.top / 'customers.csv', rows)
            if rows >= MOST_ROWS or checkpoints_of_a_run(cls.top) >= CHECKPOINTS:
                break
            rows *= 2
        write_customers(cls.top / 'few.csv', 300)
        cls.whole = {}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.top)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=self.top))
        for name in ('customers.csv', 'few.csv', 'lists.cordon', 'fewer.cordon'):
            shutil.copy(self.top / name, self.folder)

    def command(self, output='out.jsonl', *more, inputs=('customers.csv',), snapshot='lists.cordon', checkpoint='ck'):
        return [CORDON, 'screen', '-s', snapshot, *inputs, *(['-o', output] if output else []),
                *(['--checkpoint', checkpoint] if checkpoint else []), *more]

    def run_to_end(self, *args, expected=(1, 2), folder=None, **options):
        done = subprocess.run(self.command(*args, **options), cwd=folder or self.folder, capture_output=True, text=True, timeout=300)
        self.assertIn(done.returncode, expected, done.stderr)
        return done.stderr

    def start(self, *args, **options):
        return subprocess.Popen(self.command(*args, **options), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def undisturbed(self, output):
        """Returns (bytes, summary, seconds) of a run without --checkpoint; made once for each output."""
        if output not in self.whole:
            begin = time.monotonic()
            errors = self.run_to_end(output, checkpoint=None, folder=self.top)
            Batch.whole[output] = ((self.top / output).read_bytes(), summary(errors), time.monotonic() - begin)
        return self.whole[output]

    def assert_whole(self, output, errors):
        wanted, counts, _ = self.undisturbed(output)
        self.assertTrue((self.folder / output).read_bytes() == wanted, 'the answers differ')
        self.assertEqual(summary(errors), counts)
        self.assertEqual(self.left(), {output})
        self.assertEqual((self.folder / output).stat().st_mode & 0o777, 0o600)

    def left(self):
        return {p.name for p in self.folder.iterdir()} - {'customers.csv', 'few.csv', 'lists.cordon', 'fewer.cordon'}

    def start_and_wait(self, *args, answers=1, **options):
        """Starts a run and waits for its first checkpoint that has so many answers."""
        before = read(self.folder / 'ck')
        process = self.start(*args, **options)
        while process.poll() is None and ((now := read(self.folder / 'ck')) in (None, before) or answers_in(now) < answers):
            time.sleep(.002)
        return process

    def stop_midway(self, *args, by=signal.SIGKILL, **options):
        """Stops a run behind that checkpoint, and returns its exit code and what it said."""
        process = self.start_and_wait(*args, **options)
        process.send_signal(by)
        errors = process.communicate()[1]
        self.assertTrue((self.folder / 'ck').exists(), 'the run was over before it was stopped')
        return process.returncode, errors

    def refused(self, *args, saying, **options):
        before = {name: (self.folder / name).read_bytes() for name in self.left()}
        done = subprocess.run(self.command(*args, **options), cwd=self.folder, capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 2)
        for words in saying:
            self.assertIn(words, done.stderr)
        self.assertEqual({name: (self.folder / name).read_bytes() for name in self.left()}, before)

    # kill -9

    def test_killed_at_random_moments(self):
        r = random.Random(20)
        for output, kills in KILLS.items():
            seconds = self.undisturbed(output)[2]
            subjects = len(self.undisturbed(output)[0].splitlines())
            done = resumed_midway = 0
            # On a busy machine a run may end before its kill, or a slow disk save seldom: then more are begun.
            while done < kills or (resumed_midway < kills // 5 and done < 5 * kills):
                if done % 2:
                    kill_after(r.uniform(0, .02), self.start_and_wait(output, answers=r.uniform(0, .6) * subjects))
                else:
                    kill_after(r.uniform(0, seconds), self.start(output))
                errors = self.run_to_end(output)
                resumed_midway += 'goes on behind' in errors and 'behind answer 0\n' not in errors
                self.assert_whole(output, errors)
                (self.folder / output).unlink()
                done += 1
            self.assertGreaterEqual(resumed_midway, kills // 5)

    def test_killed_again_and_again(self):
        r = random.Random(21)
        seconds = self.undisturbed('out.jsonl')[2]
        for _ in range(8):
            kill_after(r.uniform(0, .3) * seconds, self.start_and_wait())
        self.assert_whole('out.jsonl', self.run_to_end('out.jsonl', '--jobs', '1'))

    def test_table_counts_what_it_does_not_name(self):
        self.stop_midway('out.txt')
        self.run_to_end('out.txt')
        resumed = (self.folder / 'out.txt').read_text()
        self.run_to_end('plain.txt', checkpoint=None)
        plain = (self.folder / 'plain.txt').read_text()
        self.assertIn('more, counted and not named here', plain)
        self.assertEqual(without_times(resumed), without_times(plain))

    def test_several_inputs_and_their_remarks(self):
        inputs = ('few.csv', 'customers.csv', 'few.csv')
        self.stop_midway(inputs=inputs)
        resumed = self.run_to_end(inputs=inputs)
        plain = self.run_to_end('plain.jsonl', inputs=inputs, checkpoint=None)
        self.assertEqual((self.folder / 'out.jsonl').read_bytes(), (self.folder / 'plain.jsonl').read_bytes())
        lost = [line for line in plain.splitlines() if 'lost:' in line]
        self.assertEqual([line for line in resumed.splitlines() if 'lost:' in line], lost)
        self.assertGreaterEqual(len(lost), 3)

    def test_an_input_without_subjects_counts_once(self):
        (self.folder / 'broken.csv').write_bytes(b'PK\x03\x04 no table')
        inputs = ('broken.csv', 'customers.csv')
        self.stop_midway(inputs=inputs)
        self.run_to_end(inputs=inputs)
        self.run_to_end('plain.jsonl', inputs=inputs, checkpoint=None)
        self.assertEqual((self.folder / 'out.jsonl').read_bytes(), (self.folder / 'plain.jsonl').read_bytes())

    # Other ends

    def test_ctrl_c_and_sigterm(self):
        for name in (signal.SIGINT, signal.SIGTERM):
            code, errors = self.stop_midway(by=name)
            self.assertEqual(code, 2)
            self.assertIn('stopped; the same command goes on behind answer ', errors)
            self.assertEqual(self.left(), {'ck', 'out.jsonl.part'})
            self.assert_whole('out.jsonl', self.run_to_end())
            (self.folder / 'out.jsonl').unlink()

    def test_full_disk(self):
        size = len(self.undisturbed('out.jsonl')[0])
        for limit in (0, 100, size // 2, size - 1):
            full = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))  # as a full disk: write() fails
            done = subprocess.run(self.command(), cwd=self.folder, capture_output=True, text=True, preexec_fn=full, timeout=300)
            self.assertEqual(done.returncode, 2)
            self.assertIn('File too large', done.stderr)
            if limit >= size // 2:
                self.assertIn('out.jsonl.part: File too large; the same command goes on behind answer ', done.stderr)
            self.assertEqual(self.left(), {'ck', 'out.jsonl.part'} if limit >= size // 2 else set())
            self.assert_whole('out.jsonl', self.run_to_end())
            (self.folder / 'out.jsonl').unlink()
            done = subprocess.run(self.command(checkpoint=None), cwd=self.folder, capture_output=True, text=True, preexec_fn=full, timeout=300)
            self.assertEqual(done.returncode, 2)
            self.assertIn('File too large', done.stderr)
            self.assertEqual(self.left(), set())

    def test_stopped_before_the_output_has_its_name(self):
        process = self.start()
        while not (self.folder / 'out.jsonl.part').exists():
            time.sleep(.001)
        (self.folder / 'out.jsonl').mkdir()  # no file takes the place of a folder
        errors = process.communicate()[1]
        self.assertEqual(process.returncode, 2)
        self.assertIn('out.jsonl.part', errors)
        (self.folder / 'out.jsonl').rmdir()
        whole = (self.folder / 'ck').read_bytes()
        self.assert_whole('out.jsonl', self.run_to_end())
        # … and between that and the end of the checkpoint
        (self.folder / 'ck').write_bytes(whole)
        self.assert_whole('out.jsonl', self.run_to_end())
        (self.folder / 'ck').write_bytes(whole)
        with open(self.folder / 'out.jsonl', 'r+b') as f:
            f.write(b'[')
        self.refused(saying=['out.jsonl.part: is not there, but ck goes with it'])

    # Refusals

    def test_what_was_changed_is_refused(self):
        self.stop_midway()
        anew = 'to begin anew, remove ck and out.jsonl.part'
        self.refused('out.jsonl', snapshot='fewer.cordon', saying=['ck: is of a run that began otherwise', 'the snapshot is another', anew])
        self.refused('out.jsonl', '--profile', 'strict', saying=['the profile', 'is another: default', 'now strict', anew])
        self.refused('out.jsonl', '--threshold', '.71', saying=['the profile, of which --threshold'])
        self.refused('out.jsonl', '--top', '3', saying=['the profile, of which --threshold and --top'])
        self.refused('out.jsonl', '--format', 'csv', saying=['--format is another: jsonl, now csv'])
        self.refused('out.jsonl', '--list', 'example', saying=['--list is another: not given, now example'])
        self.refused('out.jsonl', '--schema', 'Person', saying=['--schema is another: not given, now Person'])
        self.refused('out.jsonl', '--map', 'subject.alias=id', saying=['--map is another'])
        self.refused('out.jsonl', inputs=('customers.csv', 'few.csv'), saying=['the inputs are others: customers.csv, now customers.csv, few.csv'])
        self.refused('other.jsonl', saying=['other.jsonl.part: is not there, but ck goes with it'])
        self.refused('out.jsonl', checkpoint='ck2', saying=['out.jsonl.part: holds answers of a run whose checkpoint is not ck2'])
        customers = (self.folder / 'customers.csv').read_bytes()
        (self.folder / 'customers.csv').write_bytes(customers[:-1] + b' ')
        self.refused('out.jsonl', saying=['the input customers.csv was changed:', 'now', 'others', anew])
        (self.folder / 'customers.csv').write_bytes(customers + b'C,A\n')
        self.refused('out.jsonl', saying=['the input customers.csv was changed:', anew])
        (self.folder / 'customers.csv').write_bytes(customers)
        self.run_to_end('out.jsonl', '--jobs', '1')
        self.assertTrue((self.folder / 'out.jsonl').read_bytes() == self.undisturbed('out.jsonl')[0])

    def test_a_part_that_was_changed_is_refused(self):
        self.stop_midway()
        part = self.folder / 'out.jsonl.part'
        whole = part.read_bytes()
        for damaged, word in ((b'[' + whole[1:], 'was changed'), (whole[:100], 'was cut'), (b'', 'was cut')):
            part.write_bytes(damaged)
            self.refused(saying=[f'out.jsonl.part: {word} since ck was written', 'to begin anew, remove ck and'])
        part.write_bytes(whole + b'what nobody marked' * 1000000)
        self.assert_whole('out.jsonl', self.run_to_end())

    def test_a_checkpoint_that_is_none_is_refused(self):
        self.stop_midway()
        whole = (self.folder / 'ck').read_bytes()
        for damaged in (b'', whole[:-1], whole[:200], whole.replace(b'"subjects":', b'"subjects":1', 1), b'id,name\n1,A\n'):
            (self.folder / 'ck').write_bytes(damaged)
            self.refused(saying=['ck: is damaged, or no checkpoint; name another file, or remove it to begin anew'])
        (self.folder / 'ck').write_bytes(whole)
        self.assert_whole('out.jsonl', self.run_to_end())

    def test_two_processes_at_once(self):
        self.stop_midway()
        with open(self.folder / 'out.jsonl.part', 'rb') as part:
            fcntl.flock(part, fcntl.LOCK_EX)
            self.refused(saying=['out.jsonl.part: is being written by another process'])
        self.assert_whole('out.jsonl', self.run_to_end())

    def test_what_does_not_go_with_a_checkpoint(self):
        os.mkfifo(self.folder / 'pipe')
        os.symlink('few.csv', self.folder / 'link')
        before = self.left()
        for args, options, words in [
                (('',), {}, '--checkpoint needs --output FILE'),
                (('-',), {}, '--checkpoint needs --output FILE'),
                (('/dev/null',), {}, '/dev/null: is no regular file'),
                (('out.jsonl',), {'checkpoint': '/dev/null'}, '/dev/null: is no regular file'),
                (('out.jsonl',), {'checkpoint': '-'}, '--checkpoint needs a file'),
                (('out.jsonl',), {'checkpoint': './out.jsonl'}, './out.jsonl: is the output too'),
                (('out.jsonl',), {'checkpoint': 'out.jsonl.part'}, 'out.jsonl.part: is the output too'),
                (('few.csv',), {'inputs': ('few.csv',)}, 'few.csv: is an input'),
                (('out.jsonl',), {'inputs': ('few.csv',), 'checkpoint': 'link'}, 'link: is an input'),
                (('out.jsonl',), {'checkpoint': 'lists.cordon'}, 'lists.cordon: is an input'),
                (('out.jsonl',), {'inputs': ('-',)}, 'standard input: --checkpoint needs INPUT that can be read again'),
                (('out.jsonl',), {'inputs': ('pipe',)}, 'pipe: --checkpoint needs INPUT that can be read again'),
                (('out.jsonl',), {'inputs': ('none.csv',)}, 'none.csv: No such file or directory'),
                (('out.jsonl', '--verify'), {}, '--checkpoint does not go with --verify'),
                (('out.jsonl', '--name', 'A B'), {'inputs': ()}, '--checkpoint is for INPUT files')]:
            done = subprocess.run(self.command(*args, **options), cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  timeout=60)
            self.assertEqual((done.returncode, done.stdout), (2, ''), args)
            self.assertIn(words, done.stderr)
            self.assertEqual(self.left(), before)

    def test_an_input_that_is_written_to_meanwhile(self):
        process = self.start_and_wait()
        os.truncate(self.folder / 'customers.csv', 5000)
        errors = process.communicate()[1]
        self.assertEqual(process.returncode, 2)
        self.assertIn('customers.csv: was written to while it was read', errors)
        self.refused(saying=['the input customers.csv was changed:'])
        # Without a checkpoint what was read stays answered, and the rest is not passed off as screened.
        shutil.copy(self.top / 'customers.csv', self.folder)
        process = self.start('plain.jsonl', checkpoint=None)
        while not [p for p in self.folder.iterdir() if p.name.startswith('plain.jsonl.tmp')]:
            time.sleep(.001)
        os.truncate(self.folder / 'customers.csv', 5000)
        errors = process.communicate()[1]
        self.assertEqual(process.returncode, 2)
        self.assertIn('not_screened', (self.folder / 'plain.jsonl').read_text().splitlines()[-1])


def kill_after(seconds, process):
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()


def read(path):
    try:
        return path.read_text()
    except FileNotFoundError:
        return None


def answers_in(checkpoint):
    return int(re.search(r'"subjects":(\d+)', checkpoint).group(1))


def summary(errors):
    """The line of counts, without time and rate."""
    lines = [line for line in errors.splitlines() if ' subjects: ' in line]
    return lines[-1].rpartition(' · ')[0] if lines else None


def without_times(text):
    return [line.rpartition(' · ')[0] if ' subjects: ' in line else line for line in text.splitlines()]


def main():
    global CORDON
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cordon', default=os.environ.get('CORDON_BIN') or ROOT / 'build/release/cordon')
    ap.add_argument('-k', action='append', default=[])
    a = ap.parse_args()
    CORDON = os.path.abspath(a.cordon)
    os.environ['HOME'] = '/nonexistent'
    unittest.main(argv=[sys.argv[0], *(word for k in a.k for word in ('-k', k))])


if __name__ == '__main__':
    main()
