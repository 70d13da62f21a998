package fr.preau.plugins.blog;

import fr.preau.testkit.EntExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class BlogContractTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(BlogPlugin.class).seeded(Given::sow);

    @TestFactory
    Stream<DynamicTest> contract() {
        return ent.contract();
    }
}
