import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import manifest from '../../package.json';
import strings from '../../package.nls.json';
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
  const { commands, keybindings, menus, submenus, walkthroughs } = manifest.contributes;
  const own = new Set(commands.map(({ command }) => command));

  it('names commands and keys that belong together', () => {
    for (const { command, when } of keybindings) {
      assert.ok(own.has(command));
      assert.match(when, /editorLangId == atop/);
    }
  });

  it('offers in its menus, texts and pictures nothing that is not there', () => {
    const items: { command?: string; alt?: string; submenu?: string }[] = Object.values(menus).flat();
    for (const { command, alt, submenu } of items) {
      if (command !== undefined) assert.ok(own.has(command), command);
      if (alt !== undefined) assert.ok(own.has(alt), alt);
      if (submenu !== undefined)
        assert.ok(submenus.some(({ id }) => id === submenu) && submenu in menus, submenu);
    }
    const texts = Object.values(strings).join('\n');
    for (const [, command = ''] of texts.matchAll(/\(command:(atopSheets\.[^)]+)\)/g)) {
      assert.ok(own.has(command), command);
    }
    const events = walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ completionEvents }) => completionEvents),
    );
    for (const [, command = ''] of events.join('\n').matchAll(/^onCommand:(atopSheets\..+)$/gm)) {
      assert.ok(own.has(command), command);
    }
    const icons = commands.flatMap(command => ('icon' in command ? command.icon : []));
    for (const icon of icons) assert.match(icon, /^\$\([a-z-]+\)$/);
  });

  it('shows the command palette only commands that need no sheet of the view', () => {
    const hidden = new Set(
      menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
    );
    for (const command of own) {
      if (command.startsWith('atopSheets.sheets.')) assert.ok(hidden.has(command), command);
    }
  });

  it('has a small picture for each step of the walkthrough', () => {
    const sizes = walkthroughs.flatMap(({ steps }) =>
      steps.map(({ media }) => statSync(join(root, media.image)).size),
    );
    assert.equal(sizes.length, 6);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    assert.ok(kilobytes < 100, `${Math.round(kilobytes)} KB`);
  });
});

describe('the colour of questions', () => {
  const { 'editor.semanticTokenColorCustomizations': semantic, 'editor.tokenColorCustomizations': grammar } =
    manifest.contributes.configurationDefaults;

  it('is the same before the server answers and after, in VS Code’s own themes with green comments', () => {
    const early = Object.entries(grammar).map(([themes, { textMateRules }]) => [
      themes,
      textMateRules.map(({ scope, settings }) => [scope, settings.foreground]),
    ]);
    const late = Object.entries(semantic).map(([themes, { rules: tokens }]) => [
      themes,
      [['comment.block.question.atop', tokens.question]],
    ]);
    assert.deepEqual(early, late);
    assert.deepEqual(early.length, 2);
  });
});
