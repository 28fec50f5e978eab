import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXAMPLES = ['1335', '3180', '4765', '6200'];

/** A folder of so many sheets, no two with the same ID, a hundred to a subfolder. */
export class SheetFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'atop-sheets-'));
  readonly paths: readonly string[];

  constructor(count: number) {
    const texts = EXAMPLES.map(id => readFileSync(`examples/${id}.atop`, 'utf8'));
    this.paths = Array.from({ length: count }, (_, index) => {
      const folder = join(this.path, String(Math.floor(index / 100)));
      if (index % 100 === 0) mkdirSync(folder);
      const id = idOf(index);
      const path = join(folder, `${id}.atop`);
      const text = texts[index % texts.length] ?? '';
      writeFileSync(path, text.replace(/(ATOP ID:\s*)\d{4}/, `$1${id}`));
      return path;
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The ID of the real sheet, in which the benchmark types. */
const TYPED = 4765;
/** The IDs of four digits, from `1000` on, but for that one. */
const IDS = 8999;

/** `1000`, `1001`, …; once all have been given, with a phase. No sheet is a double of the one that is typed in. */
function idOf(index: number): string {
  const number = 1000 + (index % IDS);
  const id = String(number < TYPED ? number : number + 1);
  return index < IDS ? id : `${id}.${Math.floor(index / IDS)}`;
}
