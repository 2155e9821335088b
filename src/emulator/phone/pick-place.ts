// Asks for a place to send. The phone's own position is not read: a trial needs a place that stays the same.
import { ask, input } from './dialog.ts';

export interface PickedPlace {
  title: string;
  address: string;
  latitude: number;
  longitude: number;
}

/** The Democracy Monument in Bangkok, where the form starts. */
const START = {
  title: 'อนุสาวรีย์ประชาธิปไตย',
  address: 'ถนนราชดำเนินกลาง กรุงเทพมหานคร',
  latitude: 13.7567,
  longitude: 100.5018,
};

/** The place as LINE's location message has it, or null when none was chosen. */
export async function pickPlace(): Promise<PickedPlace | null> {
  const degrees = { type: 'number', step: 'any', required: '' };
  const answer = await ask('ส่งตำแหน่งที่ตั้ง', 'ส่ง', [
    input('ชื่อสถานที่', { name: 'title', value: START.title, maxlength: '100', required: '' }),
    input('ที่อยู่', { name: 'address', value: START.address, maxlength: '100', required: '' }),
    input('ละติจูด', { ...degrees, name: 'latitude', value: String(START.latitude), min: '-90', max: '90' }),
    input('ลองจิจูด', { ...degrees, name: 'longitude', value: String(START.longitude), min: '-180', max: '180' }),
  ]);
  if (!answer) return null;
  return {
    title: answer('title'),
    address: answer('address'),
    latitude: Number(answer('latitude')),
    longitude: Number(answer('longitude')),
  };
}
