import type { LocaleCode } from '@/lib/locales'

/** What feeds say of themselves, in every language of the foundation. */
export const feedWords: Record<LocaleCode, { title: string; corrects: string }> = {
  en: { title: 'Press releases', corrects: 'Corrects:' },
  sv: { title: 'Pressmeddelanden', corrects: 'Rättar:' },
  de: { title: 'Pressemitteilungen', corrects: 'Berichtigt:' },
  fr: { title: 'Communiqués de presse', corrects: 'Rectifie :' },
  es: { title: 'Comunicados de prensa', corrects: 'Corrige:' },
  be: { title: 'Прэс-рэлізы', corrects: 'Выпраўляе:' },
  ru: { title: 'Пресс-релизы', corrects: 'Исправляет:' },
  uk: { title: 'Пресрелізи', corrects: 'Виправляє:' },
  'pt-BR': { title: 'Comunicados de imprensa', corrects: 'Corrige:' },
  nb: { title: 'Pressemeldinger', corrects: 'Retter:' },
  'zh-Hans': { title: '新闻稿', corrects: '更正：' },
  ar: { title: 'بيانات صحفية', corrects: 'تصحيح:' },
  fa: { title: 'بیانیه‌های مطبوعاتی', corrects: 'اصلاح:' },
}
