import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSheet } from '../../server/src/answers';
import { escapeMarkdown, onOneLine, quote } from '../../server/src/features/markdown';
import { atopInstrument } from '../../server/src/instrument';
import { createSheetLanguageService } from '../../server/src/service';
import { serviceCalls } from '../support/serviceCalls';
import { seedAnsweringAll, TODAY } from '../unit/support/findings';

const RULES = 'https://example.org/rules';
const COMMANDS = ['atopSheets.nextUnanswered', 'atopSheets.insertSnippet'];

/** What would run, load, lead away or look like the extension's own words if an editor took it for Markdown. */
const HOSTILE = fc.constantFrom(
  ...[
    '[click](command:workbench.action.quit)',
    '[click](<command:x>)',
    '[a][b]',
    '[b]: command:x',
    '<command:x>',
  ],
  ...[
    '![x](https://evil.example/x.png)',
    '<img src=x onerror=alert(1)>',
    '<a href="command:x">y</a>',
    '<!-- x -->',
  ],
  ...[
    '<script>alert(1)</script>',
    '<details open ontoggle=x>',
    '&lt;img src=x&gt;',
    '&#60;img&#62;',
    '<svg/onload=x>',
  ],
  ...[
    'https://evil.example/',
    'http://evil.example',
    'HTTPS://EVIL.example',
    'www.evil.example',
    'me@evil.example',
  ],
  ...[
    '<https://evil.example>',
    '<me@evil.example>',
    'xmpp:me@evil.example',
    'mailto:me@evil.example',
    'file:///etc',
  ],
  ...[
    'javascript:alert(1)',
    '[x](javascript:alert(1))',
    'vscode://x',
    '[x](vscode://x)',
    '\\[x](command:y)',
    '`',
    '```',
  ],
  ...[
    '~~~',
    '# Heading',
    '===',
    '---',
    '* item',
    '1) item',
    '| a | b |',
    '|---|---|',
    '> quote',
    '**bold**',
    '$(zap)',
  ],
);

const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: HOSTILE },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '370 Belarus',
          '9999 ',
          'Belarus',
          'January 17, 1996',
          'Feb 30, 1996',
          '(',
          ')',
          ', ',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'Yes. ',
          'Defense pact ',
          'NA ',
          'ATOP 3150 ',
          '1996 ',
          '\u202e',
          '\0',
          '\u2028',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', '\n    ', '\n\t', '\\', ' ', '"', '“') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map(parts => parts.join(''));

/** The questions whose answers are quoted, listed, linked or read out somewhere. */
const ASKED = [1, 2, 3, 3, 3, 4, 4, 4, 6, 7, 10, 14, 14, 16, 17, 18, 19, 21, 44, 58, 59, 60, 61];

const sheets = fc
  .array(fc.tuple(fc.constantFrom(...ASKED), words), { minLength: 1, maxLength: 5 })
  .map(answers => seedAnsweringAll(new Map(answers)));

/** Everything within a value that satisfies a test. */
function within<T>(value: unknown, is: (inner: object) => inner is object & T): T[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(is(value) ? [value] : []), ...Object.values(value).flatMap(inner => within(inner, is))];
}

const isMarkdown = (value: object): value is { kind: 'markdown'; value: string } =>
  'kind' in value && value.kind === 'markdown' && 'value' in value;
const isCommand = (value: object): value is { command: string; title: string } =>
  'command' in value && typeof value.command === 'string' && 'title' in value;
const isLink = (value: object): value is { target: string } =>
  'target' in value && typeof value.target === 'string';

/** Fails where an editor that takes the text for Markdown, as VS Code does, would make more of it than words. */
function assertHarmless(text: string): void {
  const check = (token: Token): void => {
    assert.notEqual(token.type, 'html', text);
    assert.notEqual(token.type, 'image', text);
    if (token.type === 'link') assert.ok((token as { href: string }).href.startsWith(`${RULES}/`), text);
  };
  void marked.walkTokens(marked.lexer(text, { gfm: true }), check);
}

/** The words that a paragraph of Markdown shows. */
function shownOf(text: string): string {
  let shown = '';
  void marked.walkTokens(marked.lexer(text, { gfm: true }), token => {
    if (token.type === 'escape' || (token.type === 'text' && !('tokens' in token))) {
      shown += (token as { text: string }).text;
    }
  });
  return shown;
}

/** All that the service tells about a sheet, at places spread over the answers on dates and members. */
function told(text: string, places: readonly number[]): unknown[] {
  const service = createSheetLanguageService({
    today: () => TODAY,
    rulesUri: RULES,
    snippets: { kind: 'command', command: 'atopSheets.insertSnippet' },
    snippetCompletions: true,
    commands: COMMANDS,
  });
  const document = TextDocument.create('file:///sheet.atop', 'atop', 1, text);
  const answers = readSheet(text, atopInstrument).answers.filter(({ question }) =>
    [3, 4, 14].includes(question.number),
  );
  return places.flatMap(place => {
    const { start, end } = answers[place % answers.length] ?? { start: 0, end: text.length };
    const position = document.positionAt(start + Math.floor(((end - start) * place) / 1000));
    return Object.values(serviceCalls).map(ask => ask(service, document, position));
  });
}

describe('a sheet with words that an editor could take for more than words', () => {
  const places = fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 });

  it('has them quoted as they stand', () => {
    fc.assert(
      fc.property(words, text => {
        for (const quoted of [quote(text), `- ${escapeMarkdown(text)}`, `**${escapeMarkdown(text)}**`]) {
          assertHarmless(quoted);
        }
        assert.equal(shownOf(escapeMarkdown(text)), onOneLine(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('gets no link, command, picture or HTML into a hover, a suggestion or a hint', () => {
    let read = 0;
    fc.assert(
      fc.property(sheets, places, (text, at) => {
        for (const { value } of within(told(text, at), isMarkdown)) {
          assertHarmless(value);
          read++;
        }
      }),
      { numRuns: 120 },
    );
    assert.ok(read > 200);
  }).timeout(120_000);

  it('gets no command run but those of the extension, and no address opened but those of the web', () => {
    fc.assert(
      fc.property(sheets, places, (text, at) => {
        const answers = told(text, at);
        for (const { command } of within(answers, isCommand))
          assert.ok(command === '' || COMMANDS.includes(command));
        for (const { target } of within(answers, isLink)) {
          assert.ok(['http:', 'https:'].includes(new URL(target).protocol), target);
        }
      }),
      { numRuns: 80 },
    );
  }).timeout(120_000);
});
