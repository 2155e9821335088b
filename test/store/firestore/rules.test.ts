import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../../src/store/collections.ts';
import { firestoreForTests } from '../../firestore-for-tests.ts';

const { host, why, projectId } = await firestoreForTests();
const documents = `projects/${projectId}/databases/(default)/documents`;
const base = `http://${host}/v1/${documents}`;

const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token as a signed-in user would send it; the emulator takes it without a signature. */
const userToken = `${segment({ alg: 'none', typ: 'JWT' })}.${segment({
  iss: `https://securetoken.google.com/${projectId}`,
  aud: projectId,
  auth_time: 1,
  iat: 1,
  exp: 4_102_444_800,
  sub: 'somebody',
  user_id: 'somebody',
  firebase: { identities: {}, sign_in_provider: 'custom' },
})}.`;

const strangers = [
  ['anonymous', undefined],
  ['signed in', `Bearer ${userToken}`],
] as const;

const paths = [...COLLECTIONS.map(({ path }) => `orgs/org/${path}`), 'orgs', 'anything'];
const fields = { fields: { a: { stringValue: 'x' } } };

interface Call {
  readonly method: string;
  readonly path: (collection: string) => string;
  readonly body?: (collection: string) => object;
}

const operations: Readonly<Record<string, Call>> = {
  get: { method: 'GET', path: (collection) => `/${collection}/there` },
  'get of nothing': { method: 'GET', path: (collection) => `/${collection}/absent` },
  list: { method: 'GET', path: (collection) => `/${collection}` },
  query: {
    method: 'POST',
    path: (collection) => `${collection.includes('/') ? '/orgs/org' : ''}:runQuery`,
    body: (collection) => ({ structuredQuery: { from: [{ collectionId: collection.split('/').at(-1) }] } }),
  },
  create: { method: 'POST', path: (collection) => `/${collection}?documentId=new`, body: () => fields },
  update: { method: 'PATCH', path: (collection) => `/${collection}/there`, body: () => fields },
  delete: { method: 'DELETE', path: (collection) => `/${collection}/there` },
};

async function call(name: string, collection: string, authorization: string | undefined): Promise<number> {
  const operation = operations[name];
  if (operation === undefined) throw new Error(`no operation ${name}`);
  const body = operation.body?.(collection);
  const answer = await fetch(`${base}${operation.path(collection)}`, {
    method: operation.method,
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

describe.skipIf(host === undefined)(`firestore.rules${why}`, () => {
  beforeAll(async () => {
    // Also an emulator that was already running is to judge by the rules of this project.
    const files = [{ name: 'firestore.rules', content: readFileSync('firestore.rules', 'utf8') }];
    const loaded = await fetch(`http://${host}/emulator/v1/projects/${projectId}:securityRules`, {
      method: 'PUT',
      body: JSON.stringify({ rules: { files } }),
    });
    expect(loaded.status).toBe(200);
    for (const path of paths) {
      const url = `${base}/${path}/there`;
      const headers = { authorization: 'Bearer owner', 'content-type': 'application/json' };
      const written = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(fields) });
      expect(written.status).toBe(200);
    }
  });

  const everything = strangers.flatMap(([who, token]) =>
    paths.flatMap((path) => Object.keys(operations).map((operation) => ({ who, token, path, operation }))),
  );

  it.each(everything)('refuse $operation on $path to a client that is $who', async ({ token, path, operation }) => {
    expect(await call(operation, path, token)).toBe(403);
  });

  it.each(paths)('do not bind the server: it may do everything on %s', async (path) => {
    expect(await call('get', path, 'Bearer owner')).toBe(200);
    expect(await call('list', path, 'Bearer owner')).toBe(200);
    expect(await call('query', path, 'Bearer owner')).toBe(200);
    expect(await call('create', path, 'Bearer owner')).toBe(200);
    expect(await call('update', path, 'Bearer owner')).toBe(200);
    expect(await call('delete', path, 'Bearer owner')).toBe(200);
  });
});
