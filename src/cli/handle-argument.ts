import { readHandle } from '../people/handle.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** A handle as typed. Throws UsageError. */
export function handleArgument(text: string): string {
  const handle = readHandle(text);
  if (handle === undefined)
    throw new UsageError('รหัสประจำตัวต้องมี 8 ตัว เช่น 7K3M-9QXT ดูได้ด้วยคำสั่ง: npm run prongsai -- people list');
  return handle;
}
