import type { WritingStyle } from '../../model/siteLanguages.ts';
import { createArDates } from './arDates.ts';
import { createArabicGrammar } from './arGrammar.ts';
import { createArPages } from './arPages.ts';
import type { CertaintyWords, Words } from './words.ts';

const certainties: CertaintyWords = {
  confirmed: {
    name: 'مؤكد',
    mark: null,
    sentence: 'مؤكد: شوهد، أو صرّح به من قام به.',
  },
  reported: {
    name: 'منقول',
    mark: null,
    sentence: 'منقول: لم تشهده وسيلة الإعلام بنفسها.',
  },
  purported: {
    name: 'غير متحقق منه',
    mark: 'لم يُتحقق منه',
    sentence: 'غير متحقق منه: يستند إلى تسجيل أو وثيقة لم يتحقق منها أحد.',
  },
  denied: {
    name: 'منفي',
    mark: 'يُقال إنه لم يقع',
    sentence: 'منفي: يقول المصدر إنه لم يقع.',
  },
  disputed: {
    name: 'موضع خلاف',
    mark: 'موضع خلاف',
    sentence: 'موضع خلاف: ينفي مقال ما ينقله آخر.',
  },
  announced: {
    name: 'معلن',
    mark: 'معلن',
    sentence: 'معلن: لم يكن قد وقع عند النشر.',
  },
  threatened: {
    name: 'تهديد',
    mark: 'تهديد',
    sentence: 'تهديد: لم يكن قد وقع عند النشر، وقد لا يقع أبداً.',
  },
  planned: {
    name: 'مقرر',
    mark: 'مقرر',
    sentence: 'مقرر: لم يكن قد وقع عند النشر.',
  },
  due: {
    name: 'مرتقب',
    mark: 'مرتقب',
    sentence: 'مرتقب: موعده محدد ولم يكن قد حل عند النشر.',
  },
};

/** Returns all that the site says in Arabic, in its digits and names of months. */
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
