import { describe, expect, it } from 'vitest';
import { rememberChoice } from '../../src/people/following.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';
import { announceResult, previewAnnouncement } from '../../src/push/announce.ts';
import { citizenAudience } from '../../src/push/audience.ts';
import { deliver } from '../../src/push/deliver.ts';
import type { Letter } from '../../src/push/parts-of.ts';
import { recipientsOf } from '../../src/push/request-body.ts';
import { cleanPushes } from '../../src/push/retention.ts';
import { runDue } from '../../src/push/run-due.ts';
import type { Send } from '../../src/push/send-outcome.ts';
import { erasePerson } from '../../src/privacy/personal-data.ts';
import { bodies, parts, pushes, staff } from '../../src/store/collections.ts';
import { CITIZENS, deskByTheCalendar, MANAGERS, STAFF, type CalendarDesk } from './desk-by-the-calendar.ts';
import { withOutbox } from './outbox.ts';

const DAY_MS = 86_400_000;
const BY = 'command';
const HELLO = '[{"type":"text","text":"ท่านบอก เราทำ"}]';
const ACCEPTED: Send = async () => ({ kind: 'accepted' });

function sending({ store, desk }: CalendarDesk, send: Send = ACCEPTED): Parameters<typeof deliver>[0] {
  return { store, clock: desk.clock, name: 'server', random: () => 0, pause: async () => undefined, send };
}

describe('planning', () => {
  const outbox = withOutbox();

  it('is interrupted by the erasure of somebody it may have read already, and done anew without them', async () => {
    const { emulator, plan, deliver: go, store, now, advance, reached } = outbox();
    emulator.crowd.gather(600);
    const at = { eventMs: now().getTime() - DAY_MS, nowMs: now().getTime() - DAY_MS };
    await store.transaction(async (tx) => {
      for (let no = 0; no < 600; no += 1) await rememberChoice(emulator.crowd.id(no), 'news', true, at)(tx);
    });
    const letters = async function* (meanwhile?: () => Promise<unknown>): AsyncGenerator<Letter> {
      for await (const { to } of citizenAudience(store, 'news', new Set())) yield { to, messages: HELLO };
      await meanwhile?.();
    };
    const erased = emulator.crowd.id(7);
    const first = await plan(0, { letters: letters(() => erasePerson(store, erased, now)) });
    expect(first).toEqual({ kind: 'interrupted' });
    expect(JSON.stringify((await store.query(bodies)).docs)).not.toContain(erased);
    advance(1_000);
    expect(await plan(0, { letters: letters() })).toMatchObject({ kind: 'sending', push: { people: 599 } });
    await go();
    expect(reached()).toEqual({ none: 1, once: 599, more: 0 });
  });

  it('that was overtaken by another server does not take back what that one plans', async () => {
    const { plan, deliver: go, advance, reached } = outbox();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const slow = async function* (): AsyncGenerator<Letter> {
      yield { to: outbox().emulator.crowd.id(0), messages: HELLO };
      await held;
    };
    const first = plan(0, { letters: slow() });
    await new Promise(setImmediate);
    advance(61_000);
    expect(await plan(3)).toMatchObject({ kind: 'sending' });
    release();
    expect(await first).toMatchObject({ kind: 'known', push: { people: 3 } });
    await go();
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
  });

  it('that was overtaken and then fails takes nothing from the one that plans now', async () => {
    const { emulator, plan, deliver: go, advance, reached } = outbox();
    emulator.crowd.gather(3);
    const one = Promise.withResolvers<void>();
    const other = Promise.withResolvers<void>();
    const held = async function* (until: Promise<void>): AsyncGenerator<Letter> {
      for (let no = 0; no < 3; no += 1) yield { to: emulator.crowd.id(no), messages: HELLO };
      await until;
    };
    const first = plan(0, { letters: held(one.promise) });
    await new Promise(setImmediate);
    advance(61_000);
    const second = plan(0, { letters: held(other.promise) });
    await new Promise(setImmediate);
    one.reject(new Error('the audience cannot be read'));
    await expect(first).rejects.toThrow('the audience cannot be read');
    other.resolve();
    expect(await second).toMatchObject({ kind: 'sending', push: { people: 3 } });
    await go();
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
  });

  it('that broke off is forgotten after a day, and what was sent after two years', async () => {
    const { emulator, plan, deliver: go, store, advance, now } = outbox();
    await plan(3, { id: 'sent' });
    await go();
    async function* dies(): AsyncGenerator<Letter> {
      for (let no = 0; no < 8_000; no += 1) yield { to: emulator.crowd.id(no), messages: HELLO };
      await new Promise(() => undefined);
    }
    void plan(0, { id: 'broke-off', letters: dies() });
    await expect.poll(async () => (await store.query(bodies)).docs).toHaveLength(15);
    advance(DAY_MS - 1);
    await cleanPushes(store, now);
    expect((await store.query(bodies)).docs).toHaveLength(15);
    advance(1);
    await cleanPushes(store, now);
    expect((await store.query(bodies)).docs).toEqual([]);
    expect((await store.query(pushes)).docs.map(({ id }) => id)).toEqual(['sent']);
    advance(2 * 365 * DAY_MS);
    await cleanPushes(store, now);
    expect([(await store.query(pushes)).docs, (await store.query(parts)).docs]).toEqual([[], []]);
  });
});

describe('a round', () => {
  it('sends what waits although a card cannot be made, and says so at the end', async () => {
    const it = await deskByTheCalendar();
    it.at('2026-11-02T09:00');
    await announceResult(it.desk, 2565, 'managers', BY);
    const desk = {
      ...it.desk,
      render: (card: string, data: object) => {
        if (card === 'push-staff-digest') throw new Error('this card is broken');
        return it.desk.render(card, data);
      },
    };
    const reached: string[] = [];
    const send: Send = async ({ body }) => {
      reached.push(...recipientsOf(body));
      return { kind: 'accepted' };
    };
    await expect(runDue(desk, sending(it, send))).rejects.toThrow('this card is broken');
    // Once the announcement, once their own digest, which is due, too.
    expect(reached.sort()).toEqual([...MANAGERS, ...MANAGERS].sort());
  });

  it('leaves out staff whose role was taken back after the digest was planned', async () => {
    const it = await deskByTheCalendar();
    expect(await it.runAt('2026-11-02T09:00')).toContain('staff-digest sent');
    const [gone = ''] = STAFF;
    const member = await it.store.get(staff, gone);
    it.at('2026-11-02T09:01');
    if (member)
      await it.store.set(staff, gone, { ...member, role: 'citizen', withdrawnAt: it.desk.clock().toISOString() });
    const reached: string[] = [];
    await deliver(
      sending(it, async ({ body }) => {
        reached.push(...recipientsOf(body));
        return { kind: 'accepted' };
      }),
    );
    expect(reached).not.toContain(gone);
    expect(reached).toContain(STAFF[1]);
  });
});

describe('an announcement', () => {
  const people = async (it: CalendarDesk): Promise<unknown> => (await previewAnnouncement(it.desk, 2565))?.people;

  it('goes on from managers to staff and to citizens, to nobody twice', async () => {
    const it = await deskByTheCalendar();
    it.at('2026-11-02T09:00');
    const at = { eventMs: it.desk.clock().getTime() - 1, nowMs: it.desk.clock().getTime() - 1 };
    for (const id of CITIZENS) await it.store.transaction(rememberChoice(id, 'results', true, at));
    const reached: string[] = [];
    const send: Send = async ({ body }) => {
      reached.push(...recipientsOf(body));
      return { kind: 'accepted' };
    };
    expect(await people(it)).toEqual({ managers: 2, staff: 6, everybody: 9 });
    expect(await announceResult(it.desk, 2565, 'managers', BY)).toMatchObject({ kind: 'sending', push: { people: 2 } });
    expect(await announceResult(it.desk, 2565, 'managers', BY)).toMatchObject({ kind: 'known' });
    // As long as it is being sent nobody can say whom it reached.
    expect(await announceResult(it.desk, 2565, 'everybody', BY)).toEqual({ kind: 'being-planned' });
    await deliver(sending(it, send));
    expect(await people(it)).toEqual({ managers: 0, staff: 4, everybody: 7 });
    expect(await announceResult(it.desk, 2565, 'everybody', BY)).toMatchObject({
      kind: 'sending',
      push: { people: 7 },
    });
    expect(await announceResult(it.desk, 2565, 'staff', BY)).toMatchObject({ kind: 'known' });
    expect(await people(it)).toEqual({ managers: 0, staff: 0, everybody: 0 });
    await deliver(sending(it, send));
    expect(reached.sort()).toEqual([...STAFF, ...MANAGERS, ...CITIZENS].sort());
  });

  it('knows whom it has reached although their roles have changed since', async () => {
    const it = await deskByTheCalendar();
    it.at('2026-11-02T09:00');
    await announceResult(it.desk, 2565, 'managers', BY);
    await deliver(sending(it));
    const changed = it.desk.staff().map(({ id, data }) => {
      const role: StaffMember['role'] = id === STAFF[0] ? 'manager' : id === MANAGERS[0] ? 'staff' : data.role;
      return { id, data: { ...data, role } };
    });
    expect(await announceResult({ ...it.desk, staff: () => changed }, 2565, 'staff', BY)).toMatchObject({
      kind: 'sending',
      push: { people: 4 },
    });
    expect((await it.letters()).to).toEqual(STAFF);
  });

  it('of which LINE took nothing can be sent again', async () => {
    const it = await deskByTheCalendar();
    it.at('2026-11-02T09:00');
    await announceResult(it.desk, 2565, 'managers', BY);
    await deliver(sending(it, async () => ({ kind: 'refused', reason: 'unauthorized', status: 401 })));
    expect(await people(it)).toMatchObject({ managers: 2 });
    expect(await announceResult(it.desk, 2565, 'managers', BY)).toMatchObject({ kind: 'sending' });
    await deliver(sending(it));
    expect(await announceResult(it.desk, 2565, 'managers', BY)).toMatchObject({ kind: 'known' });
  });
});
