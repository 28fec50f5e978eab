import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'mocha';
import { StdioReader } from '../../../server/src/stdioReader';

function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A client's bytes, and what a server reads of them and complains of. */
class Client {
  readonly read: unknown[] = [];
  readonly errors: string[] = [];
  isGone = false;
  readonly #stream = new PassThrough();

  constructor() {
    const reader = new StdioReader(this.#stream);
    reader.onError(({ message }) => this.errors.push(message));
    reader.onClose(() => (this.isGone = true));
    reader.listen(message => this.read.push(message));
  }

  async sends(...pieces: (string | Uint8Array)[]): Promise<void> {
    for (const piece of pieces) {
      this.#stream.write(piece);
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  async hangsUp(): Promise<void> {
    this.#stream.destroy();
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe('what a server reads over stdio', () => {
  it('is all that has come in one piece, in its order', async () => {
    const client = new Client();
    await client.sends(framed('{"id":1}') + framed('{"id":2}') + framed('{"id":3}'));
    assert.deepEqual(client.read, [{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('is a message in as many pieces as it has bytes', async () => {
    const client = new Client();
    const bytes = Buffer.from(framed('{"text":"six months’ notice"}') + framed('{"id":2}'));
    await client.sends(...Array.from(bytes, byte => Uint8Array.of(byte)));
    assert.deepEqual(client.read, [{ text: 'six months’ notice' }, { id: 2 }]);
    assert.deepEqual(client.errors, []);
  });

  it('is what follows on a message that is no JSON, of which it is told', async () => {
    const client = new Client();
    await client.sends(framed('{"id":') + framed('') + framed('{"id":2}'));
    assert.deepEqual(client.read, [{ id: 2 }]);
    assert.equal(client.errors.length, 2);
  });

  it('is what comes behind a header without a length, of which it is told', async () => {
    const client = new Client();
    await client.sends('Content-Type: json\r\n\r\n' + framed('{"id":1}'));
    await client.sends('Content-Length: many\r\n\r\n' + framed('{"id":2}'));
    await client.sends('Content-Length 9\r\n\r\n' + framed('{"id":3}'));
    assert.deepEqual(client.read, [{ id: 1 }, { id: 2 }, { id: 3 }]);
    assert.deepEqual(client.errors.slice(0, 2), [
      'A message came without its Content-Length.',
      'The Content-Length of a message must be a number, and is “many”.',
    ]);
    assert.equal(client.errors.length, 3);
  });

  it('ends where the client hangs up', async () => {
    const client = new Client();
    await client.sends(framed('{"id":1}'));
    await client.hangsUp();
    assert.ok(client.isGone);
  });
});
