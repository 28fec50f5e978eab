import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { readSheet } from '../../server/src/answers';
import { importSheet, plainSource, type ImportedSheet, type Source } from '../../server/src/import';
import { readPdf } from '../../server/src/import/pdf/readPdf';
import { atopInstrument } from '../../server/src/instrument';
import { answersIn, readingsIn } from '../unit/syntax/realSheet';
import { startBrowser } from '../vscode/host/browser';
import { printWithChromium } from './chromium';
import { LAYOUTS, type PageLayout } from './layouts';
import { libreOfficeExecutable, printWithLibreOffice } from './libreOffice';

const IDS = ['1335', '3180', '4765', '6200'] as const;

function imported(source: Source): ImportedSheet {
  const result = importSheet(source, atopInstrument);
  assert.ok(result, 'The sheet was not recognised.');
  return result;
}

/** The examples, their links mended and the lines of their answers joined: what every print is made of. */
const SHEETS = IDS.map(id => {
  const original = readFileSync(join('examples', `${id}.atop`), 'utf8');
  return { id, original, clean: imported(plainSource(original)).text };
});

/** Each answer without any white space: what is seen of it. */
function seenIn(text: string): string[] {
  return readSheet(text, atopInstrument).answers.map(
    ({ question, text: answer }) => `${question.number}: ${answer.replace(/\s+/g, '')}`,
  );
}

async function assertComesBack(pdf: Uint8Array, sheet: (typeof SHEETS)[number]): Promise<void> {
  const { text, changes } = imported(await readPdf(pdf));
  assert.deepEqual(seenIn(text), seenIn(sheet.clean));
  assert.deepEqual(readingsIn(text), readingsIn(sheet.clean));
  assert.deepEqual(answersIn(text), answersIn(sheet.clean));
  // Nothing of the instrument came back otherwise than it was printed.
  assert.deepEqual(
    changes.filter(({ kind }) => kind === 'question' || kind === 'heading'),
    [],
  );
  assert.deepEqual(logOf(text), logOf(sheet.clean));
}

function logOf(text: string): string | undefined {
  const { log } = readSheet(text, atopInstrument).tree;
  return log && text.slice(log.start, log.end).replace(/\s+/g, ' ');
}

describe('a sheet that is printed comes back from its PDF with the same answers', () => {
  const { signal } = new AbortController();

  describe('printed with Chromium', () => {
    let browser: Browser;

    before(async () => {
      browser = await startBrowser(signal);
    }).timeout(300_000);

    after(() => browser.close());

    for (const layout of LAYOUTS) {
      for (const sheet of SHEETS) {
        it(`${sheet.id} on ${layout.name}`, async () => {
          await assertComesBack(await printWithChromium(browser, sheet.clean, layout), sheet);
        }).timeout(60_000);
      }
    }
  });

  describe('printed with LibreOffice', () => {
    const prints = LAYOUTS.flatMap(layout => SHEETS.map(sheet => ({ layout, sheet, text: sheet.clean })));
    let pdfs: readonly Uint8Array[] = [];

    before(async () => {
      const executable = await libreOfficeExecutable(signal);
      console.log(`Printing ${prints.length} sheets with LibreOffice …`);
      pdfs = await printWithLibreOffice(executable, prints, signal);
    }).timeout(600_000);

    prints.forEach(({ layout, sheet }: { layout: PageLayout; sheet: (typeof SHEETS)[number] }, index) => {
      it(`${sheet.id} on ${layout.name}`, async () => {
        await assertComesBack(pdfs[index]!, sheet);
      }).timeout(60_000);
    });
  });
});
