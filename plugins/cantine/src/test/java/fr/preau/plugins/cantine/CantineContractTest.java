package fr.preau.plugins.cantine;

import fr.preau.testkit.EntExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class CantineContractTest {
    @RegisterExtension
    static final EntExtension ent = Given.ent().seeded(Given::sow);

    @TestFactory
    Stream<DynamicTest> contract() {
        return ent.contract();
    }
}
