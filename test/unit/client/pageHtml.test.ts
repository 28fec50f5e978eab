import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import { pageHtml } from '../../../client/src/pageHtml';

const page = pageHtml({
  cspSource: 'https://files.example',
  script: 'https://files.example/page.js',
  style: 'https://files.example/page.css',
  nonce: 'a1b2c3',
});

/** The directives of the page's policy, by their names. */
function policyOf(html: string): Map<string, string> {
  const [, content = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html) ?? [];
  return new Map(
    content.split('; ').map(directive => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

const client = resolve('client', 'src');
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(client, name), 'utf8') }));

describe('the page of a panel', () => {
  it('may run its own script and nothing else, and load its own style and nothing else', () => {
    assert.deepEqual(
      policyOf(page),
      new Map([
        ['default-src', "'none'"],
        ['style-src', 'https://files.example'],
        ['script-src', "'nonce-a1b2c3'"],
        ['base-uri', "'none'"],
        ['form-action', "'none'"],
      ]),
    );
    assert.doesNotMatch(page, /unsafe-|\bdata:|\*/);
  });

  it('holds one script, with the number that the policy names, and none between its tags', () => {
    const scripts = Array.from(page.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g));
    assert.equal(scripts.length, 1);
    assert.deepEqual(scripts[0]?.slice(1), [' nonce="a1b2c3" src="https://files.example/page.js"', '']);
    assert.doesNotMatch(page, /\son\w+=|<(?:iframe|object|embed|form|base)\b/i);
  });

  it('is what every panel shows: nobody else writes HTML, or lets scripts run', () => {
    const writing = sources.filter(({ text }) => /\.html\s*=[^=]|enableScripts|enableCommandUris/.test(text));
    assert.deepEqual(
      writing.map(({ name }) => name),
      ['webviewPage.ts'],
    );
    const unsafe = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function)\b/;
    assert.deepEqual(
      sources.filter(({ text }) => unsafe.test(text)).map(({ name }) => name),
      [],
    );
  });

  it('is given another number each time', () => {
    const showing = sources.find(({ name }) => name === 'webviewPage.ts');
    assert.match(showing?.text ?? '', /nonce: numberUsedOnce\(\)[^]*crypto\.getRandomValues/);
  });

  it('never has its words trusted: no Markdown of the client may run commands or hold HTML', () => {
    assert.deepEqual(
      sources.filter(({ text }) => /isTrusted|supportHtml/.test(text)).map(({ name }) => name),
      [],
    );
  });
});
