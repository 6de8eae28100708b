package ro.caravana.statistics;

import java.util.List;
import ro.caravana.problem.Problem;

/** Why a whole statistics file, or a request about one, is refused. Single rows are quarantined instead. */
public abstract sealed class StatisticsProblem extends Problem {
    private StatisticsProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    public static final class EmptyFile extends StatisticsProblem {
        public EmptyFile() {
            super("statistics-file-empty", 400, "The file is empty", "The file has no bytes or no row; send it again.");
        }
    }

    public static final class TooLarge extends StatisticsProblem {
        public TooLarge(long limitBytes) {
            super(
                    "statistics-file-too-large",
                    413,
                    "The file is too large",
                    "At most " + limitBytes / (1024 * 1024) + " MB are taken; split the file by period or by UAT.");
            put("limitBytes", limitBytes);
        }
    }

    public static final class WrongEncoding extends StatisticsProblem {
        public WrongEncoding(long line) {
            super(
                    "statistics-encoding",
                    400,
                    "The file's encoding is not understood",
                    "Line " + line
                            + " is neither UTF-8 nor Windows-1250 text; save the file as CSV UTF-8 and send it again.");
            put("line", line);
        }
    }

    public static final class UnsupportedFormat extends StatisticsProblem {
        public UnsupportedFormat() {
            super(
                    "statistics-format",
                    415,
                    "The file's format is not supported",
                    "CSV and XLSX are read; save an old .xls or another format as one of these.");
        }
    }

    public static final class BrokenWorkbook extends StatisticsProblem {
        public BrokenWorkbook() {
            super(
                    "statistics-workbook-broken",
                    400,
                    "The workbook cannot be read",
                    "The XLSX file is cut short or damaged; open it, save it again and send it once more.");
        }
    }

    /** A file that unpacks to far more than it should. */
    public static final class ZipBomb extends StatisticsProblem {
        public ZipBomb() {
            super(
                    "statistics-workbook-inflates",
                    413,
                    "The workbook unpacks to too much",
                    "The XLSX file holds too many parts or unpacks to too many bytes; send the figures as CSV.");
        }
    }

    /** A line that cannot be cut into cells, such as one with a quote that never ends. */
    public static final class UnreadableLine extends StatisticsProblem {
        public UnreadableLine(long line) {
            super(
                    "statistics-line-unreadable",
                    400,
                    "A line cannot be read",
                    "Near line " + line
                            + " a quoted cell does not end or a cell is too long; mend it and send the file again.");
            put("line", line);
        }
    }

    public static final class MissingColumns extends StatisticsProblem {
        public MissingColumns(List<String> missing) {
            super(
                    "statistics-columns-missing",
                    400,
                    "Columns are missing",
                    "The first row must name the columns; missing: " + String.join(", ", missing) + ".");
            put("missing", missing);
        }
    }

    public static final class RepeatedColumns extends StatisticsProblem {
        public RepeatedColumns(String column) {
            super(
                    "statistics-columns-repeated",
                    400,
                    "A column stands twice",
                    "Two headings mean the column " + column + "; leave one of them out or rename it.");
            put("column", column);
        }
    }

    /** The house never takes names or personal numeric codes. */
    public static final class PersonalData extends StatisticsProblem {
        public PersonalData() {
            super(
                    "statistics-personal-data",
                    422,
                    "The file holds personal data",
                    "A column holds names, personal numeric codes or document numbers. Only counts are taken: leave that column out.");
        }
    }

    public static final class BadPeriod extends StatisticsProblem {
        public BadPeriod() {
            super(
                    "statistics-period",
                    400,
                    "The period is not understood",
                    "Write a year, month, quarter or day that has begun: 2026, 2026-12, 2026-Q4 or 2026-12-31.");
        }
    }

    /** A file that calls itself synthetic was sent as real figures. */
    public static final class MarkedSynthetic extends StatisticsProblem {
        public MarkedSynthetic() {
            super(
                    "statistics-marked-synthetic",
                    422,
                    "The file is marked as synthetic",
                    "Its first lines say that its figures are made up; it cannot be imported as real figures.");
        }
    }

    /** Made-up figures never replace or join real ones. */
    public static final class RealFiguresPresent extends StatisticsProblem {
        public RealFiguresPresent() {
            super(
                    "statistics-real-present",
                    409,
                    "Real figures are present",
                    "Synthetic figures cannot be imported where real ones are.");
        }
    }

    public static final class UnknownImport extends StatisticsProblem {
        public UnknownImport() {
            super(
                    "statistics-import-unknown",
                    404,
                    "No such import",
                    "No statistics import has this number; GET /api/v1/statistics/imports lists them.");
        }
    }

    public static final class NoFile extends StatisticsProblem {
        public NoFile() {
            super(
                    "statistics-file-missing",
                    400,
                    "No file was sent",
                    "Send the file as the part named file of a multipart/form-data request.");
        }
    }

    public static final class BadSetting extends StatisticsProblem {
        public BadSetting(String setting) {
            super(
                    "statistics-setting",
                    400,
                    "A setting is not understood",
                    "The setting " + setting + " takes true or false.");
            put("setting", setting);
        }
    }
}
