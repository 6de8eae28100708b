package ro.caravana.reported;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import ro.caravana.territory.TerritoryRegistry;

/**
 * Links for those who report without an account. A token is 256 random bits, shown once to the planner who makes it; only its hash is
 * kept, so a lost link is replaced by a new one. Thread-safe.
 */
@Service
public class ReporterLinks {
    private static final Duration VALID = Duration.ofDays(365);
    private static final int LONGEST_LABEL = 100;
    private static final int TOKEN_BYTES = 32;

    /** 32 bytes in base64url. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final ReporterLinkStore store;
    private final TerritoryRegistry territory;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReporterLinks(ReporterLinkStore store, TerritoryRegistry territory, Clock clock) {
        this.store = store;
        this.territory = territory;
        this.clock = clock;
    }

    /** A new link and its token, which nobody can ask for again. */
    public record Made(ReporterLink link, String token) {}

    /**
     * @throws ReportedProblem.Unusable 400
     * @throws ReportedProblem.PersonalCode 400
     */
    public Made make(SourceKind source, int uatSiruta, String label, String by) {
        if (territory.current().findUat(uatSiruta).isEmpty()) {
            throw new ReportedProblem.Unusable("siruta", "The county has no UAT with this SIRUTA code.");
        }
        String words = FreeText.checked("label", label);
        if (words.isEmpty() || words.length() > LONGEST_LABEL) {
            throw new ReportedProblem.Unusable(
                    "label", "Say who gets the link, as a function, in 1 to 100 characters.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        ReporterLink link = new ReporterLink(
                UUID.randomUUID().toString(), source, uatSiruta, words, by, now, now.plus(VALID), Optional.empty());
        store.insert(link, hash(token));
        return new Made(link, token);
    }

    /** The newest first. */
    public List<ReporterLink> listAll() {
        return store.listAll();
    }

    /**
     * From now on nobody can report by it; what was reported stays.
     *
     * @throws ReportedProblem.UnknownReporter 404
     */
    public void revoke(String id) {
        if (!store.revoke(id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new ReportedProblem.UnknownReporter();
        }
    }

    /** @throws ReportedProblem.NoSuchLink 404, the same for what never was and what holds no more */
    public ReporterLink getByToken(String token) {
        return Optional.of(token)
                .filter(text -> SHAPE.matcher(text).matches())
                .flatMap(text -> store.findByHash(hash(text)))
                .filter(link -> link.holdsAt(clock.instant()))
                .orElseThrow(ReportedProblem.NoSuchLink::new);
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
