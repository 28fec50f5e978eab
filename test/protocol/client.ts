import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

/** The bundle that ships: the protocol is tested on what users run. */
const SERVER = join(__dirname, '..', '..', 'dist', 'server', 'server.js');

/** What VS Code can do, as far as this server asks. */
export const PULLING: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    codeAction: { resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true } },
  },
};

/** A client that waits for what the server sends. */
export const WAITING: ClientCapabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };

/** A real server process over stdio, and a JSON-RPC client that talks to it. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #published: PublishDiagnosticsParams[] = [];
  #onPublished: (() => void) | undefined;
  #stderr = '';

  /**
   * @param program The server's script.
   * @param cwd The folder that it runs in.
   * @param options Options of Node itself.
   */
  constructor(program = SERVER, cwd = process.cwd(), options: readonly string[] = []) {
    this.#process = spawn(process.execPath, [...options, program, '--stdio'], { cwd });
    this.#process.stderr.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()));
    const reader = new StreamMessageReader(this.#process.stdout);
    // It would wait for ever for the rest of what a server was killed over.
    reader.partialMessageTimeout = 0;
    this.connection = createProtocolConnection(reader, new StreamMessageWriter(this.#process.stdin));
    this.connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.#published.push(params);
      this.#onPublished?.();
    });
    this.connection.listen();
  }

  /** Says hello as an editor does. */
  async initialize(
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    folders: readonly string[] = [],
  ): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      workspaceFolders: folders.length === 0 ? null : folders.map(uri => ({ uri, name: uri })),
      capabilities,
      ...(initializationOptions !== undefined && { initializationOptions }),
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'atop', version, text },
    });
  }

  /** Asks for the diagnostics of a document. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    if (report.kind !== 'full') throw new Error(`Expected a full report, got ${report.kind}.`);
    return report.items;
  }

  /** Waits until the server has pushed diagnostics that satisfy `isAwaited`. */
  async published(
    isAwaited: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.#published.find(isAwaited);
      if (found) return found;
      await new Promise<void>(resolve => (this.#onPublished = resolve));
    }
  }

  /** All that was pushed so far. */
  get allPublished(): readonly PublishDiagnosticsParams[] {
    return this.#published;
  }

  /** Says goodbye; gives the exit code and what the server complained of on its standard error. */
  async end(): Promise<{ code: number | null; stderr: string }> {
    const exited = once(this.#process, 'exit') as Promise<[number | null]>;
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = await exited;
    this.connection.dispose();
    return { code, stderr: this.#stderr };
  }

  /** For a test that did not come to its goodbye. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Resolves with the exit code when the process ends by itself. */
  async exitCode(): Promise<number | null> {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    const [code] = (await once(this.#process, 'exit')) as [number | null];
    return code;
  }
}
