import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';

/** A real folder on the disk, with whatever a test writes into it. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'atop-sheets-')));
  readonly uri = URI.file(this.path).toString();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.pathOf(name)), { recursive: true });
    writeFileSync(this.pathOf(name), content);
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  uriOf(name: string): string {
    return URI.file(this.pathOf(name)).toString();
  }

  /** The name of one of its files. */
  nameOf(uri: string): string {
    return URI.parse(uri).path.slice(this.path.length + 1);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
