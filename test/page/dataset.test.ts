import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SheetListEntry } from '../../client/src/protocol';
import { createSheetLanguageService } from '../../server/src/service';
import { pagesOf, type HostedPage, type PageOptions } from './pageHost';
import { texts } from './texts';

const sections = createSheetLanguageService().outline();
const setup = { type: 'setup', texts, locale: 'en', sections };

const belarus = { code: 370, name: 'Belarus' };
const kazakhstan = { code: 705, name: 'Kazakhstan' };
const prussia = { code: 255, name: 'Prussia' };

/** A sheet whose questions are all answered but for those whose letters are given by number. */
function sheet(
  atopId: string,
  members: SheetListEntry['members'],
  letters: Readonly<Record<number, string>> = {},
): SheetListEntry {
  const states = Array.from({ length: 61 }, (_, index) => letters[index + 1] ?? 'a').join('');
  const count = (wanted: string) => Array.from(states).filter(letter => wanted.includes(letter)).length;
  return {
    uri: `file:///sheets/${atopId}.atop`,
    atopId,
    members,
    years: { from: 1996, to: null },
    answered: count('awe'),
    total: 61,
    open: count('om'),
    problems: { errors: count('e'), warnings: count('w'), information: 0 },
    firstOpen: null,
    states,
    optional: [28, 43, 57],
  };
}

const three = [
  sheet('4765', [belarus, kazakhstan], { 13: 'o', 28: '-', 57: '-' }),
  sheet('1005', [prussia], { 4: 'e', 13: 'w' }),
  sheet('3000', [kazakhstan], { 13: 'm', 60: 'w' }),
];

const many = Array.from({ length: 5000 }, (_, index) =>
  sheet(String(1000 + index), [index % 2 === 0 ? belarus : prussia], index % 3 === 0 ? { 61: 'o' } : {}),
);

describe('the page of the dataset panel', () => {
  const openPage = pagesOf('dataset');
  let hosted: HostedPage;

  async function open(sheets: readonly SheetListEntry[], options: PageOptions = {}): Promise<void> {
    hosted = await openPage(options);
    await hosted.tell(setup);
    await hosted.tell({ type: 'sheets', availability: 'ready', sheets });
    if (sheets.length > 0) await hosted.page.waitForSelector('.body .row');
  }
  const grid = () => hosted.page.getByRole('grid', { name: 'Sheets and questions' });
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await hosted.page.keyboard.press(key);
  };
  const names = () => hosted.page.locator('.body .name > b').allTextContents();
  /** The sheets in the order of their rows, not of their elements. */
  const shown = () =>
    hosted.page
      .locator('.body .row')
      .evaluateAll((rows: HTMLElement[]) =>
        rows
          .toSorted((a, b) => Number(a.dataset['row']) - Number(b.dataset['row']))
          .map(row => row.querySelector('.name > b')?.textContent),
      );
  const focused = async () => {
    const id = await grid().getAttribute('aria-activedescendant');
    return id === null ? null : hosted.page.locator(`[id="${id}"]`).getAttribute('aria-label');
  };
  const sent = () => hosted.sent.slice(1);

  it('marks the questions that may stay empty in all sheets that are shown', async () => {
    const marked = () => hosted.page.locator('.question.optional .number').allTextContents();
    const heads = () =>
      hosted.page
        .locator('.head .question')
        .evaluateAll(cells =>
          cells.map(({ ariaLabel }) => ariaLabel ?? '').filter(label => label.includes('empty')),
        );
    await open(three);
    assert.deepEqual(await marked(), ['28', '43', '57']);
    const [first, ...others] = three.map(one => ({ ...one, optional: [13, 43] }));
    await hosted.tell({ type: 'sheets', availability: 'ready', sheets: [first, ...others] });
    assert.deepEqual(await marked(), ['13', '43']);
    assert.equal((await heads()).length, 2);
    const mixed = [{ ...first, optional: [28, 43, 57] }, ...others];
    await hosted.tell({ type: 'sheets', availability: 'ready', sheets: mixed });
    assert.deepEqual(await marked(), ['43']);
    const none = [{ ...first, optional: [] }, ...others];
    await hosted.tell({ type: 'sheets', availability: 'ready', sheets: none });
    assert.deepEqual([await marked(), await heads()], [[], []]);
  });

  it('asks for what it is to show', async () => {
    await open(three);
    assert.deepEqual(hosted.sent[0], { type: 'ready' });
  });

  it('shows each sheet with its members, and what is the case with each of its questions', async () => {
    await open(three);
    assert.deepEqual(await shown(), ['1005', '3000', '4765']);
    const row = grid().getByRole('row').filter({ hasText: '4765' });
    assert.match((await row.textContent()) ?? '', /4765Belarus, Kazakhstan58\/61/);
    const labels = await row
      .getByRole('gridcell')
      .evaluateAll(cells => cells.map(({ ariaLabel }) => ariaLabel));
    // The first cell is the count.
    assert.equal(labels.length, 62);
    assert.equal(labels[13], 'open');
    assert.equal(labels[14], 'answered');
    assert.equal(labels[28], 'left empty');
  });

  it('adds up by question, by section and over all', async () => {
    await open(three);
    const head = (name: string) => grid().getByRole('columnheader', { name });
    assert.equal(
      await head('Question 13,').getAttribute('aria-label'),
      'Question 13, Renewals so far · answered in 1 of 3 sheets, open in 2',
    );
    // 15 questions in three sheets, two of them open: 43 of 45.
    assert.equal(
      await head('Section I,').getAttribute('aria-label'),
      'Section I, FORMATION, MEMBERS, AND DURATION · 95 % of what has to be answered · open questions: 2',
    );
    assert.equal(
      await hosted.page.locator('.summary').textContent(),
      '3 sheets · 98 % answered · open questions: 2',
    );
    assert.deepEqual(await hosted.page.locator('.legend b').allTextContents(), [
      '176',
      '2',
      '2',
      '1',
      '1',
      '1',
    ]);
  });

  it('opens the answer that is clicked on, and to the side with Ctrl', async () => {
    await open(three);
    const cell = grid().getByRole('row').filter({ hasText: '4765' }).locator('[data-column="12"]');
    await cell.click();
    await cell.click({ modifiers: ['Control'] });
    await grid().getByText('Prussia').click();
    assert.deepEqual(sent(), [
      { type: 'open', uri: 'file:///sheets/4765.atop', question: 13, toSide: false },
      { type: 'open', uri: 'file:///sheets/4765.atop', question: 13, toSide: true },
      { type: 'open', uri: 'file:///sheets/1005.atop', toSide: false },
    ]);
  });

  it('is one stop for the Tab key, and every cell is reached with arrows and told in full', async () => {
    await open(three);
    await grid().focus();
    assert.equal(
      await focused(),
      'ATOP 1005, Prussia · 61 of 61 questions answered, 0 open · errors: 1, warnings: 1, remarks: 0 · 1005.atop',
    );
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    assert.equal(await focused(), 'Question 4, Alliance members · with an error · ATOP 1005, Prussia');
    assert.equal(await hosted.page.locator('.detail').textContent(), await focused());
    await press('ArrowDown');
    assert.equal(await focused(), 'Question 4, Alliance members · answered · ATOP 3000, Kazakhstan');
    await press('ArrowUp', 'ArrowUp');
    assert.match((await focused()) ?? '', /^Question 4, Alliance members · answered in 3 of 3 sheets/);
    await press('ArrowUp', 'ArrowRight');
    assert.match((await focused()) ?? '', /^Section II, OBLIGATIONS/);
    await press('Control+End');
    assert.equal(await focused(), 'Question 61, Coder names · answered · ATOP 4765, Belarus, Kazakhstan');
    await press('Enter');
    assert.deepEqual(sent(), [
      { type: 'open', uri: 'file:///sheets/4765.atop', question: 61, toSide: false },
    ]);
    await press('Tab');
    assert.equal(await grid().evaluate(element => document.activeElement === element), false);
  });

  it('tells cells short again once they are left', async () => {
    await open(three);
    await grid().focus();
    await press('ArrowRight', 'ArrowRight');
    const first = hosted.page.locator('[data-row="0"] [data-column="0"]');
    assert.equal(await first.getAttribute('aria-label'), 'answered');
    assert.equal(await first.getAttribute('id'), null);
  });

  it('puts first the sheets where a question needs attention, and goes back', async () => {
    await open(three);
    const question = grid().getByRole('columnheader', { name: 'Question 13,' });
    await question.click();
    assert.deepEqual(await shown(), ['3000', '4765', '1005']);
    assert.equal(await question.getAttribute('aria-sort'), 'descending');
    assert.equal(await hosted.page.getByLabel('Sort by').inputValue(), 'question');
    await question.click();
    assert.deepEqual(await shown(), ['1005', '3000', '4765']);
    assert.equal(await question.getAttribute('aria-sort'), 'none');
  });

  it('sorts and filters as the view of sheets does', async () => {
    await open(three);
    await hosted.page.getByLabel('Sort by').selectOption('members');
    assert.deepEqual(await shown(), ['4765', '3000', '1005']);
    await hosted.page.getByLabel('Find sheets').fill('kazakh');
    assert.deepEqual(await shown(), ['4765', '3000']);
    await hosted.page.getByLabel('Only with problems').check();
    assert.deepEqual(await shown(), ['3000']);
    assert.match((await hosted.page.locator('.summary').textContent()) ?? '', /^1 of 3 sheets/);
    await hosted.page.getByLabel('Find sheets').fill('Narnia');
    assert.equal(await hosted.page.locator('.notice').textContent(), 'No sheet matches.');
    assert.equal(await grid().isVisible(), false);
  });

  it('claims nothing of the problems of a sheet that is not checked yet', async () => {
    const [first, ...others] = three;
    await open([{ ...first!, problems: null }, ...others]);
    const label = () => grid().getByRole('rowheader', { name: /4765/ }).getAttribute('aria-label');
    assert.match((await label()) ?? '', / · not checked yet · 4765\.atop$/);
    const summary = async () => (await hosted.page.locator('.summary').textContent()) ?? '';
    assert.match(await summary(), / · not checked yet: 1$/);
    await hosted.page.getByLabel('Only with problems').check();
    assert.deepEqual(await shown(), ['1005', '3000']);
    assert.match(await summary(), /^2 of 3 sheets .* · not checked yet: 1$/);
    await hosted.page.getByLabel('Find sheets').fill('4765');
    assert.equal(await hosted.page.locator('.notice').textContent(), 'No sheet matches.');
    assert.equal(await summary(), 'not checked yet: 1');
  });

  it('shows a sheet that is not read through yet by its names alone', async () => {
    const [first, ...others] = three;
    const known = { answered: null, total: null, open: null, problems: null, firstOpen: null, states: '' };
    await open([{ ...first!, years: { from: null, to: null }, ...known }, ...others]);
    const row = grid().getByRole('rowheader', { name: /4765/ });
    assert.equal(
      await row.getAttribute('aria-label'),
      'ATOP 4765, Belarus, Kazakhstan · not checked yet · 4765.atop',
    );
    const states = await hosted.page.locator('[data-state="unchecked"]').count();
    assert.equal(states, 61);
    const summary = async () => (await hosted.page.locator('.summary').textContent()) ?? '';
    assert.match(await summary(), /^3 sheets · 99 % answered · open questions: 1 · not checked yet: 1$/);
    await hosted.page.getByLabel('Only with open questions').check();
    assert.deepEqual(await shown(), ['3000']);
    assert.match(await summary(), / · not checked yet: 1$/);
  });

  it('makes no more rows than are in view, however many sheets there are', async () => {
    await open(many);
    assert.ok((await names()).length < 60);
    await grid().focus();
    await press('Control+End');
    await hosted.page.waitForSelector('[data-row="4999"]');
    assert.equal(await focused(), 'Question 61, Coder names · answered · ATOP 5999, Prussia');
    assert.equal(await grid().getAttribute('aria-rowcount'), '5002');
    assert.equal(await hosted.page.locator('[data-row="4999"]').getAttribute('aria-rowindex'), '5002');
    assert.ok((await names()).length < 60);
    const row = await hosted.page.locator('[data-row="4999"]').boundingBox();
    const view = await grid().boundingBox();
    assert.ok(row && view && row.y + row.height <= view.y + view.height, 'the last sheet is in view');
  });

  it('keeps the focus on its sheet while others come and go, and forgets it only with the sheet', async () => {
    await open(three);
    await grid().focus();
    await press('ArrowDown', 'ArrowDown', 'ArrowRight');
    assert.match((await focused()) ?? '', /ATOP 4765/);
    const tell = (sheets: readonly SheetListEntry[]) =>
      hosted.tell({ type: 'sheets', availability: 'ready', sheets });
    await tell([...three, sheet('2000', [prussia])]);
    await hosted.page.getByText('2000').waitFor();
    assert.match((await focused()) ?? '', /^Question 1, ATOP ID · answered · ATOP 4765/);
    await tell([sheet('2000', [prussia])]);
    await hosted.page.waitForFunction(() => document.querySelectorAll('.body .row').length === 1);
    assert.match((await focused()) ?? '', /ATOP 2000/);
  });

  it('comes back as it was left', async () => {
    await open(many);
    await hosted.page.getByLabel('Only with open questions').check();
    await hosted.page.getByRole('columnheader', { name: 'Question 61,' }).click();
    await grid().focus();
    await press('ArrowDown', 'PageDown', 'PageDown', 'PageDown', 'ArrowLeft');
    const label = await focused();
    await hosted.page.waitForFunction(
      () => ((keptState() as { cell?: { row: number } } | undefined)?.cell?.row ?? 0) > 30,
    );
    const kept = await hosted.page.evaluate(() => keptState());
    await hosted.page.close();

    await open(many, { kept });
    await hosted.page.waitForFunction(() => (document.querySelector('[role=grid]')?.scrollTop ?? 0) > 0);
    assert.equal(await focused(), label);
    assert.equal(await hosted.page.getByLabel('Only with open questions').isChecked(), true);
    assert.equal(await hosted.page.getByLabel('Sort by').inputValue(), 'question');
  });

  it('starts afresh where what was kept makes no sense', async () => {
    await open(three, { kept: { order: 'colour', filter: 7, cell: { row: 'x' }, top: 'far', uri: null } });
    assert.deepEqual(await shown(), ['1005', '3000', '4765']);
  });

  it('says what is the matter when there is nothing to show, and what to do', async () => {
    await open([]);
    assert.equal(await hosted.page.locator('.notice p').textContent(), 'There is no coding sheet.');
    await hosted.page.getByRole('button', { name: 'New Coding Sheet' }).click();
    await hosted.tell({ type: 'sheets', availability: 'unavailable', sheets: [] });
    await hosted.page.getByRole('button', { name: 'Restart Server' }).click();
    await hosted.page.getByRole('button', { name: 'Compare Coders' }).click();
    await hosted.page.getByRole('button', { name: 'Export Dataset' }).click();
    assert.deepEqual(sent(), [
      { type: 'run', command: 'newSheet' },
      { type: 'run', command: 'restart' },
      { type: 'run', command: 'compare' },
      { type: 'run', command: 'export' },
    ]);
  });

  it('tells two sheets of one ID apart by their files', async () => {
    const [first] = three;
    await open([first!, { ...first!, uri: 'file:///second%20coder/4765b.atop' }]);
    const rows = await hosted.page.locator('.body .name').allTextContents();
    assert.deepEqual(rows.toSorted(), [
      '47654765.atop · Belarus, Kazakhstan',
      '47654765b.atop · Belarus, Kazakhstan',
    ]);
  });

  it('shows names of files and states as text, whatever they hold', async () => {
    await open([
      { ...three[0]!, atopId: null, uri: 'file:///%3Cimg%20src=x%20onerror=alert(1)%3E.atop' },
      sheet('9', [{ code: 1, name: '<script>alert(1)</script>' }]),
    ]);
    assert.ok((await names()).includes('<img src=x onerror=alert(1)>.atop'));
    assert.equal(await hosted.page.locator('.body img, .body script').count(), 0);
  });

  it('takes no heed of messages that are none of the extension’s', async () => {
    await open(three);
    for (const message of [null, 7, { type: 'sheets' }, { type: 'setup', sections: 'all' }, ['sheets']]) {
      await hosted.tell(message);
    }
    assert.deepEqual(await shown(), ['1005', '3000', '4765']);
  });

  for (const theme of ['dark', 'light', 'contrast'] as const) {
    it(`gives each state a shape of its own, besides its colour, in the ${theme} theme`, async () => {
      await open(three, { theme });
      const shapes = await hosted.page.locator('.legend .cell').evaluateAll(cells =>
        cells.map(cell => {
          const { borderStyle, backgroundColor, backgroundImage } = getComputedStyle(cell);
          const isFilled = backgroundColor !== 'rgba(0, 0, 0, 0)';
          return [
            getComputedStyle(cell, '::before').content,
            borderStyle,
            isFilled,
            backgroundImage === 'none',
          ].join();
        }),
      );
      assert.equal(new Set(shapes).size, 6, shapes.join('\n'));
    });
  }

  it('can be used in a narrow window: names stay beside the questions that are scrolled to', async () => {
    await open(three, { width: 600, height: 400 });
    await grid().focus();
    await press('End');
    const name = await hosted.page.locator('[data-row="0"] .name').boundingBox();
    const last = await hosted.page.locator('[data-row="0"] [data-column="60"]').boundingBox();
    assert.ok(name && last && name.x < 40 && last.x + last.width <= 600, JSON.stringify({ name, last }));
  });
});
