import {
  AbstractMessageReader,
  Disposable,
  RAL,
  type DataCallback,
  type Message,
  type MessageReader,
} from 'vscode-languageserver/node';

/**
 * Reads messages from a stream. All that have come in one piece are handed on at once: the library's own
 * reader lets the event loop go round for each, which an editor waits for at every letter.
 */
export class StdioReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: NodeJS.ReadableStream;
  readonly #buffer = RAL().messageBuffer.create('utf-8');
  readonly #decoder = new TextDecoder();
  /** The bytes of the message whose header has been read; `undefined` while the next header is awaited. */
  #length: number | undefined;

  constructor(stream: NodeJS.ReadableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    const listener = (data: Uint8Array): void => {
      this.#buffer.append(data);
      for (let isRead = true; isRead;) {
        try {
          isRead = this.#readOne(callback);
        } catch (error) {
          // What follows on nonsense may be a message all the same.
          this.fireError(error);
        }
      }
    };
    this.#stream.on('data', listener);
    return Disposable.create(() => this.#stream.off('data', listener));
  }

  /** False where the next message has not come as a whole. Throws where it is none; it is passed then. */
  #readOne(callback: DataCallback): boolean {
    this.#length ??= this.#nextLength();
    const body = this.#length === undefined ? undefined : this.#buffer.tryReadBody(this.#length);
    if (!body) return false;
    this.#length = undefined;
    callback(JSON.parse(this.#decoder.decode(body)) as Message);
    return true;
  }

  #nextLength(): number | undefined {
    const headers = this.#buffer.tryReadHeaders(true);
    if (!headers) return undefined;
    const written = headers.get('content-length');
    const length = Number.parseInt(written ?? '');
    if (length >= 0) return length;
    throw new Error(
      written === undefined
        ? 'A message came without its Content-Length.'
        : `The Content-Length of a message must be a number, and is “${written}”.`,
    );
  }
}
