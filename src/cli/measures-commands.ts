import type { Command } from 'commander';
import type { ForAgency } from './for-agency.ts';
import type { MeasuresAddOptions } from './measures-add.ts';

/** `prongsai measures …`. */
export function addMeasuresCommands(program: Command, forAgency: ForAgency): void {
  const measures = program.command('measures').description('มาตรการของปีงบประมาณ / improvement measures');
  measures
    .command('import <file>')
    .description('นำเข้ามาตรการของปีจากไฟล์ สั่งซ้ำได้ / add or update the measures of a year')
    .action(
      forAgency(async (context, file: string) => (await import('./measures-import.ts')).measuresImport(context, file)),
    );
  measures
    .command('list')
    .description('ดูมาตรการและความคืบหน้า / list measures and where they stand')
    .option('--year <year>', 'เฉพาะปีงบประมาณ พ.ศ. / of one fiscal year')
    .action(
      forAgency(async (context, options: { year?: string }) =>
        (await import('./measures-list.ts')).measuresList(context, options),
      ),
    );
  measures
    .command('add <title>')
    .description('เพิ่มมาตรการหนึ่งข้อ / add one measure')
    .option('--year <year>', 'ปีงบประมาณ พ.ศ. / fiscal year, default: this one')
    .option('--indicators <list>', 'ตัวชี้วัดที่ตอบ เช่น 5,8 / indicators it answers')
    .option('--items <list>', 'ข้อคำถามที่ตอบ เช่น I29,E11 / items it answers')
    .option('--division <id>', 'รหัสหน่วยที่รับผิดชอบ / id of a division of the profile')
    .option('--owner <text>', 'ผู้รับผิดชอบเป็นข้อความ / who looks after it, in words')
    .option('--due <date>', 'วันครบกำหนด เช่น 31/3/2570 / last day')
    .option('--step <text...>', 'ขั้นตอน ใส่ได้หลายครั้ง / a step, may be repeated')
    .action(
      forAgency(async (context, title: string, options: MeasuresAddOptions) =>
        (await import('./measures-add.ts')).measuresAdd(context, title, options),
      ),
    );
  measures
    .command('carry <year>')
    .description('ยกมาตรการที่ยังไม่เสร็จของปีนั้นไปปีถัดไป สั่งซ้ำได้ / let what is unfinished go on in the next year')
    .action(
      forAgency(async (context, year: string) => (await import('./measures-carry.ts')).measuresCarry(context, year)),
    );
}
