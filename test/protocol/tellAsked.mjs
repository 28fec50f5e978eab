// Loaded before a program, writes to its standard error what the program asks of the network, of other
// programs and of the disk: `asked: fs.open /a/b.atop`, a line for each call.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { URL } from 'node:url';
import workers from 'node:worker_threads';

const write = fs.writeSync;

function tell(object, name, as, detail = () => '') {
  const original = object[name];
  if (typeof original !== 'function') return;
  object[name] = function (...args) {
    write(2, `asked: ${as} ${detail(args)}\n`);
    return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args);
  };
  // Such as the promise's form of a function.
  Object.defineProperties(object[name], Object.getOwnPropertyDescriptors(original));
}

// Everything that talks over the network, fetch included, comes by these.
tell(net.Socket.prototype, 'connect', 'net.connect');
tell(net.Server.prototype, 'listen', 'net.listen');
tell(dgram, 'createSocket', 'dgram.createSocket');
for (const name of Object.keys(dns))
  if (/^(?:lookup|resolve|reverse)/.test(name)) tell(dns, name, `dns.${name}`);
tell(globalThis, 'fetch', 'fetch');

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  tell(childProcess, name, `child_process.${name}`);
}
tell(workers, 'Worker', 'worker_threads.Worker');

// What takes a path first; all else works on files that were opened by these.
const pathOf = ([path]) => (path instanceof URL ? path.pathname : String(path));
for (const [module, as] of [
  [fs, 'fs'],
  [fs.promises, 'fs.promises'],
]) {
  for (const name of Object.keys(module)) {
    if (
      /^(?:f[a-z]+(?:Sync)?|read|readSync|readv|readvSync|write|writeSync|writev|writevSync|close|closeSync)$/.test(
        name,
      )
    )
      continue;
    if (/^[a-z]/.test(name) && !name.startsWith('_')) tell(module, name, `${as}.${name}`, pathOf);
  }
}
syncBuiltinESMExports();
