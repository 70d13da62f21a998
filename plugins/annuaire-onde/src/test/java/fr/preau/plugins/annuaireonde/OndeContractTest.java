package fr.preau.plugins.annuaireonde;

import fr.preau.testkit.EntExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The promises of every plugin, kept by this one. */
class OndeContractTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(OndeJar.build());

    @TestFactory
    Stream<DynamicTest> contract() {
        return ent.contract();
    }
}
