import { expect, it } from 'vitest';
import { agencyNames } from '../../src/agency/agency-names.ts';

const RESULTS = [{ agencyName: 'อบต.บางครก' }, { agencyName: 'องค์การบริหารส่วนตำบลบางครก' }];

it('an agency is called what its profile says', () => {
  const agency = { name: 'องค์การบริหารส่วนตำบลบางครก อำเภอบ้านแหลม', shortName: 'อบต.บางครก' };
  expect(agencyNames({ agency, assessments: RESULTS })).toEqual({ agency: agency.shortName, agencyName: agency.name });
});

it('without a profile it is called what its newest result says, and without a result by no name', () => {
  const name = 'องค์การบริหารส่วนตำบลบางครก';
  expect(agencyNames({ agency: undefined, assessments: RESULTS })).toEqual({ agency: name, agencyName: name });
  expect(agencyNames({ agency: undefined, assessments: [] })).toEqual({ agency: 'หน่วยงาน', agencyName: 'หน่วยงาน' });
});
