/** The e-mails to partners: an outbox filled with each step, a postman who empties it over SMTP, reminders, and what became of each. */
@NullMarked
package ro.caravana.coordination.mail;

import org.jspecify.annotations.NullMarked;
