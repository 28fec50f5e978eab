import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { nodeFiles } from '../../../server/src/nodeFiles';
import { Folder } from '../../protocol/folder';

describe('the files of the disk', () => {
  let root: Folder;
  beforeEach(() => {
    root = new Folder();
  });
  afterEach(() => root.remove());

  const listed = async () => (await nodeFiles.list(root.uri)).map(uri => root.nameOf(uri)).sort();

  it('are the sheets of a folder and of those below it', async () => {
    for (const name of [
      'a.atop',
      'b (1).ATOP',
      'c.txt',
      'x/y/d.atop',
      'node_modules/e.atop',
      '.git/f.atop',
    ]) {
      root.write(name, '');
    }
    mkdirSync(root.pathOf('folder.atop'));
    symlinkSync(root.path, root.pathOf('loop'));
    symlinkSync(root.pathOf('a.atop'), root.pathOf('link.atop'));
    assert.deepEqual(await listed(), ['a.atop', 'b (1).ATOP', 'x/y/d.atop']);
  });

  it('are none in what is no folder, or not there', async () => {
    root.write('a.atop', '');
    assert.deepEqual(await nodeFiles.list(root.uriOf('a.atop')), []);
    assert.deepEqual(await nodeFiles.list(root.uriOf('gone')), []);
  });

  it('are read whatever their length', async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 300_000]) {
      const text = 'x'.repeat(length);
      root.write('a.atop', text);
      assert.equal(await nodeFiles.read(root.uriOf('a.atop')), text);
    }
  });

  it('are read many at a time, each with its own text', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `${index}.atop`);
    for (const name of names) root.write(name, `${name} `.repeat(500));
    const texts = await Promise.all(names.map(name => nodeFiles.read(root.uriOf(name))));
    assert.deepEqual(
      texts,
      names.map(name => `${name} `.repeat(500)),
    );
  });

  it('are nothing where a file is gone, or is a folder', async () => {
    assert.equal(await nodeFiles.read(root.uriOf('gone.atop')), undefined);
    mkdirSync(root.pathOf('folder.atop'));
    assert.equal(await nodeFiles.read(root.uriOf('folder.atop')), undefined);
    root.write('a.atop', '');
    assert.equal(await nodeFiles.read(root.uriOf('a.atop/b.atop')), undefined);
  });

  it('are not read where they are too large to be sheets', async () => {
    root.write('a.atop', '');
    truncateSync(root.pathOf('a.atop'), 16 * 1024 * 1024 + 1);
    await assert.rejects(nodeFiles.read(root.uriOf('a.atop')), /holds 17 MB; sheets are read up to 16 MB/);
  });

  it('are not waited for where a pipe bears a sheet’s name', async () => {
    execFileSync('mkfifo', [root.pathOf('pipe.atop')]);
    assert.deepEqual(await listed(), []);
    await assert.rejects(nodeFiles.read(root.uriOf('pipe.atop')));
  });
});
