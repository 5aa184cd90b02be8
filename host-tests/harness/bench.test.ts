/** The bench runs to its end without what it cannot measure, and names that. */
import test from 'ava';
import { Report } from '../bench/report.js';

test.serial('what fails is named, and what follows is still measured', async t => {
  const said: string[] = [];
  const { log } = console;
  console.log = (text: string) => said.push(text);
  t.teardown(() => {
    console.log = log;
  });
  const report = new Report();
  t.is(await report.measure('first', () => 1), 1);
  const broken = () => {
    throw new Error('build/native/bench: spawn ENOEXEC\nmore');
  };
  t.is(await report.measure('second', broken), undefined);
  t.is(await report.attempt('third', () => Promise.reject(new Error('gone'))), undefined);
  t.is(await report.measure('fourth', async () => 4), 4);
  t.deepEqual(said, ['not measured: second: build/native/bench: spawn ENOEXEC', 'not measured: third: gone']);
  t.deepEqual(report.missed, ['second', 'third']);
});
