import { startEmulator } from '../../src/emulator/emulator.ts';

/** A LINE platform in a process of its own, with a crowd of so many. Prints its address; ends with its standard input. */
const emulator = await startEmulator({
  port: 0,
  channelSecret: 'secret',
  channelAccessToken: 'a-channel-access-token',
  clock: () => new Date(),
  newId: () => crypto.randomUUID(),
  monthlyLimit: null,
});
emulator.crowd.gather(Number(process.argv[2]));
console.log(emulator.url);
process.stdin.resume();
process.stdin.once('end', () => {
  const received = emulator.crowd.received();
  console.log(JSON.stringify({ once: received.filter((times) => times === 1).length, all: received.length }));
  process.exit(0);
});
