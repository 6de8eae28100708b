package ro.caravana.coordination.mail;

import jakarta.mail.MessagingException;

/** The way to a mail server. */
interface Wire {
    /** @throws MessagingException where the server cannot be reached; nothing has been sent then */
    Line open() throws MessagingException;

    /** An open connection. */
    interface Line extends AutoCloseable {
        /**
         * Hands one mail over; returns once the server has taken it.
         *
         * @param id becomes the Message-ID, the same at every try
         * @throws Refused where the server has surely not taken it
         * @throws MessagingException where nobody can say
         */
        void send(String id, String recipient, MailTexts.Text text) throws Refused, MessagingException;

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
}
