import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AgreementMessage } from '../../client/src/comparison/messages';
import { createSheetLanguageService } from '../../server/src/service';
import { seedText, withAnswer } from '../unit/support/sheets';
import { agreementTexts } from './agreementTexts';
import { pagesOf, type HostedPage, type Theme } from './pageHost';

const service = createSheetLanguageService();
const seed = seedText();
const numbered = (id: number, text = seed): string => withAnswer(1, String(id), text);
const uriOf = (coder: string, id: number): string => `file:///${coder}/${id}.atop`;

/** What the extension tells of two coders' sheets, by their ATOP IDs. */
function agreementOf(
  first: Readonly<Record<number, string>>,
  second: Readonly<Record<number, string>>,
): AgreementMessage {
  const code = (coder: string, sheets: Readonly<Record<number, string>>) =>
    Object.entries(sheets).map(([id, text]) =>
      service.codeSheet(TextDocument.create(uriOf(coder, Number(id)), 'atop', 1, text)),
    );
  const [a, b] = [code('first', first), code('second', second)];
  return {
    type: 'agreement',
    texts: agreementTexts,
    locale: 'en',
    compared: { kind: 'folders', a: 'file:///first', b: 'file:///second' },
    names: { a: 'first', b: 'second' },
    paths: Object.fromEntries([...a, ...b].map(({ path }) => [path, path.replace('file:///', '')])),
    agreement: { ...service.compareCoders(a, b), unreadable: ['file:///second/9999.atop'] },
  };
}

const differing = withAnswer(4, '370 Belarus', withAnswer(13, 'None', numbered(3000)));
const two = agreementOf(
  { 3000: numbered(3000), 4765: seed, 3005: numbered(3005) },
  { 3000: differing, 4765: seed },
);
const one = agreementOf({ 3000: numbered(3000) }, { 3000: differing });
const none = agreementOf({ 3000: numbered(3000) }, { 4765: seed });

describe('the page of the agreement', () => {
  const openPage = pagesOf('agreement');
  let hosted: HostedPage;

  async function open(message: AgreementMessage, theme: Theme = 'dark'): Promise<void> {
    hosted = await openPage({ theme });
    await hosted.tell(message);
    await hosted.page.locator('h1').waitFor();
  }
  /** What the page has sent since it said that it listens. */
  const sent = () => hosted.sent.slice(1);
  const textsOf = (selector: string) => hosted.page.locator(selector).allTextContents();
  const button = (name: string | RegExp) => hosted.page.getByRole('button', { name });

  it('says first that it listens, and keeps what is compared for when it is made again', async () => {
    await open(two);
    assert.deepEqual(hosted.sent[0], { type: 'ready' });
    assert.deepEqual(await hosted.page.evaluate(() => keptState()), two.compared);
    assert.equal(await hosted.page.locator('html').getAttribute('lang'), 'en');
  });

  it('shows the figures of all answers and of each question', async () => {
    await open(two);
    assert.deepEqual(await textsOf('h1'), ['first ↔ second']);
    const { overall } = two.agreement;
    assert.deepEqual(await textsOf('.figure b'), [
      `${(100 * (overall.percent ?? 0)).toFixed(1)} %`,
      overall.kappa.value?.toFixed(3) ?? '',
      overall.alpha.value?.toFixed(3) ?? '',
      '3000, 4765',
    ]);
    const row = hosted.page.locator('tbody tr', { hasText: '4 Alliance members' });
    assert.deepEqual(await row.locator('td').allTextContents(), ['2', '1', '50.0 %', '0.000', '0.000', '0']);
    const bar = row.locator('.bar i');
    assert.equal(await bar.evaluate((element: HTMLElement) => element.style.width), '50%');
  });

  it('lists where the coders differ, and what was not compared', async () => {
    await open(two);
    assert.deepEqual(await textsOf('.disagreements > li > div:first-child'), [
      '3000 · 4 Alliance members different answers',
      '3000 · 13 Renewals so far by one alone',
    ]);
    assert.deepEqual(await textsOf('.disagreements > li:last-child .answer'), ['A(no answer)', 'BNone']);
    assert.deepEqual(await textsOf('.not-compared li'), [
      'only A has 3005: first/3005.atop',
      'cannot be read: file:///second/9999.atop',
    ]);
  });

  it('narrows them down to one question, and back, where the focus stays', async () => {
    await open(two);
    const question = button(/^4 Alliance members$/);
    await question.focus();
    await hosted.page.keyboard.press('Enter');
    assert.deepEqual(await textsOf('.disagreements > li > div:first-child'), [
      '3000 · 4 Alliance members different answers',
    ]);
    assert.equal(await question.getAttribute('aria-pressed'), 'true');
    assert.ok(await question.evaluate(element => element === document.activeElement));
    await button('Show all').click();
    assert.equal((await textsOf('.disagreements > li')).length, 2);
  });

  it('asks for the answers, the sheets, the table and new figures', async () => {
    await open(two);
    const [a, b] = [uriOf('first', 3000), uriOf('second', 3000)];
    await button('3000 · 4 Alliance members').click();
    await button('Open in B').first().click();
    await button('Refresh').click();
    await button('Copy').click();
    const [compare, openB, refresh, copy] = sent() as readonly Record<string, unknown>[];
    assert.deepEqual(compare, { type: 'compare', a, b, question: 4 });
    assert.deepEqual(openB, { type: 'open', uri: b, question: 4 });
    assert.deepEqual(refresh, { type: 'refresh' });
    const rows = String(copy?.['text'])
      .split('\n')
      .map(row => row.split('\t'));
    assert.deepEqual(rows[0]?.slice(0, 3), ['Question', '', 'Pairs']);
    assert.deepEqual(rows.find(([number]) => number === '4')?.slice(1, 5), [
      'Alliance members',
      '2',
      '1',
      '0.5',
    ]);
  });

  it('has no coefficients for one alliance, and opens its two sheets', async () => {
    await open(one);
    assert.equal((await textsOf('.figure')).length, 2);
    assert.deepEqual((await textsOf('thead th')).slice(0, 4), ['Question', 'Pairs', 'Agreed', 'Percent']);
    assert.ok(!(await textsOf('thead th')).includes('Kappa'));
    await button('Side by side').click();
    assert.deepEqual(sent(), [{ type: 'compare', a: uriOf('first', 3000), b: uriOf('second', 3000) }]);
  });

  it('says so where nothing can be compared', async () => {
    await open(none);
    assert.deepEqual(await textsOf('[role=status]'), ['Nothing to compare.']);
    assert.equal((await textsOf('.not-compared li')).length, 3);
  });

  it('shows a new comparison in place of the one before', async () => {
    await open(two);
    await button(/^4 Alliance members$/).click();
    await hosted.tell({ ...one, compared: { ...one.compared, b: 'file:///third' } });
    await hosted.page.locator('.figure >> nth=1').waitFor();
    assert.equal((await textsOf('.disagreements > li')).length, 2, 'what was narrowed down is so no longer');
    // What is no message of the extension’s changes nothing.
    await hosted.tell({ type: 'agreement', texts: 'none' });
    await hosted.tell(null);
    assert.equal((await textsOf('.disagreements > li')).length, 2);
  });

  it('takes what a sheet says for text, whatever it looks like', async () => {
    const nasty = withAnswer(4, '370 <img src=x onerror=alert(1)>', numbered(3000));
    await open(agreementOf({ 3000: numbered(3000) }, { 3000: nasty }));
    assert.equal(await hosted.page.locator('.disagreements img').count(), 0);
    assert.ok((await textsOf('.answer')).some(text => text.includes('<img src=x')));
  });

  for (const theme of ['light', 'contrast'] as const) {
    it(`can be read in the theme ${theme}`, async () => {
      await open(two, theme);
      const colors = await hosted.page
        .locator('.disagreements .answer span')
        .first()
        .evaluate(element => [
          getComputedStyle(element).color,
          getComputedStyle(document.body).backgroundColor,
        ]);
      assert.notEqual(colors[0], colors[1]);
    });
  }
});
