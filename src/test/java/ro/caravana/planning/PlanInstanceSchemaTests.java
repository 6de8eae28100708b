package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.planning.support.InstanceJson;
import ro.caravana.planning.support.RandomVillage;
import tools.jackson.databind.node.ObjectNode;

/** The published schema and the reader must not tell different stories about the structure. */
class PlanInstanceSchemaTests {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            String text = Files.readString(Path.of("routes", "plan-instance.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean schemaAccepts(byte[] json) {
        return SCHEMA.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON)
                .isEmpty();
    }

    @Test
    void soundInstancesPassBoth() {
        assertThat(schemaAccepts(InstanceJson.bytes(InstanceJson.smallest()))).isTrue();
        for (long seed = 0; seed < 20; seed++) {
            assertThat(schemaAccepts(PlanDocuments.writeInstance(RandomVillage.of(seed))))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /colour | "red"
                    /schema | "other/1"
                    /horizon | null
                    /horizon/start | "4 January"
                    /noticeDays | -1
                    /stations | []
                    /stations/0/workday | {"start":28800,"end":90000}
                    /stations/0/maxSeconds | 0.5
                    /sites/1/id | ""
                    /sites/1/lat | 91
                    /sites/1/windows | [{"days":["MONDAY"]}]
                    /sites/1/windows | [{"until":5}]
                    /visits/0/kind | "PARTY"
                    /visits/0/persons | -1
                    /visits/0/value | -0.5
                    /visits/0/required | "yes"
                    /visits/0/serviceSeconds | 100000
                    /visits/0/after | {"minDays":1}
                    /visits/0/series | {"minGapDays":1}
                    /visits/0/pinned | {"station":"s"}
                    /travel | {"sites":["base","p"]}
                    /travel | {"sites":["base","p"],"seconds":[[0,-1],[1,0]],"metres":[[0,1],[1,0]]}
                    /weights | {"stationDay":-1}
                    /weights | {"luck":1}
                    """)
    void structuralFaultsFailBoth(String pointer, String json) {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, pointer, json);
        byte[] bytes = InstanceJson.bytes(document);
        assertThat(schemaAccepts(bytes)).isFalse();
        assertThatThrownBy(() -> PlanDocuments.readInstance(bytes)).isInstanceOf(PlanProblem.InvalidInstance.class);
    }
}
