import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';
import { serveUsage } from './webhook/usage.ts';

/**
 * The least that takes a rating with the usual means: express, its form parser, one durable SQLite insert, a redirect.
 * No limits, no check of the code, no one-answer-per-person, no headers.
 */
const database = new DatabaseSync(process.env['DATABASE'] ?? '');
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
database.exec('CREATE TABLE feedback (id TEXT PRIMARY KEY, code TEXT, score INTEGER, at INTEGER) STRICT');
const insert = database.prepare('INSERT INTO feedback (id, code, score, at) VALUES (?, ?, ?, ?)');

const app = express();
app.post('/q/:code', express.urlencoded({ extended: false }), (req, res) => {
  const id = randomUUID();
  insert.run(id, req.params.code, Number((req.body as { score: string }).score), Date.now());
  res.writeHead(303, { location: `/r/${id}`, 'content-length': 0 }).end();
});
serveUsage(app);
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening ${(server.address() as { port: number }).port}`);
});
