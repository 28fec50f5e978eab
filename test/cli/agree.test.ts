import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { exampleText, Shell } from './shell';

describe('atop-sheets agree', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
    for (const id of [1335, 4765]) {
      shell.example(id, `first/${id}.atop`);
      shell.example(id, `second/${id}.atop`);
    }
  });
  afterEach(() => shell.remove());

  /** The second coder has left out Kazakhstan. */
  function differ(): void {
    shell.write('second/4765.atop', exampleText(4765, [['705 Kazakhstan\n', '']]));
  }

  it('prints the figures by question and what the coders disagree on, with its places', async () => {
    differ();
    const { code, stdout, stderr } = await shell.run(['agree', 'first', 'second']);
    assert.match(stdout, /^A: first\nB: second\n2 sheets compared: 1335, 4765\n/);
    // Two lists a coder, one of them shared: 1/2 seen, 1/4 by chance; of 4 values 2/4 seen and 10/12 by chance.
    assert.match(stdout, /\n 4 Alliance members +2 +1 +50\.0% +0\.333 +0\.400\n/);
    assert.match(
      stdout,
      /\nDisagreements: 1\n4765, question 4: Alliance members\n {2}A first\/4765\.atop:11: 370 Belarus 705 Kazakhstan\n {2}B second\/4765\.atop:11: 370 Belarus\n$/,
    );
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('compares two sheets, also where one of them has no ATOP ID yet', async () => {
    shell.write('mine.atop', exampleText(4765, [['ATOP ID: 4765', 'ATOP ID:']]));
    const { code, stdout } = await shell.run(['agree', 'first/4765.atop', 'mine.atop']);
    assert.match(stdout, /1 sheet compared: 4765\n/);
    assert.equal(code, 0);
  });

  it('takes one of them from standard input, not both', async () => {
    const stdin = exampleText(4765);
    const { code, stdout } = await shell.run(['agree', '-', 'second/4765.atop'], { stdin });
    assert.deepEqual([code, stdout.includes('1 sheet compared')], [0, true]);
    const both = await shell.run(['agree', '-', '-'], { stdin });
    assert.deepEqual([both.code, both.stderr], [2, 'error: Standard input cannot be both coders’.\n']);
  });

  it('writes the figures for a spreadsheet, and the disagreements beside them', async () => {
    differ();
    const args = ['agree', 'first', 'second', '-f', 'csv', '-o', 'out.csv', '--disagreements', 'list.csv'];
    assert.deepEqual(await shell.run(args), { code: 0, stdout: '', stderr: '' });
    const rows = parse<Record<string, string>>(shell.read('out.csv'), {
      columns: true,
      record_delimiter: '\r\n',
    });
    assert.equal(rows.length, 52);
    assert.deepEqual(
      rows.find(({ question }) => question === '4'),
      {
        question: '4',
        label: 'Alliance members',
        pairs: '2',
        agreed: '1',
        percent: '0.5',
        kappa: String(1 / 3),
        kappa_undefined: '',
        alpha: String(1 - 0.5 / (10 / 12)),
        alpha_undefined: '',
        given_by_one: '0',
        unclear: '0',
      },
    );
    const list = parse<Record<string, string>>(shell.read('list.csv'), {
      columns: true,
      record_delimiter: '\r\n',
    });
    assert.deepEqual(
      list.map(({ atopid, question, kind, line_a, counted_as_a, counted_as_b }) => [
        atopid,
        question,
        kind,
        line_a,
        counted_as_a,
        counted_as_b,
      ]),
      [['4765', '4', 'category', '11', '370; 705', '370']],
    );
  });

  it('writes them for a program', async () => {
    differ();
    const { code, stdout } = await shell.run(['agree', 'first', 'second', '--format', 'json']);
    const report = JSON.parse(stdout) as {
      compared: unknown;
      questions: { question: number; kappa: unknown }[];
      disagreements: unknown[];
    };
    assert.deepEqual(report.compared, [
      { atopid: '1335', a: 'first/1335.atop', b: 'second/1335.atop' },
      { atopid: '4765', a: 'first/4765.atop', b: 'second/4765.atop' },
    ]);
    assert.deepEqual(report.questions.find(({ question }) => question === 6)?.kappa, {
      value: null,
      reason: 'no-variation',
      observed: 1,
      expected: 1,
    });
    assert.equal(report.disagreements.length, 1);
    assert.equal(code, 0);
  });

  it('can count an answer of NA as none', async () => {
    const counted = await shell.run(['agree', 'first', 'second']);
    assert.match(counted.stdout, /\n 2 [^\n]+ 2 +2 +100\.0%/);
    const missing = await shell.run(['agree', 'first', 'second', '--na', 'missing']);
    assert.match(missing.stdout, /\n 2 [^\n]+ 1 +1 +100\.0%/);
  });

  it('fails where an agreement that was asked for is not reached', async () => {
    differ();
    const low = await shell.run(['agree', 'first', 'second', '--min-alpha', '0.99']);
    assert.equal(low.code, 1);
    assert.match(low.stderr, /^error: The alpha of all questions is 0\.9\d\d; 0\.99 was asked for\.\n$/);
    assert.equal((await shell.run(['agree', 'first', 'second', '--min-alpha', '0.9'])).code, 0);
    const undefinedAlpha = await shell.run([
      'agree',
      'first/4765.atop',
      'second/4765.atop',
      '--min-alpha',
      '0.9',
    ]);
    assert.equal(undefinedAlpha.code, 1);
    const wrong = await shell.run(['agree', 'first', 'second', '--min-alpha', 'high']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /Give a number from -1 to 1, such as 0\.8\./);
  });

  it('names the sheets that it cannot match', async () => {
    shell.example(3180, 'first/3180.atop');
    shell.example(6200, 'second/6200.atop');
    shell.example(1335, 'second/copy.atop');
    shell.write('second/draft.atop', exampleText(4765, [['ATOP ID: 4765', 'ATOP ID:']]));
    const { code, stdout } = await shell.run(['agree', 'first', 'second']);
    assert.match(
      stdout,
      /\n1 sheet compared: 4765\nOnly A has 3180: first\/3180\.atop\nOnly B has 6200: second\/6200\.atop\nNot compared, as one coder has several sheets of 1335: [^\n]+\nNot compared, as question 1 gives no ATOP ID: second\/draft\.atop\n/,
    );
    const table = await shell.run(['agree', 'first', 'second', '-f', 'csv']);
    assert.match(table.stderr, /^warning: first\/3180\.atop: the second coder has no sheet of 3180\.\n/);
    assert.deepEqual([code, table.code], [0, 0]);
  });

  it('says so where there is nothing to compare', async () => {
    const { code, stdout, stderr } = await shell.run(['agree', 'first/1335.atop', 'second/4765.atop']);
    assert.equal(stdout, '');
    assert.match(stderr, /first\/1335\.atop: the second coder has no sheet of 1335\.\n/);
    assert.match(stderr, /The coders have no sheet in common\.\n$/);
    assert.equal(code, 2);
  });

  it('compares nothing where a file cannot be read or is no sheet', async () => {
    shell.write('second/notes.atop', 'Ask about article 5.');
    const { code, stdout, stderr } = await shell.run(['agree', 'first', 'second', '-o', 'out.txt']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(
      stderr,
      'error: second/notes.atop: no question of the ATOP coding sheet is found in this file.\nerror: Nothing was compared.\n',
    );
    assert.ok(!shell.has('out.txt'));
    const nowhere = await shell.run(['agree', 'first', 'third']);
    assert.deepEqual([nowhere.code, nowhere.stderr], [2, 'error: third: no such file or folder.\n']);
  });

  it('overwrites nothing unasked and leaves nothing half written', async () => {
    shell.write('out.txt', 'mine');
    const refused = await shell.run([
      'agree',
      'first',
      'second',
      '-o',
      'out.txt',
      '--disagreements',
      'd.csv',
    ]);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /out\.txt exists already\. Nothing was written; --force overwrites it\./);
    assert.equal(shell.read('out.txt'), 'mine');
    assert.ok(!shell.has('d.csv'));
    const forced = await shell.run(['agree', 'first', 'second', '-o', 'out.txt', '--force']);
    assert.equal(forced.code, 0);
    assert.match(shell.read('out.txt'), /2 sheets compared/);
    assert.deepEqual(
      shell.files().filter(file => file.endsWith('.tmp')),
      [],
    );
    const same = await shell.run(['agree', 'first', 'second', '-o', 'x', '--disagreements', 'x']);
    assert.equal(same.code, 2);
    assert.match(same.stderr, /cannot be one file/);
  });

  it('explains itself', async () => {
    const { code, stdout } = await shell.run(['agree', '--help']);
    assert.match(stdout, /^Usage: atop-sheets agree [^]+Krippendorff[^]+Exit code: [^]+Examples:/);
    assert.equal(code, 0);
    const usage = await shell.run(['agree', 'first']);
    assert.deepEqual([usage.code, usage.stdout], [2, '']);
    assert.match(usage.stderr, /missing required argument 'b'/);
  });
});
