import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../src/cli/csv.ts';

/** The cells of one line, as a spreadsheet reads them. */
function parse(line: string): string[] {
  const body = `,${line.slice(0, -2)}`;
  return [...body.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

describe('a line of CSV', () => {
  it.each(['=1+1', '+66', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1+1', '\r=1', '"=1', '=HYPERLINK("http://x")'])(
    'cannot make a spreadsheet calculate %j',
    (cell) => expect(parse(csvLine([cell]))[0]).toMatch(/^['"]/),
  );

  it('comes back as it was, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('ก', '"', "'", ',', ';', '\n', '\r', ' ', '=', '+') }), {
          minLength: 2,
        }),
        (cells) => {
          const back = parse(csvLine(cells));
          expect(back.map((cell, at) => (cells[at] === cell ? cell : cell.slice(1)))).toEqual(cells);
        },
      ),
    );
  });

  it('leaves numbers alone', () => expect(csvLine([-1, 'ดี'])).toBe('-1,ดี\r\n'));
});
