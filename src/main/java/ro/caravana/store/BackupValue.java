package ro.caravana.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a column's values are written into a backup: as text that means the same on either database. */
enum BackupValue {
    TEXT(Types.VARCHAR) {
        @Override
        @Nullable
        Object parse(String text) {
            return text;
        }
    },
    INTEGER(Types.BIGINT) {
        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }
    },
    NUMBER(Types.DOUBLE) {
        @Override
        Object parse(String text) {
            return Double.valueOf(text);
        }
    },
    BOOLEAN(Types.BOOLEAN) {
        @Override
        Object parse(String text) {
            return text.startsWith("t") || text.startsWith("T");
        }
    },
    DATE(Types.DATE) {
        @Override
        Object parse(String text) {
            return LocalDate.parse(text);
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        @Nullable
        String text(ResultSet row, int column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant().toString();
        }

        @Override
        Object parse(String text) {
            return OffsetDateTime.parse(text);
        }
    },
    IDENTIFIER(Types.OTHER) {
        @Override
        Object parse(String text) {
            return UUID.fromString(text);
        }
    },
    BYTES(Types.BINARY) {
        @Override
        @Nullable
        String text(ResultSet row, int column) throws SQLException {
            byte[] value = row.getBytes(column);
            return value == null ? null : Base64.getEncoder().encodeToString(value);
        }

        @Override
        Object parse(String text) {
            return Base64.getDecoder().decode(text);
        }
    },
    /** Well-known binary; all our geometry is EPSG:4326. */
    GEOMETRY(Types.BINARY) {
        @Override
        String read(String column) {
            return "ST_AsBinary(" + column + ")";
        }

        @Override
        String placeholder() {
            return "ST_GeomFromWKB(?, 4326)";
        }

        @Override
        @Nullable
        String text(ResultSet row, int column) throws SQLException {
            return BYTES.text(row, column);
        }

        @Override
        @Nullable
        Object parse(String text) {
            return BYTES.parse(text);
        }
    };

    private final int sqlType;

    BackupValue(int sqlType) {
        this.sqlType = sqlType;
    }

    abstract @Nullable Object parse(String text);

    static BackupValue of(int jdbcType, String typeName) {
        if (typeName.toLowerCase(Locale.ROOT).startsWith("geometry")) {
            return GEOMETRY;
        }
        if ("uuid".equalsIgnoreCase(typeName)) {
            return IDENTIFIER;
        }
        return switch (jdbcType) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> NUMBER;
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            default -> throw new IllegalStateException("a backup cannot hold columns of type " + typeName);
        };
    }

    String read(String column) {
        return column;
    }

    String placeholder() {
        return "?";
    }

    @Nullable
    String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        Object value = text == null ? null : parse(text);
        if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value == null) {
            statement.setNull(index, sqlType);
        } else {
            statement.setObject(index, value);
        }
    }
}
