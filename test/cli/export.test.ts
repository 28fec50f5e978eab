import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { variables } from '../../server/src/instrument';
import { publishedVariables } from '../unit/instrument/fixtures';
import { exampleText, Shell } from './shell';

type Row = Readonly<Record<string, string>>;

const rowsIn = (csv: string): Row[] => parse(csv, { columns: true });

/** A sheet of another alliance, made of the real one. */
const renumbered = (id: string) => exampleText(4765, [['ATOP ID: 4765', `ATOP ID: ${id}`]]);

describe('atop-sheets export', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => shell.remove());

  it('makes a row of the real sheet, in which every filled value is the published one', async () => {
    shell.example(4765);
    const { code, stdout } = await shell.run(['export', '4765.atop']);
    const [row] = rowsIn(stdout);
    assert.ok(row);
    for (const { name, of4765 } of publishedVariables()) {
      const value: string | undefined = row[name];
      if (value !== '') assert.equal(Number(value), of4765, name);
    }
    assert.equal(Object.values(row).filter(value => value !== '').length, 58);
    assert.equal(code, 0);
  });

  it('has ATOP’s variables in ATOP’s order, a row a sheet, as RFC 4180 has it', async () => {
    shell.example(1335);
    shell.example(3180, 'later/3180.atop');
    shell.example(4765);
    const { stdout, stderr } = await shell.run(['export']);
    assert.equal(stdout.split('\r\n')[0], variables.map(({ name }) => name).join(','));
    assert.doesNotMatch(stdout.replaceAll('\r\n', ''), /[\r\n]/);
    const rows = rowsIn(stdout);
    assert.deepEqual(
      rows.map(({ atopid, begyr, bilat, mem3 }) => [atopid, begyr, bilat, mem3]),
      [
        ['1335', '1879', '1', ''],
        ['4765', '1996', '1', ''],
        ['3180', '1949', '0', '200'],
      ],
    );
    assert.equal(stderr, 'Exported 3 sheets. 32 values wait for a coder; --report lists them.\n');
  });

  it('writes a file, and beside it the report of what stays blank', async () => {
    shell.example(4765);
    const { code, stdout, stderr } = await shell.run(['export', '-o', 'atop.csv']);
    assert.deepEqual(
      [code, stdout, stderr],
      [0, '', 'Exported 1 sheet to atop.csv. 13 values wait for a coder: atop.report.csv.\n'],
    );
    assert.equal(rowsIn(shell.read('atop.csv'))[0]?.['length'], '120');
    const report = rowsIn(shell.read('atop.report.csv'));
    assert.equal(report.length, 13);
    assert.deepEqual(
      report.find(({ variable }) => variable === 'interv'),
      {
        sheet: '4765',
        variable: 'interv',
        question: '56',
        reason: 'Question 56 is answered Yes; which of ATOP’s codes applies is for a coder to decide.',
        file: '4765.atop',
        line: '235',
      },
    );
    assert.deepEqual(shell.files(), ['4765.atop', 'atop.csv', 'atop.report.csv']);
  });

  it('writes the report as JSON or as text, or not at all', async () => {
    shell.example(1335);
    shell.example(4765);
    await shell.run(['export', '-o', 'a.csv', '--report', 'a.json']);
    const report = JSON.parse(shell.read('a.json')) as Row[];
    assert.deepEqual(report.filter(({ sheet }) => sheet === '4765').length, 13);
    await shell.run(['export', '-o', 'b.csv', '--report', 'b.txt']);
    assert.match(
      shell.read('b.txt'),
      /^1335 \(1335\.atop\)\n {2}proren {4}line 37: Question 12 is answered Yes;/,
    );
    assert.match(shell.read('b.txt'), /\n\n4765 \(4765\.atop\)\n/);
    await shell.run(['export', '-o', 'c.csv', '--no-report']);
    assert.deepEqual(
      shell.files().filter(name => name.startsWith('c')),
      ['c.csv'],
    );
  });

  it('writes JSON Lines, with null for a blank', async () => {
    shell.example(4765);
    shell.example(3180);
    await shell.run(['export', '-o', 'atop.jsonl']);
    const rows = shell
      .read('atop.jsonl')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, number | null>);
    assert.deepEqual(
      Object.keys(rows[1] ?? {}),
      variables.map(({ name }) => name),
    );
    assert.deepEqual(
      rows.map(({ atopid, cowid, mem33 }) => [atopid, cowid, mem33]),
      [
        [3180, 3521, 640],
        [4765, null, null],
      ],
    );
  });

  it('writes every answer, as written and as read, in the long form', async () => {
    shell.write('4765.atop', exampleText(4765, [['370 Belarus\n705', '370 Belarus, so "called"\n705']]));
    const { stdout, stderr } = await shell.run(['export', '--long', '4765.atop']);
    const rows = rowsIn(stdout);
    assert.equal(rows.length, 61);
    assert.deepEqual(rows[3], {
      sheet: '4765',
      question: '4',
      label: 'Alliance members',
      text: '370 Belarus, so "called"\n705 Kazakhstan',
      value: '370; 705',
      file: '4765.atop',
      line: '11',
    });
    assert.equal(stderr, 'Exported 1 sheet.\n');
  });

  it('reads standard input', async () => {
    const { stdout } = await shell.run(['export', '-', '--stdin-filename', 'x.atop'], {
      stdin: exampleText(1335),
    });
    assert.equal(rowsIn(stdout)[0]?.['atopid'], '1335');
  });

  it('counts an alliance that ended after the last day of the dataset as in effect', async () => {
    shell.write(
      '4765.atop',
      exampleText(4765, [
        [
          'Still in effect according to Belarus MFA (6/30/04)\nVersion 4.0: In effect as of',
          'November 3, 2018 (',
        ],
        ['in Kazakhstan website\n', 'in Kazakhstan website)\n'],
        ['\nN/A\n', '\nReplaced by another treaty\n'],
      ]).replace(/\( December 27, 2017 according/, '(according'),
    );
    const ends = async (...args: readonly string[]) => {
      const [row] = rowsIn((await shell.run(['export', '4765.atop', ...args])).stdout);
      return [row?.['ineffect'], row?.['endyr'], row?.['endmo'], row?.['endday']];
    };
    assert.deepEqual(await ends(), ['', '', '', '']);
    assert.deepEqual(await ends('--closes', '2016-12-31'), ['1', '0', '0', '0']);
    assert.deepEqual(await ends('--closes', '2020-12-31'), ['0', '2018', '11', '3']);
    const { code, stderr } = await shell.run(['export', '4765.atop', '--closes', '2020-02-30']);
    assert.equal(code, 2);
    assert.match(stderr, /Give a day as 2016-12-31/);
  });

  describe('writes nothing', () => {
    it('where two sheets have one ATOP ID, and names both', async () => {
      shell.example(4765, 'a.atop');
      shell.example(4765, 'b/second.atop');
      shell.example(1335);
      const { code, stderr } = await shell.run(['export', '-o', 'atop.csv']);
      assert.equal(
        stderr,
        'error: b/second.atop: the ATOP ID 4765 is that of a.atop as well.\nNothing was written.\n',
      );
      assert.equal(code, 1);
      assert.deepEqual(shell.files(), ['1335.atop', 'a.atop', 'b/second.atop']);
    });

    it('where a file is no sheet, and names it', async () => {
      shell.example(1335);
      shell.write('notes.atop', 'Ask about the treaty of 1921.\n');
      const { code, stderr } = await shell.run(['export', '-o', 'atop.csv']);
      assert.equal(
        stderr,
        'error: notes.atop: no question of the ATOP coding sheet is found in this file.\nNothing was written.\n',
      );
      assert.equal(code, 2);
      assert.deepEqual(shell.files(), ['1335.atop', 'notes.atop']);
    });

    it('where there is no sheet', async () => {
      mkdirSync(shell.path('empty'));
      const { code, stderr } = await shell.run(['export', 'empty', '-o', 'atop.csv']);
      assert.deepEqual([code, stderr], [2, 'error: empty: there is no sheet (*.atop) in this folder.\n']);
      assert.deepEqual(shell.files(), []);
    });

    it('over a file that exists, dataset or report, unless it is told to', async () => {
      shell.example(4765);
      for (const name of ['atop.csv', 'atop.report.csv']) {
        shell.write(name, 'mine');
        const { code, stderr } = await shell.run(['export', '-o', 'atop.csv']);
        assert.deepEqual(
          [code, stderr],
          [2, `error: ${name} exists already. Nothing was written; --force overwrites it.\n`],
        );
        assert.equal(shell.read(name), 'mine');
        assert.deepEqual(shell.files(), ['4765.atop', name]);
        await shell.run(['export', '-o', 'atop.csv', '--force']);
        assert.notEqual(shell.read(name), 'mine');
        shell.remove();
        shell = new Shell();
        shell.example(4765);
      }
    });

    it('where the disk is full', async () => {
      for (let number = 1000; number < 1100; number++)
        shell.write(`${number}.atop`, renumbered(String(number)));
      const { code, stderr } = await shell.run(['export', '-o', 'atop.csv'], { limit: 'ulimit -f 8' });
      assert.match(stderr, /^error: atop\.(?:report\.)?csv: the file would be larger than is allowed\.$/m);
      assert.equal(code, 2);
      assert.equal(shell.files().length, 100);
    });

    it('where the device is full', async () => {
      shell.example(4765);
      const { code, stderr } = await shell.run(['export', '-o', '/dev/full', '--no-report']);
      assert.deepEqual([code, stderr], [2, 'error: /dev/full: no space is left on the disk.\n']);
    });

    it('where it is interrupted', async () => {
      for (let number = 1000; number < 3000; number++)
        shell.write(`${number}.atop`, renumbered(String(number)));
      shell.write('0.atop', 'no sheet');
      // The first file is none, and said to be: that is the moment.
      const { code, stderr } = await shell.run(['export', '-o', 'atop.csv'], {
        limit: 'exec 2>&1',
        onOutput: kill => kill('SIGINT'),
      });
      assert.deepEqual([code, stderr], [130, '']);
      assert.equal(shell.files().length, 2001);
    });

    it('where the folder of the output does not exist, or is the output', async () => {
      shell.example(4765);
      const missing = await shell.run(['export', '-o', 'data/atop.csv']);
      assert.deepEqual(
        [missing.code, missing.stderr],
        [2, 'error: data/atop.csv: no such file or folder.\n'],
      );
      mkdirSync(shell.path('data'));
      const folder = await shell.run(['export', '-o', 'data', '--force']);
      assert.deepEqual([folder.code, folder.stderr], [2, 'error: data: this is a folder.\n']);
    });

    it('where the options do not go together', async () => {
      shell.example(4765);
      for (const [args, message] of [
        [['-o', 'atop.json'], /name the file \.jsonl/],
        [['-o', 'a.csv', '--report', 'a.csv'], /cannot be one file/],
        [['-o', 'a.csv', '--report', 'a.xlsx'], /a report is named \.csv, \.json, \.txt/],
        [['--long', '--report', 'a.csv'], /the long one leaves nothing blank/],
        [['-f', 'xml'], /Allowed choices are csv, jsonl/],
      ] as const) {
        const { code, stderr } = await shell.run(['export', ...args]);
        assert.match(stderr, message);
        assert.equal(code, 2);
      }
      assert.deepEqual(shell.files(), ['4765.atop']);
    });
  });

  it('goes through more sheets than would fit into its memory', async () => {
    const text = exampleText(3180);
    for (let number = 1000; number < 3000; number++)
      shell.write(`${number}.atop`, text.replace('ATOP ID: 3180', `ATOP ID: ${number}`));
    const { code, stderr } = await shell.run(['export', '-o', 'atop.csv'], {
      node: ['--max-old-space-size=40'],
    });
    assert.match(stderr, /^Exported 2000 sheets to atop\.csv\./);
    assert.equal(code, 0);
    assert.equal(shell.read('atop.csv').split('\r\n').length, 2002);
  }).timeout(300_000);
});
