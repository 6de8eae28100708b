package ro.caravana.statistics.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import ro.caravana.statistics.StatisticsProblem;

/**
 * Finds out a text's encoding while its bytes pass: UTF-8 if every byte agrees, else Windows-1250, the code page of Romanian
 * desktops. Romanian text in Windows-1250 never forms UTF-8 sequences (a letter with a mark is followed by a plain one), so bytes of
 * both kinds in one file mean that it is damaged. Not thread-safe.
 */
final class TextProbe {
    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");

    private long line = 1;
    private int continuationBytesDue;
    private boolean first = true;
    private long utf8Letters;
    private long notUtf8Line;
    private long notWindowsLine;
    private long notTextLine;

    void update(byte[] bytes, int length) {
        if (first && length >= 2) {
            first = false;
            int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
            notTextLine = mark == 0xFFFE || mark == 0xFEFF ? 1 : 0; // UTF-16
        }
        for (int i = 0; i < length; i++) {
            accept(bytes[i] & 0xFF);
        }
    }

    private void accept(int octet) {
        if (octet == 0 && notTextLine == 0) {
            notTextLine = line;
        }
        if (octet >= 0x80 && notWindowsLine == 0 && isUndefinedInWindows1250(octet)) {
            notWindowsLine = line;
        }
        if (notUtf8Line == 0) {
            acceptUtf8(octet);
        }
        if (octet == '\n') {
            line++;
        }
    }

    private void acceptUtf8(int octet) {
        if (continuationBytesDue > 0) {
            if ((octet & 0xC0) == 0x80) {
                continuationBytesDue--;
                utf8Letters += continuationBytesDue == 0 ? 1 : 0;
            } else {
                notUtf8Line = line;
            }
        } else if (octet >= 0x80) {
            continuationBytesDue = octet >= 0xC2 && octet <= 0xDF ? 1 : octet >= 0xE0 && octet <= 0xEF ? 2 : 0;
            if (continuationBytesDue == 0) { // four-byte letters do not occur in the Romanian or Hungarian alphabet
                notUtf8Line = line;
            }
        }
    }

    private static boolean isUndefinedInWindows1250(int octet) {
        return octet == 0x81 || octet == 0x83 || octet == 0x88 || octet == 0x90 || octet == 0x98;
    }

    /** The encoding of everything seen. */
    Charset charset() {
        if (notTextLine > 0) {
            throw new StatisticsProblem.WrongEncoding(notTextLine);
        }
        if (notUtf8Line == 0 && continuationBytesDue == 0) {
            return StandardCharsets.UTF_8;
        }
        if (utf8Letters > 0) {
            throw new StatisticsProblem.WrongEncoding(Math.max(1, notUtf8Line == 0 ? line : notUtf8Line));
        }
        if (notWindowsLine > 0) {
            throw new StatisticsProblem.WrongEncoding(notWindowsLine);
        }
        return WINDOWS_1250;
    }
}
