import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { counters, notes } from '../../contract/notes.ts';

/**
 * A process that writes to a SQLite store, for the tests: `writer-child.ts PATH create PREFIX` creates notes and prints the
 * id of each when it is acknowledged, until it is killed; `writer-child.ts PATH increment N` adds N to a counter and ends.
 */
const [path = '', task, argument = ''] = process.argv.slice(2);
const store = openSqliteStore({ path });
const agency = store.agency('org');

if (task === 'increment') {
  await Promise.all(
    Array.from({ length: Number(argument) }, () =>
      agency.transaction((tx) => tx.update(counters, 'c', ({ n }) => ({ n: n + 1 }))),
    ),
  );
  await store.close();
} else {
  const note = { text: 'ก'.repeat(300), colour: argument, marks: { kept: true } };
  for (let n = 0; ; n += 1) {
    const id = `${argument}-${n}`;
    // Every third write is a transaction of two documents: both or neither.
    if (n % 3 === 0) {
      await agency.transaction(async (tx) => {
        await tx.create(notes, id, note);
        await tx.set(notes, `${id}-twin`, { text: id });
      });
    } else {
      await agency.create(notes, id, note);
    }
    process.stdout.write(`${id}\n`);
  }
}
