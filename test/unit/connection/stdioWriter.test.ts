import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { describe, it } from 'mocha';
import { StreamMessageReader, type Message } from 'vscode-languageserver/node';
import { StdioWriter } from '../../../server/src/stdioWriter';

const message = (text: string): Message => ({ jsonrpc: '2.0', method: 'told', params: [text] }) as Message;

describe('a server’s answers over standard output', () => {
  it('are what the client of the library reads, in their order', async () => {
    const stream = new PassThrough();
    const writer = new StdioWriter(stream);
    const texts = ['Belarus', '“curly”', 'ё🙂', 'x'.repeat(100_000)];
    const read = new Promise<Message[]>(resolve => {
      const messages: Message[] = [];
      new StreamMessageReader(stream).listen(received => {
        if (messages.push(received) === texts.length) resolve(messages);
      });
    });
    await Promise.all(texts.map(text => writer.write(message(text))));
    assert.deepEqual(await read, texts.map(message));
  });

  it('go out in one piece each', async () => {
    const pieces: string[] = [];
    const stream = new Writable({
      write: (piece: Buffer, _, done) => {
        pieces.push(piece.toString());
        done();
      },
    });
    await new StdioWriter(stream).write(message('ё'));
    assert.equal(pieces.length, 1);
    const body = JSON.stringify(message('ё'));
    assert.equal(pieces[0], `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });

  it('fail aloud, with what could not be sent, where the client is gone', async () => {
    const writer = new StdioWriter(new Writable({ write: (_, __, done) => done(new Error('EPIPE')) }));
    const unsent: (Message | undefined)[] = [];
    writer.onError(([error, sent]) => {
      assert.equal(error.message, 'EPIPE');
      if (sent) unsent.push(sent);
    });
    await assert.rejects(writer.write(message('a')), /EPIPE/);
    assert.deepEqual(unsent, [message('a')]);
  });

  it('tell when the stream is closed', async () => {
    const stream = new PassThrough();
    const closed = new Promise<void>(resolve => new StdioWriter(stream).onClose(() => resolve()));
    stream.destroy();
    await closed;
  });
});
