import type { Topic } from './person.ts';

/** What can be chosen, in words for people. */
export const TOPIC_WORDS: { readonly [T in Topic]: string } = {
  results: 'ผลการประเมินใหม่',
  news: 'ท่านบอก เราทำ และข่าวด่วน',
  digest: 'สรุปงานสำหรับเจ้าหน้าที่',
};
