import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { ClientFactory } from './languageClient';

/** Clients whose server is a web worker. */
export function workerClients(extensionUri: vscode.Uri): ClientFactory {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'server', 'server.js');
  return (id, name, options) => new WorkerLanguageClient(id, name, script, options);
}

/** Ends the worker together with the client: the library's own leaves it running. */
class WorkerLanguageClient extends LanguageClient {
  readonly #script: vscode.Uri;
  #worker: ServerWorker | undefined;
  #isOver = false;

  constructor(id: string, name: string, script: vscode.Uri, options: LanguageClientOptions) {
    super(id, name, () => this.#startWorker(), options);
    this.#script = script;
  }

  async #startWorker(): Promise<MessageTransports> {
    const script = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#script));
    if (this.#isOver) throw new Error('The client was stopped before its server began.');
    this.#worker = new ServerWorker(script);
    return this.#worker;
  }

  /** A worker that hangs does not answer, and is ended all the same. */
  protected override async shutdown(...args: Parameters<LanguageClient['shutdown']>): Promise<void> {
    try {
      await super.shutdown(...args);
    } finally {
      this.#isOver = true;
      this.#worker?.end();
    }
  }
}

/** A worker that runs the server, and the two ends of its connection. */
class ServerWorker implements MessageTransports {
  readonly #url: string;
  readonly #worker: Worker;
  readonly reader: WorkerReader;
  readonly writer: BrowserMessageWriter;

  /**
   * @param script The server. The worker gets it from memory: VS Code refuses to start one from the
   *   address of an extension that lies on a remote machine.
   */
  constructor(script: string) {
    this.#url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    this.#worker = new Worker(this.#url);
    this.reader = new WorkerReader(this.#worker);
    this.writer = new BrowserMessageWriter(this.#worker);
    // What a server throws and nobody catches ends it, as it ends a process.
    this.reader.onError(() => this.end());
  }

  end(): void {
    this.#worker.terminate();
    URL.revokeObjectURL(this.#url);
    this.reader.close();
  }
}

class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}
