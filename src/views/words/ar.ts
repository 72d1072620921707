import type { WritingStyle } from '../../model/siteLanguages.ts';
import { createArDates } from './arDates.ts';
import { createArabicGrammar } from './arGrammar.ts';
import { createArPages } from './arPages.ts';
import type { CertaintyWords, Words } from './words.ts';

const certainties: CertaintyWords = {
  confirmed: {
    name: 'مؤكد',
    mark: null,
    sentence: 'مؤكد: شوهد وقوعه، أو أعلنه من قام به.',
  },
  said: {
    name: 'تصريح',
    mark: null,
    sentence: 'تصريح علني أو أُدلي به لوسيلة الإعلام؛ ولا يعني ذلك صحة مضمونه.',
  },
  reported: {
    name: 'منقول',
    mark: null,
    sentence: 'منقول: أوردته وسيلة الإعلام من دون أن تشهده بنفسها.',
  },
  purported: {
    name: 'غير متحقق منه',
    mark: 'غير متحقق منه',
    sentence: 'غير متحقق منه: يستند إلى تسجيل أو وثيقة لم يُثبت أحد صحتها.',
  },
  denied: {
    name: 'نفي',
    mark: 'يُقال إنه لم يقع',
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
    sentence: 'معلن: لم يكن قد وقع حتى وقت النشر.',
  },
  threatened: {
    name: 'تهديد',
    mark: 'تهديد',
    sentence: 'تهديد: لم يكن قد وقع حتى وقت النشر، وقد لا يقع أبداً.',
  },
  planned: {
    name: 'مخطط له',
    mark: 'مخطط له',
    sentence: 'مخطط له: لم يكن قد وقع حتى وقت النشر.',
  },
  due: {
    name: 'مرتقب',
    mark: 'مرتقب',
    sentence: 'مرتقب: موعده محدد ولم يكن قد حلّ حتى وقت النشر.',
  },
};

/** Returns all texts of the site in Arabic, with its digits and month names. */
export function createArabic(style: WritingStyle): Words {
  return {
    language: 'ar',
    direction: 'rtl',
    number: createArabicGrammar(style).number,
    dates: createArDates(style),
    certainties,
    pages: createArPages(style),
  };
}
