import { describe, expect, it } from 'vitest';
import { startEmulator, whyNoEmulator } from './firestore-emulator.ts';

describe('the Firestore emulator for tests', () => {
  it('that cannot be found is explained, with how to get it', () => {
    expect(whyNoEmulator(undefined)).toContain('gcloud components install cloud-firestore-emulator');
    expect(whyNoEmulator(undefined)).toContain('npx firebase-tools setup:emulators:firestore');
    expect(whyNoEmulator(undefined)).toContain('Java 17');
  });

  it('that cannot be started says why', async () => {
    await expect(startEmulator('/nowhere/emulator.jar')).rejects.toThrow(
      /could not be started|ended with code 1 \(it needs Java 17 or newer\)[\s\S]*CloudFirestore/u,
    );
  });
});
