package fr.preau.plugins.garderie;

import fr.preau.testkit.EntExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class GarderieContractTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(GarderiePlugin.class).seeded(Given::sow);

    @TestFactory
    Stream<DynamicTest> contract() {
        return ent.contract();
    }
}
