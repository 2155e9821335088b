import { cleanFeedback, cleanShortLived } from '../feedback/retention.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';

/** `prongsai feedback clean`: removes what has been kept long enough, as the server does daily. Throws StoreError. */
export async function feedbackClean({ store, clock, print }: CommandContext): Promise<ExitCode> {
  await cleanShortLived(store, clock);
  const { answers, contacts } = await cleanFeedback(store, clock);
  print(`ลบข้อความของความเห็นที่ครบกำหนด ${answers} รายการ และข้อมูลติดต่อ ${contacts} รายการแล้ว คะแนนยังอยู่ครบ`);
  return EXIT.ok;
}
