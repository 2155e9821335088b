import type { Command } from 'commander';
import type { ForAgency } from './for-agency.ts';
import type { QrCreateOptions } from './qr-create.ts';

/** `prongsai qr …`; returns the command, for more under it. */
export function addQrCommands(program: Command, forAgency: ForAgency): Command {
  const qr = program.command('qr').description('รหัสคิวอาร์โค้ดที่จุดบริการ / codes at service points');
  qr.command('create <point>')
    .description('สร้างรหัสของจุดบริการ / make a code for a service point')
    .option('--place <text>', 'ติดไว้ที่ไหน เช่น "ชั้น 1 ช่อง 2" / where it hangs')
    .option('--year <year>', 'รอบปีงบประมาณ พ.ศ. / fiscal year, default: this one')
    .option('--division <id>', 'ของสังกัดใด / whose counter it is')
    .option('--staff', 'ถามเจ้าหน้าที่แทนประชาชน / ask staff (indicators 1-5)')
    .option('--kiosk', 'ใช้บนแท็บเล็ตที่หลายคนใช้ต่อกัน / for a device that many people use in turn')
    .option('--indicators <list>', 'ตัวชี้วัดที่ถาม เช่น 6,7,8 / indicators asked about')
    .option('--from <date>', 'วันแรกที่รับ เช่น 1/12/2569 / first day')
    .option('--to <date>', 'วันสุดท้ายที่รับ / last day')
    .action(
      forAgency(async (context, point: string, options: QrCreateOptions) =>
        (await import('./qr-create.ts')).qrCreate(context, point, options),
      ),
    );
  qr.command('list')
    .description('ดูรหัสทั้งหมด / list the codes')
    .option('--year <year>', 'เฉพาะรอบปีงบประมาณ พ.ศ. / of one fiscal year')
    .action(
      forAgency(async (context, options: { year?: string }) => (await import('./qr-list.ts')).qrList(context, options)),
    );
  qr.command('rename <code> <point>')
    .description('เปลี่ยนชื่อจุดบริการ รหัสเดิมใช้ต่อได้ / another name, same code')
    .option('--place <text>', 'ติดไว้ที่ไหน / where it hangs')
    .action(
      forAgency(async (context, code: string, point: string, options: { place?: string }) =>
        (await import('./qr-rename.ts')).qrRename(context, code, point, options),
      ),
    );
  qr.command('stop <code>')
    .description('หยุดรับความเห็นทางรหัสนี้ / take no more answers through it')
    .action(forAgency(async (context, code: string) => (await import('./qr-stop.ts')).qrStop(context, code)));
  qr.command('open <code>')
    .description('เปิดรับทางรหัสที่หยุดไว้อีกครั้ง / take answers again through a stopped code')
    .action(forAgency(async (context, code: string) => (await import('./qr-stop.ts')).qrOpen(context, code)));
  return qr;
}
