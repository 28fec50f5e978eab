import assert from 'node:assert/strict';
import { seedText } from '../unit/support/findings';
import { RawServer } from './rawServer';

/** What a coder types, letter by letter, and takes back. */
const TYPED = [
  'Yes. Article 3: the parties consult each other without delay.',
  '370 Belarus\n705 Kazakhstan\n',
  'January 17, 1996; June 30, 2004',
  '13. Number of times alliance renewed',
  'see ATOP 3150 and http://example.org/a b',
];

const OPEN = 3;

/** What the heap may grow by over all edits but the first, in bytes. */
export const HEAP_BOUND = 2_000_000;

/** Makes a server tell the size of its heap, after a collection, again and again. */
const TELLING_HEAP = [
  '--expose-gc',
  '--import',
  `data:text/javascript,setInterval(() => { gc(); gc(); process.stderr.write('heap ' + process.memoryUsage().heapUsed + '\\n'); }, 500).unref();`,
];

/** The documents that a coder has open, and the server's memory while they are worked on. */
class Session {
  readonly server = new RawServer(TELLING_HEAP);
  readonly #text = seedText();
  #opened = 0;
  readonly #open: { readonly uri: string; version: number }[] = [];

  async start(): Promise<void> {
    const capabilities = { textDocument: { diagnostic: {} } };
    await this.server.request('initialize', { processId: process.pid, rootUri: null, capabilities }).answer;
    this.server.notify('initialized', {});
    for (let at = 0; at < OPEN; at++) this.#openNext(at);
  }

  /** Types one of the texts into one of the documents, and takes it back; gives the number of edits. */
  async type(round: number): Promise<number> {
    const document = this.#open[round % OPEN]!;
    const typed = TYPED[round % TYPED.length]!;
    // A line of an answer: what is typed there grows at its beginning.
    const line = 5 + ((round * 7) % 200);
    const at = { line, character: 0 };
    for (const letter of Array.from(typed).toReversed()) {
      this.#change(document, { range: { start: at, end: at }, text: letter });
      await this.#ask(document.uri, at, round);
    }
    const lines = typed.split('\n');
    const end = { line: line + lines.length - 1, character: lines.at(-1)!.length };
    this.#change(document, { range: { start: at, end }, text: '' });
    if (round % 5 === 0) this.#reopen(round % OPEN);
    return typed.length + 1;
  }

  /** The heap's size once everything is collected that can be. */
  async heap(): Promise<number> {
    const told = (): number[] =>
      Array.from(this.server.stderr.matchAll(/^heap (\d+)$/gm), ([, size]) => Number(size));
    const before = told().length;
    while (told().length < before + 3) await this.server.told();
    return told().at(-1)!;
  }

  /** What the server finds in the documents, which are again what they were. */
  async findings(): Promise<number[]> {
    return Promise.all(
      this.#open.map(async ({ uri }) => {
        const { result } = await this.server.request('textDocument/diagnostic', { textDocument: { uri } })
          .answer;
        return (result as { items: { code: string }[] }).items.filter(
          ({ code }) => code !== 'duplicate-sheet',
        ).length;
      }),
    );
  }

  #openNext(at: number): void {
    const uri = `file:///soak/${++this.#opened}.atop`;
    this.#open[at] = { uri, version: 1 };
    const opened = { uri, languageId: 'atop', version: 1, text: this.#text };
    this.server.notify('textDocument/didOpen', { textDocument: opened });
  }

  #reopen(at: number): void {
    this.server.notify('textDocument/didClose', { textDocument: { uri: this.#open[at]!.uri } });
    this.#openNext(at);
  }

  #change(document: { readonly uri: string; version: number }, change: unknown): void {
    document.version++;
    this.server.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges: [change],
    });
  }

  async #ask(uri: string, position: unknown, round: number): Promise<void> {
    const textDocument = { uri };
    const asked = [
      this.server.request('textDocument/diagnostic', { textDocument }),
      this.server.request('textDocument/semanticTokens/full', { textDocument }),
      ...(round % 4 === 0
        ? [this.server.request('textDocument/completion', { textDocument, position })]
        : []),
      ...(round % 6 === 0
        ? [this.server.request('textDocument/codeAction', codeActionsAt(uri, position))]
        : []),
    ];
    for (const { answer } of asked) assert.equal((await answer).error, undefined);
  }
}

function codeActionsAt(uri: string, position: unknown): object {
  return { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [] } };
}

/** What a soak showed. */
export interface Soaked {
  readonly edits: number;
  /** By how many bytes the heap grew after the first fifth of the edits. */
  readonly growth: number;
}

/** Lets a coder type so many edits into a real server. Fails where the sheets are not found as they were. */
export async function soak(count: number): Promise<Soaked> {
  const session = new Session();
  try {
    await session.start();
    const before = await session.findings();
    let edits = 0;
    let round = 0;
    while (edits < count / 5) edits += await session.type(round++);
    const warm = await session.heap();
    while (edits < count) edits += await session.type(round++);
    const growth = (await session.heap()) - warm;
    assert.deepEqual(await session.findings(), before);
    return { edits, growth };
  } finally {
    session.server.kill();
  }
}
