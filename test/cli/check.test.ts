import assert from 'node:assert/strict';
import { chmodSync, linkSync, mkdirSync, symlinkSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Log } from 'sarif';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { rules } from '../../server/src/rules';
import { exampleText, Shell } from './shell';

/** What the real sheet shows, as `line:column severity rule`. */
const SEED_FINDINGS = [
  '31:1 information yes-no-expected',
  '37:1 information yes-no-expected',
  '40:1 warning missing-answer',
  '44:43 information ambiguous-date',
  '47:2 information broken-link',
  '59:1 information stray-link',
  '185:1 information yes-no-expected',
  '193:1 information yes-no-expected',
  '202:1 information yes-no-expected',
  '221:1 information yes-no-expected',
  '235:1 information yes-no-expected',
];

const WRONG_CODE = [['370 Belarus', '371 Belarus']] as const;

describe('atop-sheets check', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => shell.remove());

  it('finds in the real sheet what the editor underlines, one line each, and exits clean', async () => {
    shell.example(4765);
    const { code, stdout, stderr } = await shell.run(['check', '4765.atop']);
    const lines = stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.slice(0, -1).map(line => {
        const [, place, severity, rule] = /^4765\.atop:(\d+:\d+): (\w+): .+ \[([\w-]+)\]$/.exec(line) ?? [];
        return `${place} ${severity} ${rule}`;
      }),
      SEED_FINDINGS,
    );
    assert.equal(lines.at(-1), '1 warning and 10 information in 1 of 1 sheet.');
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('goes through this folder and those below it where no path is given', async () => {
    shell.example(1335);
    shell.example(3180, 'later/3180.atop');
    shell.example(4765, 'node_modules/4765.atop');
    const { code, stdout } = await shell.run(['check']);
    assert.deepEqual([code, stdout], [0, 'Nothing found in 2 sheets.\n']);
  });

  it('exits with 1 where there is an error', async () => {
    shell.write('4765.atop', exampleText(4765, WRONG_CODE));
    const { code, stdout } = await shell.run(['check', '4765.atop']);
    assert.match(stdout, /^4765\.atop:11:1: error: .*371.* \[cow-code-name-mismatch\]$/m);
    assert.equal(code, 1);
  });

  it('exits with 1 from the severity on that it is told', async () => {
    shell.example(4765);
    const codes = [];
    for (const severity of ['error', 'warning', 'information', 'hint'])
      codes.push((await shell.run(['check', '4765.atop', '--max-severity', severity])).code);
    assert.deepEqual(codes, [0, 1, 1, 1]);
  });

  it('leaves out of the report what is less grave than asked for, and counts it', async () => {
    shell.example(4765);
    const { stdout } = await shell.run(['check', '4765.atop', '--show', 'warning']);
    assert.equal(stdout.trimEnd().split('\n').length, 2);
    assert.match(stdout, /1 warning and 10 information/);
  });

  it('takes patterns, and each sheet once', async () => {
    shell.example(1335, 'a/1335.atop');
    shell.example(3180, 'b/3180.atop');
    const { stdout } = await shell.run(['check', '*/1*.atop', 'a', 'a/1335.atop', './a/../a/1335.atop']);
    assert.equal(stdout, 'Nothing found in 1 sheet.\n');
  });

  it('reads standard input, and names it as it is told', async () => {
    const text = exampleText(4765, WRONG_CODE);
    const plain = await shell.run(['check', '-'], { stdin: text });
    assert.match(plain.stdout, /^<stdin>:11:1: error/m);
    const named = await shell.run(['check', '-', '--stdin-filename', 'sheets/4765.atop'], { stdin: text });
    assert.match(named.stdout, /^sheets\/4765\.atop:11:1: error/m);
  });

  it('reads the Windows encoding, UTF-16 and byte order marks as the editor does', async () => {
    const text = exampleText(4765);
    shell.write('atop-sheets.json', '{"severity": {"duplicate-sheet": "off"}}');
    shell.write('windows.atop', Buffer.from(text.replace(/[\u2018\u2019\u201c\u201d]/g, '\u00b4'), 'latin1'));
    shell.write('bom.atop', `\ufeff${text}`);
    shell.write('utf16.atop', Buffer.from(`\ufeff${text}`, 'utf16le'));
    shell.write('utf16be.atop', Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    const { stdout } = await shell.run(['check', '--max-severity', 'error']);
    assert.match(stdout, /^4 warnings and 40 information in 4 of 4 sheets\.$/m);
  });

  it('names both of two sheets with one ATOP ID, unless one is a second coder’s copy', async () => {
    shell.example(1335, 'a.atop');
    shell.example(1335, 'later/b.atop');
    shell.example(3180, '3180.atop');
    shell.example(3180, '3180-coder2.atop');
    const { code, stdout } = await shell.run(['check']);
    assert.equal(
      stdout,
      [
        'a.atop:2:13: warning: “b.atop” bears the ATOP ID 1335 too. [duplicate-sheet]',
        'later/b.atop:2:13: warning: “a.atop” bears the ATOP ID 1335 too. [duplicate-sheet]',
        '2 warnings in 2 of 4 sheets.',
        '',
      ].join('\n'),
    );
    assert.equal(code, 0);
    const { stdout: json } = await shell.run(['check', '-f', 'json', 'a.atop', 'later']);
    const [first] = (JSON.parse(json) as { sheets: { findings: { related: unknown[] }[] }[] }).sheets;
    assert.deepEqual(first?.findings[0]?.related, [
      {
        file: 'later/b.atop',
        message: 'ATOP ID 1335 stands here as well.',
        start: { line: 2, column: 13 },
        end: { line: 2, column: 17 },
      },
    ]);
  });

  it('survives any bytes', async () => {
    shell.write(
      'binary.atop',
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256),
    );
    shell.write('empty.atop', '');
    const { code, stdout, stderr } = await shell.run(['check']);
    assert.equal(stdout.match(/\[unknown-instrument\]/g)?.length, 2);
    assert.deepEqual([code, stderr], [0, '']);
  });

  describe('says clearly', () => {
    it('which folder holds no sheet', async () => {
      mkdirSync(shell.path('notes'));
      const { code, stderr } = await shell.run(['check', 'notes']);
      assert.deepEqual([code, stderr], [2, 'error: notes: there is no sheet (*.atop) in this folder.\n']);
    });

    it('which path does not exist', async () => {
      const { code, stderr } = await shell.run(['check', 'sheets/4765.atop']);
      assert.deepEqual([code, stderr], [2, 'error: sheets/4765.atop: no such file or folder.\n']);
    });

    it('which pattern matches nothing', async () => {
      const { code, stderr } = await shell.run(['check', '*.atop']);
      assert.deepEqual([code, stderr], [2, 'error: *.atop: no file matches this pattern.\n']);
    });

    it('which file cannot be read, and checks the others', async () => {
      shell.write('1.atop', exampleText(4765, WRONG_CODE));
      chmodSync(shell.example(3180, '2.atop'), 0);
      shell.example(1335, '3.atop');
      const { code, stdout, stderr } = await shell.run(['check'], { unprivileged: true });
      assert.equal(stderr, 'error: 2.atop: permission denied.\n');
      assert.match(stdout, /^1\.atop:11:1: error/m);
      assert.match(stdout, /in 1 of 2 sheets\. 1 file could not be read\.$/m);
      assert.equal(code, 2);
    });

    it('where links lead round in a circle', async () => {
      symlinkSync(shell.path('b.atop'), shell.path('a.atop'));
      symlinkSync(shell.path('a.atop'), shell.path('b.atop'));
      const { code, stderr } = await shell.run(['check', 'a.atop']);
      assert.deepEqual([code, stderr], [2, 'error: a.atop: links lead round in a circle here.\n']);
    });

    it('what is wrong with the command', async () => {
      for (const [args, message] of [
        [['chekc'], /unknown command 'chekc'[^]*Did you mean check/],
        [['check', '--formta', 'json'], /unknown option '--formta'[^]*Did you mean --format/],
        [['check', '--format', 'xml'], /Allowed choices are text, json, sarif, github/],
        [['check', '--max-severity', 'grave'], /Allowed choices are error, warning, information, hint/],
      ] as const) {
        const { code, stdout, stderr } = await shell.run(args);
        assert.match(stderr, message);
        assert.deepEqual([code, stdout], [2, '']);
      }
    });
  });

  it('goes through a folder that a link leads back into', async () => {
    shell.example(1335, 'a/1335.atop');
    symlinkSync(shell.path('a'), shell.path('a/again'));
    const { code, stdout } = await shell.run(['check', 'a']);
    assert.deepEqual([code, stdout], [0, 'Nothing found in 1 sheet.\n']);
  });

  describe('shows help', () => {
    for (const args of [['--help'], ['help'], ['check', '--help'], ['help', 'check']]) {
      it(`for ${args.join(' ')}, on standard output`, async () => {
        const { code, stdout, stderr } = await shell.run(args);
        assert.match(stdout, /^Usage: atop-sheets/);
        assert.match(stdout, /Exit code: 0/);
        assert.deepEqual([code, stderr], [0, '']);
      });
    }

    it('with examples, for every command', async () => {
      for (const command of ['check', 'fix', 'format', 'export', 'new']) {
        const { stdout } = await shell.run([command, '--help']);
        assert.match(stdout, new RegExp(`\\nExamples:\\n {2}atop-sheets ${command}`), command);
      }
    });
  });

  describe('uses colours', () => {
    const ESCAPE = '\u001b[';
    const colored = async (args: readonly string[], env: Readonly<Record<string, string>>) =>
      (await shell.run(['check', '4765.atop', ...args], { env })).stdout.includes(ESCAPE);

    it('only on a terminal, unless it is told otherwise', async () => {
      shell.example(4765);
      assert.equal(await colored([], {}), false);
      assert.equal(await colored([], { CI: 'true' }), false);
      assert.equal(await colored([], { FORCE_COLOR: '1' }), true);
      assert.equal(await colored([], { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
      assert.equal(await colored(['--color'], {}), true);
      assert.equal(await colored(['--no-color'], { FORCE_COLOR: '1' }), false);
    });
  });

  describe('reports', () => {
    it('JSON', async () => {
      shell.example(1335);
      shell.example(4765);
      const { stdout } = await shell.run(['check', '-f', 'json']);
      const report = JSON.parse(stdout) as {
        sheets: {
          file: string;
          findings: { start: { line: number; column: number }; severity: string; rule: string }[];
        }[];
        summary: unknown;
      };
      assert.deepEqual(
        report.sheets.map(({ file }) => file),
        ['1335.atop', '4765.atop'],
      );
      assert.deepEqual(
        report.sheets[1]?.findings.map(
          ({ start, severity, rule }) => `${start.line}:${start.column} ${severity} ${rule}`,
        ),
        SEED_FINDINGS,
      );
      assert.deepEqual(report.summary, {
        sheets: 2,
        sheetsWithFindings: 1,
        error: 0,
        warning: 1,
        information: 10,
        hint: 0,
      });
    });

    it('SARIF that is valid by its schema, with the place and the rule of each finding', async () => {
      const validate = sarifValidator();
      shell.write('my sheets/4765.atop', exampleText(4765, WRONG_CODE));
      chmodSync(shell.example(3180), 0);
      const { stdout, code } = await shell.run(['check', '-f', 'sarif'], { unprivileged: true });
      const log = JSON.parse(stdout) as Log;
      assert.deepEqual(validate(log), []);
      const [run] = log.runs;
      assert.ok(run?.results);
      assert.equal(run.tool.driver.name, 'atop-sheets');
      assert.deepEqual(
        run.tool.driver.rules?.map(({ id }) => id),
        rules.map(({ id }) => id),
      );
      const error = run.results.find(({ level }) => level === 'error');
      assert.equal(error?.ruleId, 'cow-code-name-mismatch');
      assert.equal(rules[error.ruleIndex ?? -1]?.id, 'cow-code-name-mismatch');
      assert.deepEqual(error.locations?.[0]?.physicalLocation, {
        artifactLocation: { uri: 'my%20sheets/4765.atop' },
        region: { startLine: 11, startColumn: 1, endLine: 11, endColumn: 12 },
      });
      const [invocation] = run.invocations ?? [];
      assert.equal(invocation?.executionSuccessful, false);
      assert.equal(invocation.toolExecutionNotifications?.[0]?.message.text, 'permission denied');
      assert.equal(code, 2);
    });

    it('SARIF of clean sheets', async () => {
      shell.example(1335);
      const { stdout } = await shell.run(['check', '-f', 'sarif']);
      const log = JSON.parse(stdout) as Log;
      assert.deepEqual(sarifValidator()(log), []);
      assert.deepEqual(log.runs[0]?.results, []);
    });

    it('GitHub annotations, with what would break them escaped', async () => {
      shell.write('50%, a:b/4765.atop', exampleText(4765, WRONG_CODE));
      const { stdout, code } = await shell.run(['check', '-f', 'github', '--show', 'error']);
      assert.equal(
        stdout,
        '::error file=50%25%2C a%3Ab/4765.atop,line=11,endLine=11,col=1,endColumn=12,title=cow-code-name-mismatch::COW code 371 is Armenia; Belarus has 370.\n',
      );
      assert.equal(code, 1);
    });

    it('to a file, which it never overwrites unasked', async () => {
      shell.example(4765);
      const first = await shell.run(['check', '-o', 'findings.txt']);
      assert.deepEqual([first.code, first.stdout], [0, '']);
      const findings = shell.read('findings.txt');
      assert.match(findings, /1 warning and 10 information/);
      const second = await shell.run(['check', '-o', 'findings.txt', '-f', 'json']);
      assert.deepEqual(
        [second.code, second.stderr],
        [2, 'error: findings.txt exists already. Nothing was written; --force overwrites it.\n'],
      );
      assert.equal(shell.read('findings.txt'), findings);
      assert.equal((await shell.run(['check', '-o', 'findings.txt', '-f', 'json', '--force'])).code, 0);
      assert.match(shell.read('findings.txt'), /^\{"sheets"/);
      assert.deepEqual(shell.files(), ['4765.atop', 'findings.txt']);
    });
  });

  describe('honours a project file', () => {
    const config = (settings: object) => JSON.stringify(settings);

    it('of the nearest folder above each sheet', async () => {
      shell.write(
        'atop-sheets.json',
        config({ severity: { 'missing-answer': 'error', 'yes-no-expected': 'off' } }),
      );
      shell.write('old/atop-sheets.json', '{ // quiet\n "severity": { "missing-answer": "off", }, }');
      shell.example(4765);
      shell.example(4765, 'old/deep/4765.atop');
      const { code, stdout } = await shell.run(['check', '4765.atop', 'old']);
      assert.match(stdout, /^4765\.atop:40:1: error: .*\[missing-answer\]$/m);
      assert.doesNotMatch(stdout, /^old.*missing-answer/m);
      assert.doesNotMatch(stdout, /^4765\.atop.*yes-no-expected/m);
      assert.match(stdout, /^old\/deep\/4765\.atop:31:1: information: .*yes-no-expected/m);
      assert.equal(code, 1);
    });

    it('for the questions that may stay empty, which differ from folder to folder', async () => {
      shell.write('atop-sheets.json', config({ optionalQuestions: [13, 28] }));
      shell.write('all/atop-sheets.json', config({ optionalQuestions: [] }));
      shell.example(4765);
      shell.example(4765, 'all/4765.atop');
      const { code, stdout } = await shell.run(['check', '--show', 'warning', '4765.atop', 'all']);
      const missing = stdout.split('\n').filter(line => line.includes('[missing-answer]'));
      const { length } = missing.filter(line => line.startsWith('all/4765.atop:'));
      assert.ok(missing.some(line => line.startsWith('all/4765.atop:40:1: warning:')));
      assert.ok(!missing.some(line => line.startsWith('4765.atop:40:1:')));
      assert.ok(length > missing.length - length);
      assert.equal(code, 0);
    });

    it('that names no questions, which is an error', async () => {
      shell.write('atop-sheets.json', config({ optionalQuestions: [28, 430] }));
      shell.example(4765);
      const { code, stderr } = await shell.run(['check']);
      assert.deepEqual(
        [code, stderr],
        [
          2,
          'error: atop-sheets.json:1:26: Numbers of questions, 1 to 61, are expected here: [28, 43, 57].\n',
        ],
      );
    });

    it('that the command names, in place of all others', async () => {
      shell.write('strict.json', config({ severity: { 'missing-answer': 'error' } }));
      shell.write('atop-sheets.json', config({ severity: { 'missing-answer': 'off' } }));
      shell.example(4765);
      assert.equal((await shell.run(['check', '--config', 'strict.json'])).code, 1);
      assert.equal((await shell.run(['check'])).code, 0);
    });

    it('and leaves out what it ignores, also where it is named', async () => {
      shell.write(
        'atop-sheets.json',
        config({
          severity: { 'duplicate-sheet': 'off' },
          ignore: ['drafts/', '*.old.atop', '!keep.old.atop'],
        }),
      );
      for (const name of ['1.atop', 'drafts/2.atop', 'a/3.old.atop', 'a/keep.old.atop'])
        shell.example(1335, name);
      assert.equal((await shell.run(['check'])).stdout, 'Nothing found in 2 sheets.\n');
      assert.equal(
        (await shell.run(['check', 'drafts/2.atop', '1.atop'])).stdout,
        'Nothing found in 1 sheet.\n',
      );
      assert.equal(
        (await shell.run(['check', '2.atop'], { cwd: 'drafts' })).stdout,
        'Nothing found in 0 sheets.\n',
      );
    });

    it('and names what it does not know, with file and place', async () => {
      shell.example(1335, 'sheets/1335.atop');
      shell.write(
        'sheets/atop-sheets.json',
        '{\n  "severity": { "missing-anser": "error", "bad-date": "fatal" },\n  "ignored": []\n}\n',
      );
      const { code, stdout, stderr } = await shell.run(['check', 'sheets']);
      assert.equal(
        stderr,
        [
          'error: sheets/atop-sheets.json:2:17: “missing-anser” is no rule that is known here; did you mean “missing-answer”?',
          'sheets/atop-sheets.json:2:55: A severity is expected here: “error”, “warning”, “information”, “hint”, “off”, “default”.',
          'sheets/atop-sheets.json:3:3: “ignored” is no key that is known here; did you mean “ignore”?',
          '',
        ].join('\n'),
      );
      assert.deepEqual([code, stdout], [2, '']);
    });

    it('and says where it is no JSON', async () => {
      shell.example(1335);
      shell.write('atop-sheets.json', '{\n  "severity": \n}');
      const { code, stderr } = await shell.run(['check']);
      assert.deepEqual(
        [code, stderr],
        [2, 'error: atop-sheets.json:3:1: This is not JSON: value expected.\n'],
      );
    });

    it('and says where the one it is told to use does not exist', async () => {
      shell.example(1335);
      const { code, stderr } = await shell.run(['check', '--config', 'nowhere.json']);
      assert.deepEqual([code, stderr], [2, 'error: nowhere.json: no such file.\n']);
    });
  });

  it('says that standard output is full', async () => {
    shell.example(4765);
    const { code, stderr } = await shell.run(['check'], { limit: 'exec >/dev/full' });
    assert.deepEqual([code, stderr], [2, 'error: Standard output: no space is left on the disk.\n']);
  });

  it('ends quietly where nobody reads on', async () => {
    shell.example(4765, '0.atop');
    for (let number = 1; number < 200; number++) linkSync(shell.path('0.atop'), shell.path(`${number}.atop`));
    const { stdout, stderr } = await shell.run([], { limit: `exec ${pipedToHead(shell)}` });
    assert.equal(stdout.split('\n').length, 2);
    assert.equal(stderr, '');
  });

  it('goes through more sheets than would fit into its memory', async () => {
    shell.write('atop-sheets.json', '{"severity": {"duplicate-sheet": "off"}}');
    shell.example(3180, '0.atop');
    for (let number = 1; number < 2000; number++)
      linkSync(shell.path('0.atop'), shell.path(`${number}.atop`));
    const { code, stdout, stderr } = await shell.run(['check'], { node: ['--max-old-space-size=40'] });
    assert.deepEqual([code, stdout, stderr], [0, 'Nothing found in 2000 sheets.\n', '']);
  }).timeout(300_000);
});

/** A check whose reader goes after the first line. */
function pipedToHead(shell: Shell): string {
  return `/bin/sh -c '"${process.execPath}" "${shell.folder}/bin/cli.js" check | head -n 1'`;
}

function sarifValidator(): (log: unknown) => unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(sarifSchema);
  return log => (validate(log) ? [] : (validate.errors ?? []));
}
