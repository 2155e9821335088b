import type { PosterData } from '../../src/poster/poster-data.ts';

export const samplePoster: PosterData = {
  agencyName: 'องค์การบริหารส่วนตำบลบางครก',
  agencyShortName: 'อบต.บางครก',
  point: 'งานทะเบียนราษฎร',
  place: 'ชั้น 1 ช่อง 2',
  fiscalYear: 2569,
  audience: 'citizen',
  code: '7K9DM2X4TQ8',
  publicUrl: 'https://bangkhrok.go.th',
  endsAt: null,
};

/** Everything as long as the records allow, and an address as long as hosting services give. */
export const longPoster: PosterData = {
  agencyName: 'สำนักงานปลัดเทศบาลนครนครศรีธรรมราช ศูนย์บริการประชาชนแบบเบ็ดเสร็จ สาขาหน้าเมืองและพื้นที่ใกล้เคียงทั้งหมดในอำเภอ',
  agencyShortName: 'ศูนย์บริการประชาชน ทน.นครศรีธรรมราช ฯ',
  point: 'งานทะเบียนราษฎร บัตรประจำตัวประชาชน และงานสวัสดิการผู้สูงอายุและผู้พิการ ชั้น 1',
  place: 'อาคารศูนย์บริการร่วม ชั้น 1 ช่องบริการที่ 2 ถึง 4 ด้านขวามือของประตูทางเข้าใหญ่ ติดกับห้องประชุมเฉลิมพระเกียรติ ฝั่งตะวันออก',
  fiscalYear: 2569,
  audience: 'staff',
  code: 'ZZZZZZZZZZZ',
  publicUrl: 'https://prongsai-feedback-abcdefghij-as.a.run.app',
  endsAt: '2026-09-30T16:59:59.000Z',
};
