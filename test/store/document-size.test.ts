import { describe, expect, it } from 'vitest';
import { documentSize } from '../../src/store/document-size.ts';

const name = ['users', 'jeff', 'tasks', 'my_task_id'];

describe('the size of a document', () => {
  it("is 147 bytes for the example in Firestore's documentation", () => {
    const task = { type: 'Personal', done: false, priority: 1, description: 'Learn Cloud Firestore' };
    expect(documentSize(name, task)).toBe(147);
  });

  it('counts Thai by its UTF-8 bytes, lists by what is in them, and inner maps like documents', () => {
    const empty = documentSize(name, {});
    expect(documentSize(name, { a: 'กขค' })).toBe(empty + 2 + 10);
    expect(documentSize(name, { a: [1, null, true, 'x'] })).toBe(empty + 2 + 8 + 1 + 1 + 2);
    expect(documentSize(name, { a: { b: 1 } })).toBe(empty + 2 + 32 + 2 + 8);
  });
});
