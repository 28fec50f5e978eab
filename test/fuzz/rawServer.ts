import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StreamMessageReader, type Message } from 'vscode-languageserver-protocol/node';

/** The bundle that ships. */
const SERVER = join(__dirname, '..', '..', 'dist', 'server', 'server.js');

/** How long a server may take for anything before it counts as hung. A guard, not a measure. */
const PATIENCE = 60_000;

/** An answer to a request. */
export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** How a server's process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A message as it goes over the wire. */
export function framed(body: string): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

/**
 * A real server process, and a client that sends it any bytes whatever. The client answers what the server
 * asks with `null`, and keeps the answers to its own requests by their ids.
 */
export class RawServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #awaited = new Map<number, (answer: Answer) => void>();
  readonly #ended: Promise<End>;
  #stderr = '';
  #lastId = 0;
  /** Answers to requests that were answered before. */
  answeredAgain = 0;

  /** @param options Options of Node itself. */
  constructor(options: readonly string[] = []) {
    this.#process = spawn(process.execPath, [...options, SERVER, '--stdio']);
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => (this.#stderr += text));
    // A server that has ended takes nothing more.
    this.#process.stdin.on('error', () => undefined);
    this.#ended = new Promise(resolve => {
      this.#process.once('exit', (code, signal) => resolve({ code, signal }));
    });
    const reader = new StreamMessageReader(this.#process.stdout);
    reader.partialMessageTimeout = 0;
    reader.listen(message => this.#receive(message));
  }

  /** What the server wrote to its standard error so far. */
  get stderr(): string {
    return this.#stderr;
  }

  /** Waits until it writes more of that. */
  async told(): Promise<void> {
    await this.#within('word of the server', once(this.#process.stderr, 'data'));
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  sendBytes(bytes: Buffer | string): void {
    if (!this.hasEnded) this.#process.stdin.write(bytes);
  }

  send(message: unknown): void {
    // What JSON has no word for is sent as nothing.
    this.sendBytes(framed(message === undefined ? '' : JSON.stringify(message)));
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Asks, under an id that comes after the last one. */
  request(method: string, params?: unknown): { readonly id: number; readonly answer: Promise<Answer> } {
    const id = ++this.#lastId;
    const answer = this.#within(
      `answer to ${method}`,
      new Promise<Answer>(resolve => this.#awaited.set(id, resolve)),
    );
    // Who does not wait for it does not fail over it either.
    answer.catch(() => undefined);
    this.send({ jsonrpc: '2.0', id, method, params });
    return { id, answer };
  }

  /** Ends what the server reads, as a client does that dies. */
  hangUp(): void {
    this.#process.stdin.end();
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** How the process ended, once it has. Fails where it does not. */
  end(): Promise<End> {
    return this.#within('end of the server', this.#ended);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async #within<T>(what: string, awaited: Promise<T>): Promise<T> {
    const over = new AbortController();
    const late = delay(PATIENCE, undefined, { ref: false, signal: over.signal }).then((): never => {
      throw new Error(`No ${what} within ${PATIENCE / 1000} s.\n${this.#stderr}`);
    });
    // An answer in time ends the wait, which is no failure.
    late.catch(() => undefined);
    try {
      return await Promise.race([awaited, late]);
    } finally {
      over.abort();
    }
  }

  #receive(message: Message): void {
    if ('method' in message) {
      if ('id' in message) this.send({ jsonrpc: '2.0', id: message.id, result: null });
      return;
    }
    const { id, ...answer } = message as Answer & { id?: unknown };
    const resolve = typeof id === 'number' ? this.#awaited.get(id) : undefined;
    if (typeof id !== 'number') return;
    if (resolve === undefined && id >= 1 && id <= this.#lastId) this.answeredAgain++;
    this.#awaited.delete(id);
    resolve?.(answer);
  }
}
