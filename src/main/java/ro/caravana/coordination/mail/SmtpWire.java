package ro.caravana.coordination.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.stereotype.Component;

/** SMTP (RFC 5321), with STARTTLS where it is not switched off. */
@Component
class SmtpWire implements Wire {
    private static final String MILLIS_TO_WAIT = "30000";
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_REFUSAL_FOREVER = 500;

    private final MailSettings settings;
    private final Clock clock;

    SmtpWire(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Line open() throws MessagingException {
        Properties properties = new Properties();
        boolean signIn = !settings.user().isBlank();
        properties.put("mail.smtp.auth", String.valueOf(signIn));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, MILLIS_TO_WAIT);
        }
        Session session = Session.getInstance(properties);
        Transport transport = session.getTransport("smtp");
        if (signIn) {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        } else {
            transport.connect(settings.host(), settings.port(), null, null);
        }
        return new SmtpLine(session, transport);
    }

    private final class SmtpLine implements Line {
        private final Session session;
        private final Transport transport;

        SmtpLine(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        @Override
        public boolean isOpen() {
            return transport.isConnected(); // asks the server (NOOP)
        }

        @Override
        public void send(String id, String recipient, MailTexts.Text text) throws Refused, Shut, MessagingException {
            MimeMessage message = written(id, recipient, text);
            try {
                transport.sendMessage(message, message.getAllRecipients());
            } catch (SendFailedException failure) {
                int code = code(failure);
                if (code < FIRST_REFUSAL) {
                    throw failure; // the line broke: the server may have taken it
                }
                String answer = String.valueOf(failure.getMessage());
                if (code >= FIRST_REFUSAL_FOREVER && isAboutUs(failure)) {
                    throw new Shut(answer);
                }
                throw new Refused(answer, code >= FIRST_REFUSAL_FOREVER);
            }
        }

        /** What cannot even be written, for an address that is none, has certainly not left. */
        private MimeMessage written(String id, String recipient, MailTexts.Text text) throws Refused {
            try {
                return message(id, recipient, text);
            } catch (MessagingException unwritable) {
                throw new Refused(String.valueOf(unwritable.getMessage()), true);
            }
        }

        private MimeMessage message(String id, String recipient, MailTexts.Text text) throws MessagingException {
            MimeMessage message = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + id + "@caravana>");
                }
            };
            message.setFrom(new InternetAddress(settings.from()));
            message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(recipient)});
            message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
            fill(message, text);
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setSentDate(Date.from(clock.instant()));
            message.saveChanges();
            return message;
        }

        private static void fill(MimeMessage message, MailTexts.Text text) throws MessagingException {
            if (text.attachment().isEmpty()) {
                message.setText(text.body(), StandardCharsets.UTF_8.name());
                return;
            }
            MimeBodyPart words = new MimeBodyPart();
            words.setText(text.body(), StandardCharsets.UTF_8.name());
            MailTexts.Attachment paper = text.attachment().get();
            MimeBodyPart pdf = new MimeBodyPart();
            pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(paper.pdf(), "application/pdf")));
            pdf.setFileName(paper.name());
            message.setContent(new MimeMultipart(words, pdf));
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // the server hung up first
            }
        }
    }

    /** Whether it was the sender that was refused, before any recipient was named. */
    private static boolean isAboutUs(SendFailedException failure) {
        return failure instanceof SMTPSendFailedException said
                && said.getCommand() != null
                && said.getCommand().startsWith("MAIL");
    }

    /** The server's answer, from whichever exception carries it; 0 where there was none. */
    private static int code(SendFailedException failure) {
        int code = 0;
        for (Exception next = failure;
                next instanceof MessagingException;
                next = ((MessagingException) next).getNextException()) {
            if (next instanceof SMTPSendFailedException said) {
                code = Math.max(code, said.getReturnCode());
            } else if (next instanceof SMTPAddressFailedException said) {
                code = Math.max(code, said.getReturnCode());
            }
        }
        return code;
    }
}
