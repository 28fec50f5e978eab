import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decodeSheet } from '../../../server/src/workspace/decode';

const TEXT = '1. ATOP ID: 4765\r\nCôte d’Ivoire “Łódź” 📜';

describe('the text of a sheet’s bytes', () => {
  it('is read as UTF-8, with a byte order mark or without', () => {
    assert.equal(decodeSheet(Buffer.from(TEXT)), TEXT);
    assert.equal(decodeSheet(Buffer.from(`\ufeff${TEXT}`)), TEXT);
    assert.equal(decodeSheet(new Uint8Array()), '');
  });

  it('is read as UTF-16 where the mark says so', () => {
    const bytes = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    assert.equal(decodeSheet(bytes), TEXT);
    assert.equal(decodeSheet(Buffer.from(bytes).swap16()), TEXT);
  });

  it('is read as Windows-1252 where it is no UTF-8', () => {
    const bytes = Uint8Array.of(0x43, 0xf4, 0x74, 0x65, 0x20, 0x64, 0x92, 0x49, 0x20, 0x93, 0x80, 0x94, 0x9f);
    assert.equal(decodeSheet(bytes), 'Côte d’I “€”Ÿ');
    const long = new Uint8Array(100_000).fill(0x96);
    assert.equal(decodeSheet(long), '–'.repeat(100_000));
  });

  it('is some text or other for any bytes at all', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => 255 - index);
    assert.equal(decodeSheet(bytes).length > 0, true);
    assert.equal(decodeSheet(bytes.subarray(1)).length, 255);
  });
});
