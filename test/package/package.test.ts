import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { after, before, describe, it } from 'mocha';
import manifest from '../../package.json';
import { PULLING, ServerProcess } from '../protocol/client';
import { SEED_FINDINGS, summary } from '../protocol/seedFindings';
import { handmadePdf, textAt } from '../unit/import/handmadePdf';

const root = resolve(__dirname, '..', '..');

/** The only large part, which nobody loads who imports no PDF. */
const PDF_READER = 'extension/dist/import/readPdf.mjs';

/** What everything else may weigh in the package, in bytes. */
const BUDGET = 500_000;

/** What VS Code or the extension reads when it runs; nothing else belongs into the package. */
const RUNS = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/(?:package|package\.nls|package\.nls\.[a-z-]+|language-configuration)\.json$/,
  /^extension\/(?:readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/LICENSES-THIRD-PARTY\.txt$/,
  /^extension\/dist\/client\/(?:extension|dataset|agreement)\.js$/,
  /^extension\/dist\/client\/(?:dataset|agreement)\.css$/,
  /^extension\/dist\/server\/server\.js$/,
  /^extension\/dist\/import\/readPdf\.mjs$/,
  /^extension\/client\/images\/(?:icon\.png|sheet-(?:light|dark)\.svg|walkthrough\/[a-z]+\.png)$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
  /^extension\/docs\/atop-sheets\.schema\.json$/,
  /^extension\/l10n\/bundle\.l10n(?:\.[a-z-]+)?\.json$/,
  /^extension\/syntaxes\/atop\.tmLanguage\.json$/,
];

/** The targets of the links and pictures of a page. */
function targetsIn(page: string): string[] {
  return Array.from(page.matchAll(/\]\(([^)\s]+)\)|<(https?:[^>\s]+)>/g), ([, link, bare]) => link ?? bare!);
}

describe('the package', function () {
  this.timeout(300_000);
  let folder: string;
  let file: string;
  let files: Record<string, Uint8Array>;

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${args.join(' ')}\n${stdout}\n${stderr}`);
    return stdout;
  };
  const text = (name: string): string => strFromU8(files[`extension/${name}`]!);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'atop-package-'));
    file = join(folder, 'atop-coding-sheets.vsix');
    run('scripts/package.ts', '--out', file);
    files = unzipSync(readFileSync(file));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what runs, and nothing else', () => {
    const names = Object.keys(files);
    assert.deepEqual(
      names.filter(name => !RUNS.some(pattern => pattern.test(name))),
      [],
    );
    for (const pattern of RUNS) {
      assert.ok(
        names.some(name => pattern.test(name)),
        `${pattern} is in the package`,
      );
    }
  });

  it('holds every file that its manifest names', () => {
    const named = new Set<string>([manifest.main, manifest.browser, manifest.icon]);
    const collect = (value: unknown): void => {
      if (typeof value === 'string' && /^(?:\.\/|client\/|docs\/)[\w./-]+\.\w+$/.test(value))
        named.add(value);
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(manifest.contributes);
    assert.ok(named.size > 10);
    for (const name of named) assert.ok(`extension/${posix.normalize(name)}` in files, name);
  });

  it(`weighs less than ${BUDGET / 1000} KB besides the reader of PDFs`, () => {
    let reader = 0;
    unzipSync(readFileSync(file), {
      filter: ({ name, size }) => {
        if (name === PDF_READER) reader = size;
        return false;
      },
    });
    assert.ok(reader > 0);
    const rest = statSync(file).size - reader;
    assert.ok(rest < BUDGET, `${rest} bytes`);
  });

  it('links from its pages only to the web and to what it holds', () => {
    const pages = Object.keys(files).filter(name => name.endsWith('.md'));
    assert.ok(pages.length > 28);
    for (const page of pages) {
      for (const target of targetsIn(strFromU8(files[page]!))) {
        if (/^(?:https?:\/\/|#)/.test(target)) continue;
        // VS Code opens no file from the page of an extension.
        assert.ok(page.includes('/docs/'), `${page} links to ${target}`);
        assert.ok(
          posix.join(dirname(page), target.replace(/#.*/, '')) in files,
          `${page} links to ${target}`,
        );
      }
    }
    assert.match(text('readme.md'), /^# ATOP Coding Sheets\n/);
    assert.doesNotMatch(text('readme.md'), /^## (?:Start|For developers)|npm /m);
  });

  it('names no address that there is not, and no folder of the machine that made it', () => {
    const packed = JSON.parse(text('package.json')) as Record<string, unknown>;
    for (const field of ['repository', 'bugs', 'homepage']) assert.ok(!(field in packed), field);
    for (const [name, content] of Object.entries(files)) {
      if (!/\.(?:m?js|json|md)$/.test(name)) continue;
      const plain = strFromU8(content);
      assert.ok(!plain.includes(root), `${name} names ${root}`);
      assert.doesNotMatch(plain, /sourceMappingURL=(?!data:)/, `${name} has no map beside it`);
    }
  });

  it('has a server that runs wherever it lies, and reads a PDF with what it has beside it', async () => {
    for (const name of ['dist/server/server.js', 'dist/import/readPdf.mjs']) {
      mkdirSync(dirname(join(folder, 'elsewhere', name)), { recursive: true });
      writeFileSync(join(folder, 'elsewhere', name), files[`extension/${name}`]!);
    }
    const server = new ServerProcess(join(folder, 'elsewhere', 'dist', 'server', 'server.js'), folder);
    try {
      await server.initialize(PULLING);
      const sheet = join(root, 'examples', '4765.atop');
      const uri = pathToFileURL(sheet).href;
      await server.open(uri, readFileSync(sheet, 'utf8'));
      assert.deepEqual(summary(await server.pull(uri)), SEED_FINDINGS);
      const pdf = Buffer.from(handmadePdf(textAt(72, 700, '1. ATOP ID: 4765')));
      const { kind } = await server.connection.sendRequest<{ kind: string }>('atop/importSheet', {
        name: '4765.pdf',
        base64: pdf.toString('base64'),
      });
      assert.equal(kind, 'imported');
      const { code, stderr } = await server.end();
      assert.deepEqual([code, stderr], [0, '']);
    } finally {
      server.kill();
    }
  });

  it('is installed by real VS Codes, old and new, and does there what a coder sees', () => {
    const report = run(
      ...['test/vscode/run.ts', '1.99', '1.139', '--package', file],
      ...['--grep', '^(the host|a coder with the real sheet) '],
    );
    assert.match(report, /VS Code 1\.99: \d\d passed, 0 failed, 0 skipped\./);
    assert.match(report, /VS Code 1\.139: \d\d passed, 0 failed, 0 skipped\./);
  });
});
