import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { Backlog } from '../../../server/src/connection/backlog';

/** A disk whose files are read when the test says so. */
class SlowDisk {
  readonly taken: string[] = [];
  readonly underway: string[] = [];
  readonly #answers = new Map<string, () => void>();
  #count = 0;

  read = async (key: string): Promise<() => void> => {
    const reading = ++this.#count;
    this.underway.push(key);
    await new Promise<void>(resolve => this.#answers.set(key, resolve));
    return () => this.taken.push(`${key} (${reading})`);
  };

  /** The file has been read; resolves when that has come through. */
  async finish(key: string): Promise<void> {
    this.underway.splice(this.underway.indexOf(key), 1);
    this.#answers.get(key)?.();
    for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
  }
}

/** Reads whatever is being read, and what is then begun, until nothing is. */
async function finishAll(disk: SlowDisk): Promise<void> {
  for (let [key] = disk.underway; key !== undefined; [key] = disk.underway) await disk.finish(key);
}

describe('the files that are to be read', () => {
  let disk: SlowDisk;
  let backlog: Backlog;
  let reported: number;
  let cancel: (() => void) | undefined;
  beforeEach(() => {
    disk = new SlowDisk();
    reported = 0;
    cancel = undefined;
    backlog = new Backlog(disk.read, {
      report: (_read, _total, stop) => {
        reported++;
        cancel = stop;
      },
      done: () => undefined,
    });
  });

  it('are read a few at a time, those that changed first', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `${index}`);
    backlog.add(keys);
    assert.equal(disk.underway.length, 32);
    backlog.addUrgent('39');
    await disk.finish('0');
    assert.equal(disk.underway.at(-1), '39');
    await finishAll(disk);
    await backlog.whenAtRest();
    assert.equal(disk.taken.length, 40);
    assert.equal(reported, 40);
    assert.ok(backlog.isEmpty);
  });

  it('are read once more where they change while they are read, and the later reading wins', async () => {
    backlog.addUrgent('a');
    backlog.addUrgent('a');
    assert.deepEqual(disk.underway, ['a']);
    await disk.finish('a');
    assert.deepEqual(disk.underway, ['a']);
    await disk.finish('a');
    assert.deepEqual(disk.taken, ['a (1)', 'a (2)']);
  });

  it('are forgotten when nobody wants them any more, also while they are read', async () => {
    backlog.add(['a', 'b/c', 'b/d']);
    backlog.drop('a');
    backlog.dropWhere(key => key.startsWith('b/'));
    for (const key of ['a', 'b/c', 'b/d']) await disk.finish(key);
    assert.deepEqual(disk.taken, []);
    await backlog.whenAtRest();
  });

  it('rest when the coder cancels, but for what changes, until they are wanted', async () => {
    backlog.add(Array.from({ length: 40 }, (_, index) => `${index}`));
    await disk.finish('0');
    cancel?.();
    await finishAll(disk);
    await backlog.whenAtRest();
    const left = 40 - disk.taken.length;
    assert.ok(left > 0 && !backlog.isEmpty);
    backlog.addUrgent('39');
    await disk.finish('39');
    assert.equal(40 - disk.taken.length, left - 1);
    backlog.resume();
    await finishAll(disk);
    await backlog.whenAtRest();
    assert.ok(backlog.isEmpty);
    assert.equal(disk.taken.length, 40);
  });

  it('are let go when the server ends', async () => {
    backlog.add(['a']);
    backlog.dispose();
    await backlog.whenAtRest();
    await disk.finish('a');
    assert.deepEqual(disk.taken, []);
  });
});
