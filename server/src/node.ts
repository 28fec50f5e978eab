/**
 * Starts the server in Node: over the editor's IPC channel, or over `--stdio`, `--socket=<port>`
 * or `--pipe=<name>` for any other client.
 */
import { Console } from 'node:console';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { replyTo } from './commandLine';
import { nodeFiles } from './nodeFiles';
import { startServer } from './server';
import { StdioWriter } from './stdioWriter';

const reply = replyTo(process.argv.slice(2), version);
if (reply) {
  (reply.exitCode === 0 ? process.stdout : process.stderr).write(`${reply.text}\n`);
  process.exitCode = reply.exitCode;
} else {
  const connection = process.argv.includes('--stdio') ? overStdio() : createConnection(ProposedFeatures.all);
  startServer(connection, {
    version,
    // Beside the bundle, which stands in `dist/server`.
    rulesUri: pathToFileURL(join(__dirname, '..', '..', 'docs', 'rules')).href,
    files: nodeFiles,
  });
  connection.listen();
}

function overStdio(): Connection {
  // Standard output is the client's; what a library has to say would break it.
  globalThis.console = new Console(process.stderr);
  // The library takes each of the two as a stream or not, though its types want both alike. As a stream, the
  // input ends the server when it ends.
  const output = new StdioWriter(process.stdout) as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, output);
}
