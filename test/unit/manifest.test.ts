import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import manifest from '../../package.json';
import { rules } from '../../server/src/rules';

const root = join(__dirname, '..', '..');
const sections = [manifest.contributes.configuration].flat();

interface Setting {
  readonly enum?: readonly string[];
  readonly default?: unknown;
}
const properties = Object.fromEntries<Setting>(
  sections.flatMap(section => Object.entries<Setting>(section.properties)),
);

describe('every rule', () => {
  const ids = rules.map(rule => rule.id);

  it('has an id of its own', () => {
    assert.equal(new Set(ids).size, ids.length);
  });

  it('has a setting for its severity, and no setting is without its rule', () => {
    const settings = Object.keys(properties).filter(name => name.startsWith('atopSheets.severity.'));
    assert.deepEqual(settings.toSorted(), ids.map(id => `atopSheets.severity.${id}`).toSorted());
    for (const setting of settings) {
      assert.deepEqual(properties[setting]?.enum, [
        'default',
        'error',
        'warning',
        'information',
        'hint',
        'off',
      ]);
      assert.equal(properties[setting].default, 'default');
    }
  });

  it('has a page that says its default severity, and no page is without its rule', () => {
    const pages = readdirSync(join(root, 'docs', 'rules')).filter(name => name !== 'README.md');
    assert.deepEqual(pages.toSorted(), ids.map(id => `${id}.md`).toSorted());
    for (const { id, severity } of rules) {
      const page = readFileSync(join(root, 'docs', 'rules', `${id}.md`), 'utf8');
      assert.match(
        page,
        new RegExp(`default[^\\n]*\\b${severity}\\b`, 'i'),
        `${id}.md names the severity ${severity}`,
      );
      assert.ok(page.includes(`atopSheets.severity.${id}`), `${id}.md names its setting`);
    }
  });

  it('is listed in the table of rules', () => {
    const table = readFileSync(join(root, 'docs', 'rules', 'README.md'), 'utf8');
    for (const id of ids) assert.ok(table.includes(`](${id}.md)`), `${id} is in the table`);
  });
});

describe('the manifest', () => {
  it('names commands and keys that belong together', () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { command, when } of manifest.contributes.keybindings) {
      assert.ok(commands.has(command));
      assert.match(when, /editorLangId == atop/);
    }
  });
});
