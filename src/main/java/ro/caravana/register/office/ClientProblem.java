package ro.caravana.register.office;

import java.net.URI;
import ro.caravana.problem.Problem;

/** What the office's client refuses. */
public abstract sealed class ClientProblem extends Problem {
    private ClientProblem(String type, String title, String detail) {
        super(type, 400, title, detail);
    }

    static final class NoKey extends ClientProblem {
        NoKey() {
            super("client-no-key", "No key yet", "Make one first: ./run office-client keys --office ID --kid NAME.");
        }
    }

    static final class KeyExists extends ClientProblem {
        KeyExists() {
            super(
                    "client-key-exists",
                    "There is a key already",
                    "A new key for the same office: ./run office-client keys --rotate --kid NEW-NAME. Another office: another --folder.");
        }
    }

    static final class Busy extends ClientProblem {
        Busy() {
            super(
                    "client-busy",
                    "Another client works in this folder",
                    "Two at once would give two batches one number. Wait until it ends, or stop it.");
        }
    }

    static final class BatchesWait extends ClientProblem {
        BatchesWait(int waiting) {
            super(
                    "client-batches-wait",
                    "Batches wait under the old key",
                    waiting
                            + " batches are signed and not sent. Send them first (./run office-client send); where the old key is"
                            + " no longer accepted, say --sign-again.");
        }
    }

    static final class UnreadableFile extends ClientProblem {
        UnreadableFile(String detail) {
            super("client-file", "The export is not understood", detail);
        }
    }

    static final class BadRows extends ClientProblem {
        BadRows(int rows, String first) {
            super(
                    "client-rows",
                    "Some rows cannot be used",
                    "Rows that cannot be used: " + rows + ". The first: " + first
                            + ". Nothing was sent; mend them, or send the others with --skip-bad.");
            put("rows", rows);
        }
    }

    static final class Refused extends ClientProblem {
        Refused(long sequence, int status, String why) {
            super(
                    "client-refused",
                    "The server refuses batch " + sequence,
                    "Status " + status + ": " + why
                            + ". The batch stays in the outbox; send again when this is settled.");
        }
    }

    static final class NotTheServer extends ClientProblem {
        NotTheServer(long sequence, URI address) {
            super(
                    "client-not-the-server",
                    "Something else answers in the server's place",
                    "What came back from " + address + " is no receipt for batch " + sequence
                            + ". Check --server, and whether this network asks for a sign-in of its own in a browser. The batch stays"
                            + " in the outbox; send again when this is settled.");
        }
    }

    static final class Unreachable extends ClientProblem {
        Unreachable(long waiting) {
            super(
                    "client-unreachable",
                    "The server cannot be reached",
                    waiting + " batches wait in the outbox; ./run office-client send goes on where it stopped.");
        }
    }
}
