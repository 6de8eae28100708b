package ro.caravana.coordination.text;

import ro.caravana.coordination.Partner;

/**
 * A message's words with fields in them, such as {@code {{localitatea}}}.
 *
 * @param subject empty where the kind has none
 * @param standard whether these are the usual words, which nobody has changed
 */
public record PartnerText(Partner partner, TextKind kind, String subject, String body, boolean standard) {}
