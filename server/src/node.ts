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
import { StdioReader } from './stdioReader';
import { StdioWriter } from './stdioWriter';

const reply = replyTo(process.argv.slice(2), version);
if (reply) {
  (reply.exitCode === 0 ? process.stdout : process.stderr).write(`${reply.text}\n`);
  process.exitCode = reply.exitCode;
} else {
  let isShutDown = false;
  const connection = process.argv.includes('--stdio')
    ? overStdio(() => process.exit(isShutDown ? 0 : 1))
    : createConnection(ProposedFeatures.all);
  startServer(connection, {
    version,
    // Beside the bundle, which stands in `dist/server`.
    rulesUri: pathToFileURL(join(__dirname, '..', '..', 'docs', 'rules')).href,
    files: nodeFiles,
    onShutdown: () => (isShutDown = true),
  });
  connection.listen();
}

/** @param onEnd Is told once the client can say nothing more. */
function overStdio(onEnd: () => void): Connection {
  // Standard output is the client's; what a library has to say would break it.
  globalThis.console = new Console(process.stderr);
  process.stdin.on('end', onEnd).on('close', onEnd);
  return createConnection(
    ProposedFeatures.all,
    new StdioReader(process.stdin),
    new StdioWriter(process.stdout),
  );
}
