import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { jsonOf } from './connection/messageJson';

/**
 * Writes messages to a stream, each in one piece: the library's own writer sends the header by itself, for
 * which a client is woken twice.
 */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #failures = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolves once the stream has taken the message; rejects where it cannot. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const json = jsonOf(message);
      const framed = `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
      this.#stream.write(framed, error => {
        if (!error) {
          this.#failures = 0;
          resolve();
          return;
        }
        this.#failures++;
        this.fireError(error, message, this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    // The stream is the process's own and ends with it.
  }
}
