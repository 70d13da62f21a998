package fr.preau.examples.hello;

import fr.preau.testkit.EntExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class HelloTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(HelloPlugin.class);

    @TestFactory
    Stream<DynamicTest> keeps_the_contract() {
        return ent.contract();
    }
}
