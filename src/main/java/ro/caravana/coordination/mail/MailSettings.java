package ro.caravana.coordination.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How mail leaves the house. Off until a server and our own public address are named: partners then get letters only. */
@Component
public class MailSettings {
    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String from;
    private final boolean startTls;
    private final String publicUrl;

    MailSettings(
            @Value("${caravana.smtp.host:}") String host,
            @Value("${caravana.smtp.port:587}") int port,
            @Value("${caravana.smtp.user:}") String user,
            @Value("${caravana.smtp.password:}") String password,
            @Value("${caravana.smtp.from:}") String from,
            @Value("${caravana.smtp.starttls:true}") boolean startTls,
            @Value("${caravana.public-url:}") String publicUrl) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.from = from;
        this.startTls = startTls;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Without our own address a mail could not say where it is answered. */
    public boolean isOn() {
        return !host.isBlank() && !from.isBlank() && !publicUrl.isBlank();
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String from() {
        return from;
    }

    boolean startTls() {
        return startTls;
    }

    String publicUrl() {
        return publicUrl;
    }
}
