import type { FieldSpec } from '../records/types.js';

/** An ID number of nobody: area code 110101 and the serial number 000, which is not given out; the check digit is right. */
const EXAMPLE_ID = '110101199001010007';

/** What a value of the field may look like, for the template. */
export function exampleOf(field: FieldSpec): string {
  switch (field.type) {
    case 'id':
      return EXAMPLE_ID;
    case 'name':
      return '张某某';
    case 'date':
      return '2024-03-05';
    case 'month':
      return '2024-03';
    case 'money':
      return '1234.50';
    case 'int':
      return '2';
    case 'bool':
      return '是';
    case 'code':
      return field.codes?.[0]?.labels[0] ?? '';
    case 'text':
      return '';
  }
}
