/** The command line `atop-sheets`: the same service as the editor's, from a shell. */
import { constants } from 'node:os';
import { isoToday } from './answers';
import { discardUnfinished } from './cli/outputFile';
import { runProgram } from './cli/program';
import { Terminal } from './cli/terminal';

const terminal = new Terminal(process, process.env);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    discardUnfinished();
    terminal.fail('Interrupted. No file was left half written.');
    process.exit(128 + constants.signals[signal]);
  });
}

void runProgram(process.argv.slice(2), {
  cwd: process.cwd(),
  stdin: process.stdin,
  terminal,
  today: isoToday(),
  exitCode: 0,
}).then(exitCode => {
  process.exitCode = exitCode;
});
