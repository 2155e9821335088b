import type { Refusal } from '../../../measures/change.ts';
import type { NotUndone } from '../../../measures/undo-change.ts';

/** Why a change was not made, in a sentence above the measure. */
export const REFUSAL_WORDS: { readonly [R in Refusal]: string } = {
  already: 'เป็นเช่นนี้อยู่แล้ว ไม่มีอะไรเปลี่ยนแปลง',
  closed: 'มาตรการนี้เสร็จหรือยุติแล้ว หากต้องแก้ไขให้แตะ “เปิดดำเนินการต่อ” ก่อน',
  carried: 'มาตรการนี้ยกไปดำเนินการต่อในปีงบประมาณถัดไปแล้ว',
  'ask-done': 'คืบหน้า 100% แล้ว ต้องบอกก่อนว่าเสร็จหรือยัง',
  'ask-day': 'วันที่นี้ต้องยืนยันก่อน',
  'no-reason': 'ยังไม่มีเหตุผล กรุณาพิมพ์เหตุผลที่ยุติ',
  'reason-too-long': 'เหตุผลยาวเกินไป กรุณาย่อให้ไม่เกิน 1,000 ตัวอักษรแล้วส่งใหม่',
  'bad-percent': 'ความคืบหน้าต้องเป็นจำนวนเต็ม 0 ถึง 100',
  'bad-day': 'อ่านวันที่ไม่ได้ กรุณาเลือกใหม่',
};

export const NOT_UNDONE_WORDS: { readonly [R in NotUndone]: string } = {
  'changed-since': 'ยกเลิกไม่ได้ เพราะมีการเปลี่ยนแปลงหลังจากรายการนั้นแล้ว',
  'not-yours': 'ยกเลิกไม่ได้ เพราะรายการล่าสุดเป็นของผู้อื่น',
  'too-late': 'ยกเลิกไม่ได้ เพราะเกิน 10 นาทีแล้ว แก้ไขเป็นรายการใหม่ได้',
  'not-undoable': 'รายการนี้ยกเลิกไม่ได้',
};
