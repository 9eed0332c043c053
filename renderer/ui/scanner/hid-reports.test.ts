import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportsOf } from './hid-reports.fixture.ts';
import { createReportReader } from './hid-reports.ts';

const heard = (reports: readonly Uint8Array[]): string[] => {
  const read = createReportReader();
  return reports.flatMap((report) => read(report) ?? []);
};

test('codes come whole, however many reports each takes, letters of every alphabet and GS included', () => {
  const code = fc.string({
    unit: fc.constantFrom('0', '9', 'A', 'ж', 'Қ', '\u001D', '🎁'),
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(fc.array(code, { maxLength: 4 }), (codes) => {
      expect(heard(codes.flatMap((each) => reportsOf(each)))).toEqual(codes);
    }),
  );
});

test('the end that a scanner puts after its codes is no part of them; an empty code is none', () => {
  expect(heard([...reportsOf('4006381333931\r\n'), ...reportsOf('\r')])).toEqual(['4006381333931']);
});

test('a symbology one place further on, as some send it, is understood', () => {
  const moved = reportsOf('46009333').map((report) => {
    const longer = new Uint8Array(63);
    longer[0] = report[0] ?? 0;
    longer.set(report.subarray(1, 62), 2);
    longer[62] = report[62] ?? 0;
    return longer;
  });
  expect(heard(moved)).toEqual(['46009333']);
});

test('whatever a device sends, the next code is heard', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 20 }), (noise) => {
      const read = createReportReader();
      for (const report of noise) read(report);
      // What the noise began ends with the first; the second is itself.
      for (const report of reportsOf('1')) read(report);
      expect(reportsOf('46009333').map((report) => read(report))).toEqual(['46009333']);
    }),
  );
  const endless = Array.from({ length: 1000 }, () => {
    const [report = new Uint8Array(63)] = reportsOf('7'.repeat(56));
    return report.with(62, 1);
  });
  expect(heard([...endless, ...reportsOf('1'), ...reportsOf('46009333')])).toEqual(['46009333']);
});
