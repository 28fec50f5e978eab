import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { alignSheets } from '../../../../server/src/dataset/agreement';
import { openSheet, seedText, withAnswer } from '../../support/sheets';
import { atopInstrument } from '../../../../server/src/instrument';

const seed = seedText();

function aligned(a: string, b: string) {
  const result = alignSheets(openSheet(a), openSheet(b));
  return { ...result, linesA: result.a.split('\n'), linesB: result.b.split('\n') };
}

/** The lines on which two texts differ, counted from 0. */
function differing({ linesA, linesB }: ReturnType<typeof aligned>): number[] {
  return Array.from({ length: Math.max(linesA.length, linesB.length) }, (_, line) => line).filter(
    line => linesA[line] !== linesB[line],
  );
}

/** The question that a line belongs to. */
function questionAt({ parts }: ReturnType<typeof aligned>, line: number): number | undefined {
  return parts.findLast(part => part.line <= line)?.question;
}

describe('two sheets aligned by question', () => {
  it('begin every question on the same line, whatever the coders wrote', () => {
    const other = readFileSync('examples/3180.atop', 'utf8');
    const result = aligned(seed, other);
    for (const { question, line } of result.parts) {
      const start = new RegExp(`^${question}\\. `);
      assert.match(result.linesA[line] ?? '', start);
      assert.match(result.linesB[line] ?? '', start);
    }
    assert.equal(result.parts.length, 61);
  });

  it('differ where the answers do, and nowhere else', () => {
    const second = withAnswer(
      25,
      'Yes. Article 2.',
      withAnswer(13, 'None', withAnswer(4, '370 Belarus', seed)),
    );
    const result = aligned(seed, second);
    assert.deepEqual([...new Set(differing(result).map(line => questionAt(result, line)))], [4, 13, 25]);
  });

  it('do not differ for where lines are broken, questions are reworded or blank lines stand', () => {
    const wrapped = seed.replace(/([^\n]{30}[^\n ]*) (?=[^\n]{20})/g, '$1\n').replace(/\n/g, '\r\n');
    const plain = aligned(seed, wrapped);
    // The days of question 14 are a list, whose lines count, and so is the log behind question 61.
    assert.deepEqual([...new Set(differing(plain).map(line => questionAt(plain, line)))], [14, 61]);
  });

  it('keep every word of every answer', () => {
    const { sheet } = openSheet(seed);
    const words = (text: string) => text.split(/\s+/).filter(word => word !== '');
    const { linesA, parts } = aligned(seed, withAnswer(44, 'One.\n\nTwo.\n\nThree.', seed));
    parts.forEach(({ question, line }, index) => {
      const end = parts[index + 1]?.line ?? linesA.length;
      const written = words(linesA.slice(line, end).join('\n')).join(' ');
      const answer = words(sheet.answerTo(question)?.text ?? '').join(' ');
      assert.ok(written.includes(answer), `question ${question}`);
    });
  });

  it('lead back to the answers of the sheets themselves', () => {
    const { parts } = aligned(seed, withAnswer(3, 'January 17,\n1996', seed));
    const fourth = parts.find(({ question }) => question === 4);
    assert.deepEqual(fourth?.a, { line: 10, character: 0 });
    assert.deepEqual(fourth.b, { line: 11, character: 0 });
  });

  it('leave a gap for a question that one of them lacks', () => {
    const without = seed.replace(/^13\. [^]*?(?=^14\.)/m, '');
    const result = aligned(seed, without);
    const [thirteenth, fourteenth] = [12, 13].map(index => result.parts[index]!);
    assert.equal(thirteenth!.b, null);
    assert.match(result.linesA[thirteenth!.line] ?? '', /^13\. /);
    assert.deepEqual(result.linesB.slice(thirteenth!.line, fourteenth!.line), ['', '', '']);
    assert.match(result.linesB[fourteenth!.line] ?? '', /^14\. /);
  });

  it('show both answers of a doubled question, and the log', () => {
    const fifth = /^5\. [^]*?\n(?=No\n)/m.exec(seed)![0];
    const doubled = seed.replace('\n6. ', `\n${fifth}Yes. The other war.\n\n6. `);
    const result = aligned(seed, doubled);
    assert.ok(result.b.includes('\nNo\nYes. The other war.\n'));
    const logged = aligned(seed, seed.replace(/^Version 4\.0: Q14 revised[^]*$/m, ''));
    assert.ok(logged.a.trimEnd().endsWith('Coulombe on December 27, 2017'));
    assert.ok(logged.b.trimEnd().endsWith('Andrew Long, Ashley Leeds'));
  });

  it('are what they are for texts that hold no sheet', () => {
    const result = aligned('', 'A letter.');
    assert.equal(result.a, result.b);
    assert.ok(result.parts.every(({ a, b }) => a === null && b === null));
    assert.equal(result.parts.length, atopInstrument.sections.flatMap(({ questions }) => questions).length);
  });
});
