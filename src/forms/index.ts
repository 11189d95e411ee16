import { secondLookForm } from './second-look.js';
import { objectionForm, recoveryForm, serviceForm } from './service.js';
import type { Form } from './types.js';
import { reportForm, surveyForm, verificationForm } from './verification.js';

/** Every form that comes back, by its kind. */
export const forms: Readonly<Record<Form['kind'], Form>> = {
  verification: verificationForm,
  report: reportForm,
  survey: surveyForm,
  service: serviceForm,
  objection: objectionForm,
  recovery: recoveryForm,
  second_look: secondLookForm,
};
