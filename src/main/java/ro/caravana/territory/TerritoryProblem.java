package ro.caravana.territory;

import java.util.List;
import java.util.stream.Collectors;
import ro.caravana.problem.Problem;

/** What territory refuses. */
public abstract sealed class TerritoryProblem extends Problem {
    private TerritoryProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** A file of the county folder cannot be used; says file, row, column and how to mend it. */
    public static final class CountyFolderUnusable extends TerritoryProblem {
        public CountyFolderUnusable(String detail) {
            super("county-folder-unusable", 422, "The county folder cannot be used", detail);
        }
    }

    /** An imported file cannot be read at all. */
    public static final class FileUnreadable extends TerritoryProblem {
        public FileUnreadable(String detail) {
            super("territory-file-unreadable", 422, "The file cannot be read", detail);
        }
    }

    /** An imported file was read, but taking it over would damage the territory. */
    public static final class ImportRefused extends TerritoryProblem {
        private static final int SHOWN = 10;

        public ImportRefused(String detail) {
            super("territory-import-refused", 422, "The import was refused", detail);
        }

        /**
         * Names what was found, the first ten of them.
         *
         * @param what begins the sentence
         * @param mend sentences of how to go on
         */
        static ImportRefused listing(String what, List<String> findings, String mend) {
            String shown = findings.stream().limit(SHOWN).collect(Collectors.joining("; "));
            String more = findings.size() > SHOWN ? "; and " + (findings.size() - SHOWN) + " more" : "";
            return new ImportRefused(what + shown + more + ". " + mend);
        }
    }

    /** A file over the size limit. */
    public static final class FileTooLarge extends TerritoryProblem {
        public FileTooLarge(String detail) {
            super("territory-file-too-large", 413, "The file is too large", detail);
        }
    }

    /** A kind of import that does not exist. */
    public static final class KindUnknown extends TerritoryProblem {
        public KindUnknown(String detail) {
            super("territory-import-kind-unknown", 400, "There is no such kind of import", detail);
        }
    }

    /** A setting of an import that cannot be used. */
    public static final class SettingUnusable extends TerritoryProblem {
        public SettingUnusable(String detail) {
            super("territory-import-setting-unusable", 400, "A setting cannot be used", detail);
        }
    }
}
