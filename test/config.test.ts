import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

describe('the configuration', () => {
  it('needs nothing: without any variable it is a local server on SQLite without a LINE channel', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      publicUrl: undefined,
      trustedProxies: 0,
      channel: undefined,
      lineBasicId: undefined,
      store: { kind: 'sqlite', path: 'data/prongsai.db' },
      orgId: 'agency',
      logLevel: undefined,
    });
  });

  it('takes every variable', () => {
    const config = readConfig({
      PORT: '0',
      PUBLIC_URL: 'https://ita.example.go.th/',
      TRUSTED_PROXIES: '2',
      K_SERVICE: 'prongsai',
      LINE_CHANNEL_SECRET: 'a-secret',
      LINE_CHANNEL_ACCESS_TOKEN: 'a-token',
      LINE_API_BASE_URL: 'http://127.0.0.1:9999',
      LINE_DATA_API_BASE_URL: 'http://127.0.0.1:9998',
      LINE_BASIC_ID: '123abcde',
      STORE: 'firestore:demo-prongsai',
      FIRESTORE_EMULATOR_HOST: '127.0.0.1:8085',
      ORG_ID: 'bang-khrok',
      LOG_LEVEL: 'debug',
    });
    expect(config).toEqual({
      port: 0,
      publicUrl: 'https://ita.example.go.th',
      trustedProxies: 2,
      channel: {
        channelSecret: 'a-secret',
        channelAccessToken: 'a-token',
        apiBaseUrl: 'http://127.0.0.1:9999',
        dataApiBaseUrl: 'http://127.0.0.1:9998',
      },
      lineBasicId: '@123abcde',
      store: { kind: 'firestore', projectId: 'demo-prongsai', emulatorHost: '127.0.0.1:8085' },
      orgId: 'bang-khrok',
      logLevel: 'debug',
    });
  });

  it.each([
    [{}, 'https://api.line.me', 'https://api-data.line.me'],
    [{ LINE_API_BASE_URL: 'http://127.0.0.1:9999' }, 'http://127.0.0.1:9999', 'http://127.0.0.1:9999'],
  ])(
    'looks for files where LINE has them, or where what stands in for LINE is: %j',
    (env, apiBaseUrl, dataApiBaseUrl) => {
      const keys = { LINE_CHANNEL_SECRET: 'a-secret', LINE_CHANNEL_ACCESS_TOKEN: 'a-token' };
      expect(readConfig({ ...keys, ...env }).channel).toMatchObject({ apiBaseUrl, dataApiBaseUrl });
    },
  );

  it('believes the one proxy that Cloud Run always has in front, unless told otherwise', () => {
    expect(readConfig({ K_SERVICE: 'prongsai' }).trustedProxies).toBe(1);
    expect(readConfig({ K_SERVICE: 'prongsai', TRUSTED_PROXIES: '0' }).trustedProxies).toBe(0);
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'http://ita.example.go.th'],
    ['PUBLIC_URL', 'https://ita.example.go.th/path'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '10'],
    ['LINE_API_BASE_URL', 'http://api.line.me'],
    ['LINE_API_BASE_URL', 'https://api.line.me/v2'],
    ['LINE_API_BASE_URL', 'https://user:pass@api.line.me'],
    ['LINE_BASIC_ID', 'a b'],
    ['STORE', 'mysql:x'],
    ['STORE', 'sqlite:'],
    ['STORE', 'firestore:UPPER'],
    ['FIRESTORE_EMULATOR_HOST', 'nowhere'],
    ['ORG_ID', 'a/b'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and says how to mend it', (key, value) => {
    const problems = problemsOf({ [key]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(key);
  });

  it.each([
    ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'],
    ['LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_SECRET'],
  ])('refuses %s without %s and names the missing one', (given, missing) => {
    expect(problemsOf({ [given]: 'something' })[0]).toContain(missing);
    expect(problemsOf({ [given]: 'something', [missing]: ' ' })).toHaveLength(1);
  });

  it('names all problems at once and never repeats a secret', () => {
    const env = { PORT: 'x', ORG_ID: '?', LINE_CHANNEL_SECRET: 'tell no one' };
    const problems = problemsOf(env);
    expect(problems).toHaveLength(4);
    expect(() => readConfig(env)).toThrow(/PORT[^]*ORG_ID/);
    expect(problems.join()).not.toContain('tell no one');
  });
});
