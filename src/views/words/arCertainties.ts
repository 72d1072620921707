import type { CertaintyWords } from './words.ts';

/** The Arabic words for certainty. */
export const arCertainties: CertaintyWords = {
  confirmed: {
    name: 'مؤكد',
    mark: null,
    by: 'مؤكد بحسب',
    sentence: 'مؤكد: شوهد وقوعه، أو أعلنه من قام به.',
  },
  said: {
    name: 'تصريح',
    mark: null,
    sentence: 'تصريح علني أو أُدلي به لوسيلة الإعلام؛ ولا يعني ذلك صحة مضمونه.',
    by: 'تصريح بحسب',
  },
  reported: {
    name: 'منقول',
    mark: null,
    by: 'منقول عن',
    sentence: 'منقول: أوردته وسيلة الإعلام من دون أن تشهده بنفسها.',
  },
  purported: {
    name: 'غير متحقق منه',
    mark: 'غير متحقق منه',
    by: 'غير متحقق منه، كما ورد في',
    sentence: 'غير متحقق منه: يستند إلى تسجيل أو وثيقة لم يُثبت أحد صحتها.',
  },
  denied: {
    name: 'نفي',
    mark: 'يُقال إنه لم يقع',
    by: 'منفي بحسب',
    sentence: 'نفي: يقول المصدر إنه لم يقع.',
  },
  disputed: {
    name: 'موضع خلاف',
    mark: 'موضع خلاف',
    sentence: 'موضع خلاف: ينفي مقال ما ينقله آخر.',
  },
  announced: {
    name: 'معلن',
    mark: 'معلن',
    by: 'معلن بحسب',
    sentence: 'معلن: لم يكن قد وقع حتى وقت النشر.',
  },
  threatened: {
    name: 'تهديد',
    mark: 'تهديد',
    by: 'تهديد بحسب',
    sentence: 'تهديد: لم يكن قد وقع حتى وقت النشر، وقد لا يقع أبداً.',
  },
  planned: {
    name: 'مخطط له',
    mark: 'مخطط له',
    by: 'مخطط له بحسب',
    sentence: 'مخطط له: لم يكن قد وقع حتى وقت النشر.',
  },
  due: {
    name: 'مرتقب',
    mark: 'مرتقب',
    by: 'مرتقب بحسب',
    sentence: 'مرتقب: موعده محدد ولم يكن قد حلّ حتى وقت النشر.',
  },
};
