/** What was refused, in the reader's language where we have words for it, else in the server's. */
import { known, t } from './i18n.js';

/** The words for a refusal; what the server says beside it (a line, the missing columns) fills the gaps. */
function words(key, { more = {} }) {
  if (known(key) === undefined) return undefined;
  const values = Object.entries(more).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]);
  return t(key, Object.fromEntries(values));
}

/** @return {title, text} */
export function problemWords(problem) {
  if (problem.unreachable) return { title: t('state.unreachable'), text: t('state.unreachableText') };
  const slug = problem.type?.split(':').at(-1);
  return {
    title: words(`problem.${slug}`, problem) ?? problem.title ?? t('state.failed'),
    text:
      words(`problem.${slug}.${problem.more?.obstacle ?? problem.more?.field}`, problem) ?? words(`problem.${slug}.text`, problem) ?? problem.detail ?? t('state.failedText'),
  };
}
