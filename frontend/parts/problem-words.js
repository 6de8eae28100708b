/** What was refused, in the reader's language where we have words for it, else in the server's. */
import { known, t } from './i18n.js';

/** @return {title, text} */
export function problemWords(problem) {
  if (problem.unreachable) return { title: t('state.unreachable'), text: t('state.unreachableText') };
  const slug = problem.type?.split(':').at(-1);
  return {
    title: known(`problem.${slug}`) ?? problem.title ?? t('state.failed'),
    text: known(`problem.${slug}.text`) ?? problem.detail ?? t('state.failedText'),
  };
}
