package ro.caravana.coordination.mail;

import jakarta.mail.MessagingException;

/** The way to a mail server. */
interface Wire {
    /** @throws MessagingException where the server cannot be reached; nothing has been sent then */
    Line open() throws MessagingException;

    /** An open connection. */
    interface Line extends AutoCloseable {
        /** Whether the server still listens. Some hang up after a few mails; one that is not begun has surely not left. */
        boolean isOpen();

        /**
         * Hands one mail over; returns once the server has taken it.
         *
         * @param id becomes the Message-ID, the same at every try
         * @throws Refused where the server has surely not taken it
         * @throws Shut where it has not, and would take no other from us either
         * @throws MessagingException where nobody can say
         */
        void send(String id, String recipient, MailTexts.Text text) throws Refused, Shut, MessagingException;

        @Override
        void close();
    }

    /** The server has said no. */
    final class Refused extends Exception {
        private final boolean forever;

        Refused(String answer, boolean forever) {
            super(answer);
            this.forever = forever;
        }

        boolean isForever() {
            return forever;
        }
    }

    /** The server takes nothing from us, whoever it is for: we are not signed in, or it does not know our address. */
    final class Shut extends Exception {
        Shut(String answer) {
            super(answer);
        }
    }
}
