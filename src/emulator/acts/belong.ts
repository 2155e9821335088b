import { ActError } from './act-error.ts';
import type { Act, Stage } from './stage.ts';

/** Becoming and no longer being a friend or member. */
export function createBelonging(stage: Stage) {
  const { world } = stage;
  const person = (id: string) => {
    const it = stage.chat(id);
    if (it.kind !== 'user') throw new ActError('ใช้ได้กับแชตส่วนตัวเท่านั้น');
    return it;
  };
  const group = (id: string) => {
    const it = stage.chat(id);
    if (it.kind !== 'group') throw new ActError('ใช้ได้กับกลุ่มเท่านั้น');
    return it;
  };
  return {
    follow: (id: string): Act => {
      const chat = person(id);
      if (chat.friend) throw new ActError('เป็นเพื่อนกันอยู่แล้ว');
      const isUnblocked = chat.blocked;
      Object.assign(chat, { friend: true, blocked: false });
      world.chats.changed();
      const event = stage.event({ chat, person: chat }, 'follow', { follow: { isUnblocked } });
      return stage.perform(chat, { kind: 'system', from: chat.id, text: 'เพิ่มเพื่อนแล้ว', event });
    },
    unfollow: (id: string): Act => {
      const chat = person(id);
      if (chat.blocked) throw new ActError('บล็อกอยู่แล้ว');
      Object.assign(chat, { friend: false, blocked: true });
      world.chats.changed();
      const event = stage.event({ chat, person: chat }, 'unfollow', {}, false);
      return stage.perform(chat, { kind: 'system', from: chat.id, text: 'บล็อกบัญชีแล้ว', event });
    },
    /** The account joins a group, or, with `as`, that person joins a group the account is in. */
    join: (id: string, as?: string): Act => {
      const chat = group(id);
      if (as !== undefined) return memberJoins(id, as);
      if (chat.friend) throw new ActError('บัญชีอยู่ในกลุ่มแล้ว');
      chat.friend = true;
      world.chats.changed();
      const event = stage.event({ chat, person: chat }, 'join', {});
      return stage.perform(chat, { kind: 'system', from: chat.id, text: 'เชิญบัญชีเข้ากลุ่มแล้ว', event });
    },
    /** The account is removed from a group. */
    leave: (id: string): Act => {
      const chat = group(id);
      if (!chat.friend) throw new ActError('บัญชีไม่ได้อยู่ในกลุ่ม');
      chat.friend = false;
      world.chats.changed();
      const event = stage.event({ chat, person: chat }, 'leave', {}, false);
      return stage.perform(chat, { kind: 'system', from: chat.id, text: 'นำบัญชีออกจากกลุ่มแล้ว', event });
    },
  };

  function memberJoins(id: string, as: string): Act {
    const chat = group(id);
    const member = person(as);
    if (!chat.friend) throw new ActError('บัญชียังไม่ได้อยู่ในกลุ่มนี้');
    if (chat.members.includes(member.id)) throw new ActError('ผู้นี้อยู่ในกลุ่มแล้ว');
    chat.members.push(member.id);
    const members = [{ type: 'user', userId: member.lineId }];
    const event = stage.event({ chat, person: chat }, 'memberJoined', { joined: { members } });
    return stage.perform(chat, { kind: 'system', from: member.id, text: `${member.name} เข้ากลุ่ม`, event });
  }
}
